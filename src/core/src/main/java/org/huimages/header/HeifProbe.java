package org.huimages.header;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import org.huimages.header.ImageHeader.Colour;
import org.huimages.header.ImageHeader.Trait;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;

/// Reads the properties of the primary item of an AVIF or HEIC file (ISO/IEC 23008-12, sections 6.5 and 9.3). What
/// is told there of turning is done by the decoder, so that the picture comes out upright; EXIF has no say.
final class HeifProbe {
    private static final int ISPE = 0x69737065;
    private static final int IROT = 0x69726F74;
    private static final int IMIR = 0x696D6972;
    private static final int CLAP = 0x636C6170;
    private static final int COLR = 0x636F6C72;
    private static final int PROFILE = 0x70726F66;
    private static final int RESTRICTED_PROFILE = 0x72494343;
    private static final int FULL_BOX = 4;

    /// Cut, turned, mirrored: each goes through the whole picture once, and each may be told once.
    private static final int MOST_TRANSFORMATIONS = 3;

    /// A grid of small tiles, and transparency of the same kind, come to hardly more than twice the picture.
    private static final int MOST_TIMES = 6;

    private static final long NOT_MUCH = 1 << 20;
    private static final int MOST_PARTS = 10_000;
    private static final int DEEPEST = 4;

    private final FileBytes bytes;
    private final ImageFormat format;
    private final HeifMeta meta;
    private int parts;

    HeifProbe(FileBytes bytes, ImageFormat format) throws IOException {
        this.bytes = bytes;
        this.format = format;
        this.meta = HeifMeta.read(bytes);
    }

    ImageHeader probe() throws IOException {
        Dimensions stored = transformed(meta.primary());
        if (work(meta.primary(), 0) > MOST_TIMES * stored.pixels() + NOT_MUCH) {
            throw HeaderProbe.damaged("its parts are far larger than what they show")
                    .exception();
        }
        return new ImageHeader(format, stored, Orientation.UPRIGHT, colour(), EnumSet.allOf(Trait.class), 1);
    }

    /// Pixels that a decoder goes through to show an item: its own, those of its parts, each as often as it is
    /// used, and those of its transparency. No item may go without telling its dimensions: a decoder would then
    /// believe those of the coded picture, whatever they are.
    private long work(long item, int depth) throws IOException {
        if (depth > DEEPEST || ++parts > MOST_PARTS) {
            throw HeaderProbe.damaged("parts of parts without end").exception();
        }
        checkTransformations(item);
        long pixels = extent(item).pixels();
        for (long part : meta.parts(item)) {
            pixels += work(part, depth + 1);
        }
        for (long companion : meta.companions(item)) {
            pixels += work(companion, depth + 1);
        }
        return pixels;
    }

    private void checkTransformations(long item) {
        long count =
                meta.properties(item).stream().filter(HeifProbe::transforms).count();
        if (count > MOST_TRANSFORMATIONS) {
            throw HeaderProbe.damaged("turned more often than once").exception();
        }
    }

    private static boolean transforms(Box property) {
        return property.type() == CLAP || property.type() == IROT || property.type() == IMIR;
    }

    /// As coded. Of several sizes decoders take the first.
    private Dimensions extent(long item) throws IOException {
        for (Box box : meta.properties(item)) {
            if (box.type() == ISPE) {
                return HeaderProbe.dimensions(
                        bytes.unsignedInt(box.content() + FULL_BOX), bytes.unsignedInt(box.content() + FULL_BOX + 4));
            }
        }
        return HeaderProbe.dimensions(0, 0);
    }

    /// As it comes out of the decoder, which cuts and turns in the order that is told.
    private Dimensions transformed(long item) throws IOException {
        Dimensions dimensions = extent(item);
        for (Box box : meta.properties(item)) {
            switch (box.type()) {
                case CLAP -> dimensions = HeaderProbe.dimensions(ratio(box.content()), ratio(box.content() + 8));
                case IROT -> dimensions = quarterTurn(box) ? dimensions.turned() : dimensions;
                default -> {}
            }
        }
        return dimensions;
    }

    private boolean quarterTurn(Box irot) throws IOException {
        return (bytes.unsignedByte(irot.content()) & 1) != 0;
    }

    private long ratio(long position) throws IOException {
        long denominator = bytes.unsignedInt(position + 4);
        return denominator == 0 ? 0 : bytes.unsignedInt(position) / denominator;
    }

    private Colour colour() throws IOException {
        List<Box> own = meta.properties(meta.primary());
        for (Box box : own) {
            if (box.type() == COLR && isProfile(box)) {
                return Colour.PROFILED;
            }
        }
        return Colour.PLAIN;
    }

    private boolean isProfile(Box colr) throws IOException {
        int type = (int) bytes.unsignedInt(colr.content());
        return type == PROFILE || type == RESTRICTED_PROFILE;
    }
}
