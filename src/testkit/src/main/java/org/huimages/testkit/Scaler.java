package org.huimages.testkit;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.huimages.url.Dimensions;

/// Scales with a filter as wide as the shrinking asks for, along rows and then along columns, in doubles;
/// rounds once, at the end, half up. Slow, simple, and made after the description of the filters alone: what
/// others are measured by.
///
/// Colour is weighted by alpha, so that what is transparent does not show at the edges.
public final class Scaler {
    private static final int CHANNELS = 4;

    private Scaler() {}

    /// The filters, with the distance at which they end, in pixels of the coarser of the two pictures.
    public enum Filter {
        LANCZOS3(3) {
            @Override
            double weight(double distance) {
                return sinc(distance) * sinc(distance / reach);
            }
        },
        /// Catmull and Rom's, which most programs call bicubic. Softer than Lanczos.
        BICUBIC(2) {
            @Override
            double weight(double distance) {
                double x = Math.abs(distance);
                return x < 1 ? (1.5 * x - 2.5) * x * x + 1 : ((-0.5 * x + 2.5) * x - 4) * x + 2;
            }
        },
        /// What is known as bilinear where it is done with care. Good for thumbnails, not good enough here.
        TRIANGLE(1) {
            @Override
            double weight(double distance) {
                return 1 - Math.abs(distance);
            }
        };

        final double reach;

        Filter(double reach) {
            this.reach = reach;
        }

        /// @param distance less than the filter's reach
        abstract double weight(double distance);

        private static double sinc(double x) {
            return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
        }
    }

    public static Pixels scale(Pixels picture, Dimensions target, Filter filter) {
        Weights across = Weights.of(picture.width(), target.width(), filter);
        double[][] narrow = new double[picture.height()][];
        Arrays.parallelSetAll(narrow, y -> across(row(picture, y), across));
        Weights down = Weights.of(picture.height(), target.height(), filter);
        int[] argb = new int[target.width() * target.height()];
        IntStream.range(0, target.height())
                .parallel()
                .forEach(y -> pack(down(narrow, down, y), argb, y * target.width()));
        return new Pixels(target.width(), target.height(), argb);
    }

    private static double[] row(Pixels picture, int y) {
        double[] row = new double[picture.width() * CHANNELS];
        for (int x = 0; x < picture.width(); x++) {
            int argb = picture.argb()[y * picture.width() + x];
            double alpha = argb >>> 24;
            row[x * CHANNELS] = (argb >> 16 & 0xff) * alpha;
            row[x * CHANNELS + 1] = (argb >> 8 & 0xff) * alpha;
            row[x * CHANNELS + 2] = (argb & 0xff) * alpha;
            row[x * CHANNELS + 3] = alpha;
        }
        return row;
    }

    private static double[] across(double[] row, Weights weights) {
        double[] narrow = new double[weights.starts.length * CHANNELS];
        for (int x = 0; x < weights.starts.length; x++) {
            int from = weights.starts[x] * CHANNELS;
            for (double weight : weights.factors[x]) {
                for (int channel = 0; channel < CHANNELS; channel++) {
                    narrow[x * CHANNELS + channel] += weight * row[from++];
                }
            }
        }
        return narrow;
    }

    private static double[] down(double[][] rows, Weights weights, int y) {
        double[] sum = new double[rows[0].length];
        int from = weights.starts[y];
        for (double weight : weights.factors[y]) {
            double[] row = rows[from++];
            for (int at = 0; at < sum.length; at++) {
                sum[at] += weight * row[at];
            }
        }
        return sum;
    }

    private static void pack(double[] row, int[] argb, int start) {
        for (int at = 0; at < row.length; at += CHANNELS) {
            double alpha = row[at + 3];
            int opacity = rounded(alpha);
            argb[start + at / CHANNELS] = opacity == 0
                    ? 0
                    : opacity << 24
                            | rounded(row[at] / alpha) << 16
                            | rounded(row[at + 1] / alpha) << 8
                            | rounded(row[at + 2] / alpha);
        }
    }

    private static int rounded(double sample) {
        return (int) Math.clamp(Math.floor(sample + 0.5), 0, 255);
    }

    /// For each target pixel along one edge: the first of its source pixels, and what part of it each of them
    /// is. Where the filter reaches over the edge, the rest counts more: the parts always add up to 1.
    static final class Weights {
        final int[] starts;
        final double[][] factors;

        private Weights(int[] starts, double[][] factors) {
            this.starts = starts;
            this.factors = factors;
        }

        static Weights of(int from, int to, Filter filter) {
            int[] starts = new int[to];
            double[][] factors = new double[to][];
            double step = (double) from / to;
            double stretch = Math.max(1, step);
            for (int at = 0; at < to; at++) {
                double centre = (at + 0.5) * step;
                int start = Math.max(0, (int) Math.ceil(centre - filter.reach * stretch - 0.5));
                int end = Math.min(from - 1, (int) Math.floor(centre + filter.reach * stretch - 0.5));
                starts[at] = start;
                factors[at] = normalised(start, end, centre, stretch, filter);
            }
            return new Weights(starts, factors);
        }

        private static double[] normalised(int start, int end, double centre, double stretch, Filter filter) {
            double[] weights = new double[end - start + 1];
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                weights[i] = filter.weight((start + i + 0.5 - centre) / stretch);
                sum += weights[i];
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] /= sum;
            }
            return weights;
        }
    }
}
