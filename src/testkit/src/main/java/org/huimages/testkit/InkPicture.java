package org.huimages.testkit;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.function.UnaryOperator;

/// A picture of four inks, 0 for none and 255 for all there can be, as JPEG files have it in two ways.
public final class InkPicture {
    /// None, each alone, and two at a time.
    private static final int[][] PATCHES = {
        {0, 0, 0, 0}, {255, 0, 0, 0}, {0, 255, 0, 0}, {0, 0, 255, 0},
        {0, 0, 0, 255}, {0, 255, 255, 0}, {255, 0, 255, 0}, {255, 255, 0, 0}
    };

    private static final int PATCH = 80;
    private static final int FULL = 255;

    private final WritableRaster inks;

    private InkPicture(WritableRaster inks) {
        this.inks = inks;
    }

    /// Patches in two rows: paper, cyan, magenta, yellow; black, red, green, blue. Each is 80 by 80.
    public static InkPicture patches() {
        WritableRaster inks = raster(4 * PATCH, 2 * PATCH);
        for (int y = 0; y < inks.getHeight(); y++) {
            for (int x = 0; x < inks.getWidth(); x++) {
                inks.setPixel(x, y, PATCHES[y / PATCH * 4 + x / PATCH]);
            }
        }
        return new InkPicture(inks);
    }

    /// The picture in inks, with black for what the other three have in common.
    public static InkPicture of(Pixels picture) {
        WritableRaster inks = raster(picture.width(), picture.height());
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int missing = ~picture.argb()[y * picture.width() + x];
                int black = Math.min(missing & 0xff, Math.min(missing >> 8 & 0xff, missing >> 16 & 0xff));
                inks.setPixel(x, y, new int[] {
                    (missing >> 16 & 0xff) - black, (missing >> 8 & 0xff) - black, (missing & 0xff) - black, black
                });
            }
        }
        return new InkPicture(inks);
    }

    private static WritableRaster raster(int width, int height) {
        return Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
    }

    /// Upside down, as Adobe stores inks: what is missing to full.
    public byte[] cmyk() {
        return JpegSegments.insert(PictureMaker.jpeg(mapped(InkPicture::inverted)), JpegSegments.adobe(0));
    }

    /// As Adobe stores inks with another transform: cyan, magenta and yellow as if they were red, green and
    /// blue, in luma and chroma; black upside down.
    public byte[] ycck() {
        return JpegSegments.insert(PictureMaker.jpeg(mapped(InkPicture::lumaAndChroma)), JpegSegments.adobe(2));
    }

    private static int[] inverted(int... inks) {
        return new int[] {FULL - inks[0], FULL - inks[1], FULL - inks[2], FULL - inks[3]};
    }

    /// JFIF 1.02, with ink where that has light.
    private static int[] lumaAndChroma(int... inks) {
        double luma = 0.299 * inks[0] + 0.587 * inks[1] + 0.114 * inks[2];
        return new int[] {
            sample(luma), sample((inks[2] - luma) / 1.772 + 128), sample((inks[0] - luma) / 1.402 + 128), FULL - inks[3]
        };
    }

    private static int sample(double value) {
        return Math.clamp(Math.round(value), 0, FULL);
    }

    private Raster mapped(UnaryOperator<int[]> change) {
        WritableRaster changed = raster(inks.getWidth(), inks.getHeight());
        for (int y = 0; y < inks.getHeight(); y++) {
            for (int x = 0; x < inks.getWidth(); x++) {
                changed.setPixel(x, y, change.apply(inks.getPixel(x, y, (int[]) null)));
            }
        }
        return changed;
    }
}
