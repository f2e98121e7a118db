package org.huimages.testkit;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.huimages.header.Orientation;
import org.huimages.testkit.Scaler.Filter;
import org.huimages.url.Dimensions;
import org.huimages.url.Size;

/// What a rendition should look like: the whole picture decoded, turned upright, scaled once, cut around the
/// middle. It is not for lines of pixels whose cover would be millions long, which an engine cuts first.
public final class Reference {
    private Reference() {}

    /// The first picture of a file, decoded in full by the JDK, lying as stored. The JDK goes by the profile
    /// of a JPEG and not by that of a PNG.
    ///
    /// @throws IllegalArgumentException if the JDK cannot read such files
    public static Pixels decode(byte[] file) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
            if (image == null) {
                throw new IllegalArgumentException("of no kind that the JDK can read");
            }
            return Pixels.of(image);
        } catch (IOException broken) {
            throw new IllegalArgumentException("not to be read by the JDK", broken);
        }
    }

    /// The rendition of a picture that is stored with this orientation.
    public static Pixels rendition(Pixels stored, Orientation orientation, Size size) {
        return rendition(upright(stored, orientation), size);
    }

    /// The rendition of an upright picture.
    public static Pixels rendition(Pixels upright, Size size) {
        return rendition(upright, size, Filter.LANCZOS3);
    }

    /// The rendition as another filter would make it.
    public static Pixels rendition(Pixels upright, Size size, Filter filter) {
        Dimensions target = upright.dimensions().scaledTo(size);
        Pixels scaled = Scaler.scale(upright, cover(upright.dimensions(), size), filter);
        int left = (scaled.width() - target.width()) / 2;
        int top = (scaled.height() - target.height()) / 2;
        return scaled.cut(left, top, target);
    }

    private static Dimensions cover(Dimensions upright, Size size) {
        return size instanceof Size.Exact(int width, int height)
                ? upright.cover(width, height)
                : upright.scaledTo(size);
    }

    /// The stored picture as it is to be seen.
    public static Pixels upright(Pixels stored, Orientation orientation) {
        Dimensions upright = orientation.apply(stored.dimensions());
        int[] argb = new int[stored.argb().length];
        for (int y = 0; y < upright.height(); y++) {
            for (int x = 0; x < upright.width(); x++) {
                argb[y * upright.width() + x] = stored.argb()[at(stored, orientation, x, y)];
            }
        }
        return new Pixels(upright.width(), upright.height(), argb);
    }

    /// Where in the stored picture that is kept which is seen at (x, y): row 0 and column 0 as EXIF 2.32
    /// names their places. Written out one by one, to share no mistake with the turns of [Orientation].
    private static int at(Pixels stored, Orientation orientation, int x, int y) {
        int right = stored.width() - 1;
        int bottom = stored.height() - 1;
        return stored.width()
                        * switch (orientation) {
                            case UPRIGHT, MIRRORED -> y;
                            case UPSIDE_DOWN, UPSIDE_DOWN_MIRRORED -> bottom - y;
                            case TRANSPOSED, TURN_LEFT -> x;
                            case TURN_RIGHT, TRANSVERSED -> bottom - x;
                        }
                + switch (orientation) {
                    case UPRIGHT, UPSIDE_DOWN_MIRRORED -> x;
                    case MIRRORED, UPSIDE_DOWN -> right - x;
                    case TRANSPOSED, TURN_RIGHT -> y;
                    case TURN_LEFT, TRANSVERSED -> right - y;
                };
    }
}
