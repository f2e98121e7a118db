package org.huimages.testkit;

import java.util.Random;
import org.huimages.url.Dimensions;

/// A plane of noise around 0: every octave adds as much as the one before, on a grid twice as fine.
final class Cloud {
    private static final float STRENGTH = 18;

    private Cloud() {}

    static float[] of(Dimensions size, Random random) {
        float[] plane = size.width() <= 4 && size.height() <= 4 ? new float[(int) size.pixels()] : finer(size, random);
        for (int at = 0; at < plane.length; at++) {
            plane[at] += STRENGTH * (2 * random.nextFloat() - 1);
        }
        return plane;
    }

    private static float[] finer(Dimensions size, Random random) {
        Dimensions half = new Dimensions(size.width() / 2 + 2, size.height() / 2 + 2);
        float[] coarse = of(half, random);
        float[] plane = new float[(int) size.pixels()];
        for (int at = 0; at < plane.length; at++) {
            int x = at % size.width();
            int y = at / size.width();
            int corner = y / 2 * half.width() + x / 2;
            int right = corner + x % 2;
            int below = y % 2 * half.width();
            plane[at] = (coarse[corner] + coarse[right] + coarse[corner + below] + coarse[right + below]) / 4;
        }
        return plane;
    }
}
