package org.huimages.testkit;

import java.util.Locale;

/// How much two pictures of the same size look alike. What is transparent is seen on white.
///
/// @param psnr peak signal to noise ratio over red, green and blue, in decibels; infinite where nothing
/// differs
/// @param ssim mean structural similarity of the luma, see [Ssim]; 1 where nothing differs
public record Likeness(double psnr, double ssim) {
    /// What a rendition without losses has to reach against its [Reference]. A picture scaled with less care
    /// fails, and so does one that is a pixel off.
    public static final Likeness GATE = new Likeness(40, 0.994);

    private static final double PEAK = 255;

    /// @throws IllegalArgumentException if their sizes differ
    public static Likeness of(Pixels one, Pixels other) {
        if (!one.dimensions().equals(other.dimensions())) {
            throw new IllegalArgumentException(one.dimensions() + " and " + other.dimensions() + " are not alike");
        }
        Pixels left = one.onWhite();
        Pixels right = other.onWhite();
        return new Likeness(psnr(left.argb(), right.argb()), Ssim.of(left, right));
    }

    private static double psnr(int[] left, int[] right) {
        long squares = 0;
        for (int at = 0; at < left.length; at++) {
            squares += square(left[at] >> 16, right[at] >> 16)
                    + square(left[at] >> 8, right[at] >> 8)
                    + square(left[at], right[at]);
        }
        return 10 * Math.log10(PEAK * PEAK * 3 * left.length / squares);
    }

    private static int square(int left, int right) {
        int difference = (left & 0xff) - (right & 0xff);
        return difference * difference;
    }

    /// Whether it is at least this much.
    public boolean reaches(Likeness least) {
        return psnr >= least.psnr && ssim >= least.ssim;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f dB, SSIM %.5f", psnr, ssim);
    }
}
