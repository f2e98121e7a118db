package org.huimages.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.huimages.bench.measure.Statistics.Point;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static final double EXACT = 1e-12;

    private static List<Point> line(double slope) {
        return new ArrayList<>(IntStream.range(0, 20)
                .mapToObj(x -> new Point(x, 7 + slope * x))
                .toList());
    }

    @Test
    void theMedianIsTheMiddleOrBetweenTheTwo() {
        assertEquals(2, Statistics.median(List.of(9.0, 1.0, 2.0)), EXACT);
        assertEquals(1.5, Statistics.median(List.of(9.0, 1.0, 2.0, 0.0)), EXACT);
    }

    @Test
    void aPercentileIsAValueThatWasMeasured() {
        List<Double> hundred =
                IntStream.rangeClosed(1, 100).mapToObj(Double::valueOf).toList();
        assertEquals(50, Statistics.percentile(hundred, 50), EXACT);
        assertEquals(99, Statistics.percentile(hundred, 99), EXACT);
        assertEquals(100, Statistics.percentile(hundred, 100), EXACT);
        assertEquals(5, Statistics.percentile(List.of(5.0), 99), EXACT);
    }

    @Test
    void twiceAndHalfCancelOut() {
        assertEquals(1, Statistics.geometricMean(List.of(2.0, 0.5, 1.0)), EXACT);
    }

    @Test
    void theSlopeOfALineIsItsSlope() {
        assertEquals(0.25, Statistics.slope(line(0.25)), EXACT);
    }

    @Test
    void aPointFarOffDoesNotMoveTheSlope() {
        List<Point> points = line(0.25);
        points.set(19, new Point(19, 1000));
        assertEquals(0.25, Statistics.slope(points), EXACT);
    }

    @Test
    void nothingHasNoMedian() {
        assertThrows(IllegalArgumentException.class, () -> Statistics.median(List.of()));
    }
}
