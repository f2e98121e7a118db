package org.huimages.header;

import java.io.IOException;
import java.util.Set;
import org.huimages.header.ImageHeader.Colour;
import org.huimages.header.ImageHeader.Trait;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;

/// Walks the blocks of a GIF file (GIF89a specification, 1990). Only its first frame is ever shown, but every
/// frame can make the picture larger: decoders grow the canvas to hold all of them.
final class GifProbe {
    private static final int EXTENSION = 0x21;
    private static final int FRAME = 0x2C;
    private static final int TRAILER = 0x3B;
    private static final int COLOUR_TABLE = 0x80;

    /// Sizes of screens that programs of the time wrote instead of the picture's: the decoder takes the frames'.
    private static final Set<Dimensions> SCREENS = Set.of(
            new Dimensions(640, 480),
            new Dimensions(640, 512),
            new Dimensions(800, 600),
            new Dimensions(1024, 768),
            new Dimensions(1280, 1024),
            new Dimensions(1600, 1200));

    private static final int LARGEST_SCREEN = 2048;

    /// A decoder looks at all of them before it shows the first, and keeps a note of each.
    private static final int MOST_FRAMES = 10_000;

    private final FileBytes bytes;
    private int width;
    private int height;
    private int frames;

    GifProbe(FileBytes bytes) {
        this.bytes = bytes;
    }

    ImageHeader probe() throws IOException {
        noteScreen(bytes.littleShort(6), bytes.littleShort(8));
        walk(13 + colourTable(bytes.unsignedByte(10)));
        if (frames == 0) {
            throw HeaderProbe.damaged("it has no frame").exception();
        }
        Dimensions stored = HeaderProbe.dimensions(width, height);
        return new ImageHeader(ImageFormat.GIF, stored, Orientation.UPRIGHT, Colour.PLAIN, Set.of(Trait.ALPHA), 1);
    }

    private void noteScreen(int screenWidth, int screenHeight) {
        boolean believed = screenWidth > 0
                && screenHeight > 0
                && Math.max(screenWidth, screenHeight) <= LARGEST_SCREEN
                && !SCREENS.contains(new Dimensions(screenWidth, screenHeight));
        width = believed ? screenWidth : 1;
        height = believed ? screenHeight : 1;
    }

    /// A file that is cut off shows the frames that are there; whether that is enough is for the decoder to say.
    private void walk(long start) throws IOException {
        try {
            long position = start;
            while (bytes.unsignedByte(position) != TRAILER) {
                position = block(position);
            }
        } catch (FileBytes.EndOfFile end) {
            // no trailer
        }
    }

    private long block(long position) throws IOException {
        return switch (bytes.unsignedByte(position)) {
            case EXTENSION -> pastData(position + 2);
            case FRAME -> frame(position);
            default -> position + 1;
        };
    }

    private long frame(long position) throws IOException {
        width = Math.max(width, bytes.littleShort(position + 1) + bytes.littleShort(position + 5));
        height = Math.max(height, bytes.littleShort(position + 3) + bytes.littleShort(position + 7));
        if (++frames > MOST_FRAMES) {
            throw HeaderProbe.damaged("more frames than " + MOST_FRAMES).exception();
        }
        return pastData(position + 11 + colourTable(bytes.unsignedByte(position + 9)));
    }

    private static int colourTable(int flags) {
        return (flags & COLOUR_TABLE) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    /// Past a row of blocks, each with its length before it, up to one of length 0.
    private long pastData(long start) throws IOException {
        long position = start;
        int length = bytes.unsignedByte(position);
        while (length != 0) {
            position += length + 1;
            length = bytes.unsignedByte(position);
        }
        return position + 1;
    }
}
