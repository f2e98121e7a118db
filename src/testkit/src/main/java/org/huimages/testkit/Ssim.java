package org.huimages.testkit;

import java.util.Arrays;

/// Structural similarity as Wang, Bovik, Sheikh and Simoncelli published it (IEEE Transactions on Image
/// Processing 13, 2004): a Gaussian window of 11 by 11 with a deviation of 1.5, K1 = .01, K2 = .03, the mean
/// over all windows that lie wholly within the picture. On luma (ITU-R BT.601, not rounded).
final class Ssim {
    private static final int WINDOW = 11;
    private static final double DEVIATION = 1.5;
    private static final double C1 = Math.pow(0.01 * 255, 2);
    private static final double C2 = Math.pow(0.03 * 255, 2);
    private static final double[] GAUSSIAN = gaussian();

    private Ssim() {}

    /// Of two opaque pictures of the same size.
    ///
    /// @throws IllegalArgumentException if an edge is below 11 pixels
    static double of(Pixels one, Pixels other) {
        if (one.width() < WINDOW || one.height() < WINDOW) {
            throw new IllegalArgumentException("too small for a window of 11x11: " + one.dimensions());
        }
        Plane left = Plane.luma(one);
        Plane right = Plane.luma(other);
        double[] leftMean = left.blurred();
        double[] rightMean = right.blurred();
        double[] leftSquare = left.times(left).blurred();
        double[] rightSquare = right.times(right).blurred();
        double[] product = left.times(right).blurred();
        double sum = 0;
        for (int at = 0; at < product.length; at++) {
            double means = leftMean[at] * rightMean[at];
            double squares = leftMean[at] * leftMean[at] + rightMean[at] * rightMean[at];
            sum += (2 * means + C1)
                    * (2 * (product[at] - means) + C2)
                    / ((squares + C1) * (leftSquare[at] + rightSquare[at] - squares + C2));
        }
        return sum / product.length;
    }

    private static double[] gaussian() {
        double[] weights = new double[WINDOW];
        double sum = 0;
        for (int at = 0; at < WINDOW; at++) {
            double distance = at - WINDOW / 2;
            weights[at] = Math.exp(-distance * distance / (2 * DEVIATION * DEVIATION));
            sum += weights[at];
        }
        for (int at = 0; at < WINDOW; at++) {
            weights[at] /= sum;
        }
        return weights;
    }

    private static final class Plane {
        private final int width;
        private final int height;
        private final double[] values;

        Plane(int width, int height, double... values) {
            this.width = width;
            this.height = height;
            this.values = values;
        }

        static Plane luma(Pixels picture) {
            double[] luma = new double[picture.argb().length];
            for (int at = 0; at < luma.length; at++) {
                int rgb = picture.argb()[at];
                luma[at] = 0.299 * (rgb >> 16 & 0xff) + 0.587 * (rgb >> 8 & 0xff) + 0.114 * (rgb & 0xff);
            }
            return new Plane(picture.width(), picture.height(), luma);
        }

        Plane times(Plane other) {
            double[] product = new double[values.length];
            for (int at = 0; at < product.length; at++) {
                product[at] = values[at] * other.values[at];
            }
            return new Plane(width, height, product);
        }

        /// One value a window.
        double[] blurred() {
            return across().down();
        }

        private Plane across() {
            int windows = width - WINDOW + 1;
            double[] blurred = new double[windows * height];
            Arrays.parallelSetAll(blurred, at -> window(at / windows * width + at % windows, 1));
            return new Plane(windows, height, blurred);
        }

        private double[] down() {
            double[] blurred = new double[width * (height - WINDOW + 1)];
            Arrays.parallelSetAll(blurred, at -> window(at, width));
            return blurred;
        }

        private double window(int start, int step) {
            double sum = 0;
            for (int i = 0; i < WINDOW; i++) {
                sum += GAUSSIAN[i] * values[start + i * step];
            }
            return sum;
        }
    }
}
