package org.huimages.bench.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// One number for many.
public final class Statistics {
    private Statistics() {}

    /// The middle one, or the mean of the two in the middle.
    public static double median(Collection<Double> values) {
        double[] sorted = sorted(values);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /// The smallest value that at least `percent` of all values do not exceed.
    public static double percentile(Collection<Double> values, double percent) {
        double[] sorted = sorted(values);
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(1, rank) - 1];
    }

    /// The mean of ratios: twice as much and half as much cancel out.
    public static double geometricMean(Collection<Double> values) {
        double logarithms =
                Arrays.stream(sorted(values)).map(Math::log).average().orElseThrow();
        return Math.exp(logarithms);
    }

    /// How much y grows with each x: the median of the slopes between any two points (Theil and Sen), which a few
    /// points far off do not move.
    public static double slope(List<Point> points) {
        List<Double> slopes = new ArrayList<>();
        for (Point from : points) {
            points.stream().filter(to -> to.x > from.x).map(from::slopeTo).forEach(slopes::add);
        }
        return median(slopes);
    }

    private static double[] sorted(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    public record Point(double x, double y) {
        private double slopeTo(Point other) {
            return (other.y - y) / (other.x - x);
        }
    }
}
