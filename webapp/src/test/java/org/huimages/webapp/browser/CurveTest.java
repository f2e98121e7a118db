package org.huimages.webapp.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Queue;
import org.huimages.webapp.browser.Trend.Sample;
import org.junit.jupiter.api.Test;

class CurveTest {
    private static String path(OptionalDouble... values) {
        return Curve.of("", List.of(values), 2, "").path();
    }

    @Test
    void theLineGoesFromEdgeToEdge() {
        assertEquals(
                "M0.0 46.5h.01L120.0 24.0L240.0 1.5",
                path(OptionalDouble.of(0), OptionalDouble.of(1), OptionalDouble.of(2)));
    }

    @Test
    void whatIsMissingIsAGap() {
        String path = path(OptionalDouble.of(0), OptionalDouble.empty(), OptionalDouble.of(2));
        assertEquals("M0.0 46.5h.01M240.0 1.5h.01", path);
        assertEquals("", path(OptionalDouble.empty()));
    }

    @Test
    void anHourIsRememberedAndNoMore() {
        Queue<Sample> measured = new ArrayDeque<>();
        Trend trend = new Trend(measured::remove);
        for (int number = 0; number < 2 * Trend.MOST; number++) {
            measured.add(new Sample(number, 0, 0, 0));
            trend.take();
        }
        measured.add(new Sample(1_000_000, 0, 0, 0));
        List<Sample> samples = trend.samples();
        assertEquals(Trend.MOST + 1, samples.size());
        assertEquals(1_000_000, samples.getLast().found());
        assertTrue(measured.isEmpty());
    }
}
