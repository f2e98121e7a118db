package org.huimages.header;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huimages.header.ImageHeader.Colour;
import org.huimages.header.ImageHeader.Trait;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;

/// Reads the properties of the primary item of an AVIF or HEIC file (ISO/IEC 23008-12, sections 6.5 and 9.3). What
/// is told there of turning is done by the decoder, so that the picture comes out upright; EXIF has no say.
final class HeifProbe {
    private static final int META = 0x6D657461;
    private static final int PITM = 0x7069746D;
    private static final int IPRP = 0x69707270;
    private static final int IPCO = 0x6970636F;
    private static final int IPMA = 0x69706D61;
    private static final int ISPE = 0x69737065;
    private static final int IROT = 0x69726F74;
    private static final int CLAP = 0x636C6170;
    private static final int COLR = 0x636F6C72;
    private static final int PROFILE = 0x70726F66;
    private static final int RESTRICTED_PROFILE = 0x72494343;
    private static final int FULL_BOX = 4;
    private static final int MOST_ITEMS = 10_000;

    private final FileBytes bytes;
    private final ImageFormat format;
    private final List<Box> properties = new ArrayList<>();
    private final Map<Long, List<Integer>> associations = new HashMap<>();
    private long primary = -1;

    HeifProbe(FileBytes bytes, ImageFormat format) {
        this.bytes = bytes;
        this.format = format;
    }

    ImageHeader probe() throws IOException {
        for (Box box : Box.within(bytes, 0, Long.MAX_VALUE, META)) {
            meta(box);
        }
        List<Box> own = associations.getOrDefault(primary, List.of()).stream()
                .filter(index -> index >= 1 && index <= properties.size())
                .map(index -> properties.get(index - 1))
                .toList();
        return header(own);
    }

    private void meta(Box meta) throws IOException {
        for (Box box : Box.within(bytes, meta.content() + FULL_BOX, meta.end(), 0)) {
            switch (box.type()) {
                case PITM ->
                    primary = version(box) == 0
                            ? bytes.unsignedShort(box.content() + FULL_BOX)
                            : bytes.unsignedInt(box.content() + FULL_BOX);
                case IPRP -> itemProperties(box);
                default -> {}
            }
        }
    }

    private void itemProperties(Box iprp) throws IOException {
        for (Box box : Box.within(bytes, iprp.content(), iprp.end(), 0)) {
            switch (box.type()) {
                case IPCO -> properties.addAll(Box.within(bytes, box.content(), box.end(), 0));
                case IPMA -> associations(box);
                default -> {}
            }
        }
    }

    private void associations(Box ipma) throws IOException {
        boolean wideItems = version(ipma) >= 1;
        boolean wideIndexes = (bytes.unsignedByte(ipma.content() + 3) & 1) != 0;
        long items = Math.min(bytes.unsignedInt(ipma.content() + FULL_BOX), MOST_ITEMS);
        long position = ipma.content() + FULL_BOX + 4;
        for (long i = 0; i < items; i++) {
            long item = wideItems ? bytes.unsignedInt(position) : bytes.unsignedShort(position);
            position += wideItems ? 4 : 2;
            int count = bytes.unsignedByte(position);
            associations.put(item, indexes(position + 1, count, wideIndexes));
            position += 1 + (long) count * (wideIndexes ? 2 : 1);
        }
    }

    /// The highest bit only says whether a reader has to understand the property.
    private List<Integer> indexes(long position, int count, boolean wide) throws IOException {
        List<Integer> indexes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            indexes.add(
                    wide ? bytes.unsignedShort(position + 2L * i) & 0x7FFF : bytes.unsignedByte(position + i) & 0x7F);
        }
        return indexes;
    }

    private int version(Box fullBox) throws IOException {
        return bytes.unsignedByte(fullBox.content());
    }

    private ImageHeader header(List<Box> own) throws IOException {
        long width = 0;
        long height = 0;
        boolean swaps = false;
        Colour colour = Colour.PLAIN;
        for (Box box : own) {
            switch (box.type()) {
                case ISPE -> {
                    width = bytes.unsignedInt(box.content() + FULL_BOX);
                    height = bytes.unsignedInt(box.content() + FULL_BOX + 4);
                }
                case CLAP -> {
                    width = ratio(box.content());
                    height = ratio(box.content() + 8);
                }
                case IROT -> swaps = (bytes.unsignedByte(box.content()) & 1) != 0;
                case COLR -> colour = isProfile(box) ? Colour.PROFILED : colour;
                default -> {}
            }
        }
        Dimensions stored = HeaderProbe.dimensions(swaps ? height : width, swaps ? width : height);
        Set<Trait> traits = EnumSet.allOf(Trait.class);
        return new ImageHeader(format, stored, Orientation.UPRIGHT, colour, traits, 1);
    }

    private long ratio(long position) throws IOException {
        long denominator = bytes.unsignedInt(position + 4);
        return denominator == 0 ? 0 : bytes.unsignedInt(position) / denominator;
    }

    private boolean isProfile(Box colr) throws IOException {
        int type = (int) bytes.unsignedInt(colr.content());
        return type == PROFILE || type == RESTRICTED_PROFILE;
    }
}
