package org.huimages.testkit;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.function.IntUnaryOperator;
import org.huimages.url.Dimensions;

/// The samples of a picture as they are stored, eight bits each, alpha not multiplied in. No colour is
/// converted: [BufferedImage#getRGB] would make a gray one lighter and believe an embedded profile.
public final class Pixels {
    private static final int OPAQUE = 0xFF000000;
    private static final int WHITE = 255;

    private final int width;
    private final int height;
    private final int[] argb;

    /// @param argb row by row, as in [BufferedImage#TYPE_INT_ARGB]; not copied
    public Pixels(int width, int height, int... argb) {
        this.width = width;
        this.height = height;
        this.argb = argb;
    }

    public static Pixels of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        if (image.getColorModel() instanceof IndexColorModel) {
            return new Pixels(width, height, image.getRGB(0, 0, width, height, null, 0, width));
        }
        int[] argb = new int[width * height];
        int[] row = new int[width * image.getRaster().getNumBands()];
        int highest = (1 << image.getColorModel().getComponentSize(0)) - 1;
        for (int y = 0; y < height; y++) {
            pack(image.getRaster(), y, row, highest, argb);
        }
        return new Pixels(width, height, argb);
    }

    private static void pack(Raster raster, int y, int[] row, int highest, int[] argb) {
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        raster.getPixels(0, y, width, 1, row);
        for (int x = 0; x < width; x++) {
            argb[y * width + x] = pack(row, x * bands, bands, highest);
        }
    }

    /// One band is gray, two are gray and alpha, four are colour and alpha.
    private static int pack(int[] row, int at, int bands, int highest) {
        int colours = bands < 3 ? 1 : 3;
        int red = eightBits(row[at], highest);
        int green = eightBits(row[at + colours / 2], highest);
        int blue = eightBits(row[at + colours - 1], highest);
        int alpha = bands == colours ? WHITE : eightBits(row[at + colours], highest);
        return alpha << 24 | red << 16 | green << 8 | blue;
    }

    private static int eightBits(int sample, int highest) {
        return highest == WHITE ? sample : (int) Math.round(sample * (double) WHITE / highest);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// Row by row, not a copy.
    public int[] argb() {
        return argb;
    }

    public Dimensions dimensions() {
        return new Dimensions(width, height);
    }

    public BufferedImage image() {
        boolean opaque = true;
        for (int pixel : argb) {
            opaque &= pixel >>> 24 == WHITE;
        }
        int type = opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
        BufferedImage image = new BufferedImage(width, height, type);
        System.arraycopy(argb, 0, ((DataBufferInt) image.getRaster().getDataBuffer()).getData(), 0, argb.length);
        return image;
    }

    /// The picture on white paper.
    public Pixels onWhite() {
        return map(Pixels::onWhite);
    }

    private static int onWhite(int argb) {
        int alpha = argb >>> 24;
        return alpha == WHITE
                ? argb
                : OPAQUE | onWhite(argb >> 16, alpha) << 16 | onWhite(argb >> 8, alpha) << 8 | onWhite(argb, alpha);
    }

    private static int onWhite(int sample, int alpha) {
        return ((sample & 0xff) * alpha + WHITE * (WHITE - alpha) + WHITE / 2) / WHITE;
    }

    /// Every pixel made into another.
    public Pixels map(IntUnaryOperator change) {
        int[] changed = new int[argb.length];
        for (int at = 0; at < argb.length; at++) {
            changed[at] = change.applyAsInt(argb[at]);
        }
        return new Pixels(width, height, changed);
    }

    /// The part of this size whose top left corner is there.
    public Pixels cut(int left, int top, Dimensions part) {
        int[] cut = new int[part.width() * part.height()];
        for (int y = 0; y < part.height(); y++) {
            System.arraycopy(argb, (top + y) * width + left, cut, y * part.width(), part.width());
        }
        return new Pixels(part.width(), part.height(), cut);
    }
}
