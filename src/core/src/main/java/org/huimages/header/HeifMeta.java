package org.huimages.header;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the box `meta` of an AVIF or HEIC file tells of its items (ISO/IEC 14496-12, section 8.11, and 23008-12,
/// section 9.3): the properties of each, the parts that it is put together from, and its companions.
final class HeifMeta {
    private static final int META = 0x6D657461;
    private static final int MOOV = 0x6D6F6F76;
    private static final int IDAT = 0x69646174;
    private static final int PITM = 0x7069746D;
    private static final int IPRP = 0x69707270;
    private static final int IPCO = 0x6970636F;
    private static final int IPMA = 0x69706D61;
    private static final int IREF = 0x69726566;
    private static final int DIMG = 0x64696D67;
    private static final int AUXL = 0x6175786C;
    private static final Set<Integer> ONE_OF_EACH = Set.of(PITM, IPRP, IPCO, IREF);
    private static final int FULL_BOX = 4;

    /// A decoder may take a second to read a megabyte of names. Files of cameras have some ten thousand bytes.
    private static final long MOST_BYTES = 1 << 20;

    private static final int MOST_ITEMS = 10_000;

    private final FileBytes bytes;
    private final Set<Integer> seen = new HashSet<>();
    private final List<Box> properties = new ArrayList<>();
    private final Map<Long, List<Integer>> associations = new HashMap<>();
    private final Map<Long, List<Long>> parts = new HashMap<>();
    private final Map<Long, List<Long>> companions = new HashMap<>();
    private long primary = -1;
    private long length;
    private long items;

    private HeifMeta(FileBytes bytes) {
        this.bytes = bytes;
    }

    static HeifMeta read(FileBytes bytes) throws IOException {
        List<Box> boxes = Box.outermost(bytes);
        List<Box> metas = boxes.stream().filter(box -> box.type() == META).toList();
        if (metas.size() != 1) { // of several, decoders take the last
            throw HeaderProbe.damaged(metas.size() + " descriptions where there has to be one")
                    .exception();
        }
        HeifMeta meta = new HeifMeta(bytes);
        boxes.stream().filter(box -> box.type() == MOOV).forEach(meta::count);
        meta.read(metas.getFirst());
        return meta;
    }

    /// The item that is to be shown.
    long primary() {
        return primary;
    }

    List<Box> properties(long item) {
        return associations.getOrDefault(item, List.of()).stream()
                .filter(index -> index >= 1 && index <= properties.size())
                .map(index -> properties.get(index - 1))
                .toList();
    }

    /// The items that this one is put together from, each as often as it is used: tiles of a grid, for example.
    List<Long> parts(long item) {
        return parts.getOrDefault(item, List.of());
    }

    /// The items that go with this one: its transparency, for example.
    List<Long> companions(long item) {
        return companions.getOrDefault(item, List.of());
    }

    private void count(Box box) {
        length += box.end() - box.content();
        if (length > MOST_BYTES) {
            throw HeaderProbe.damaged("more than a megabyte to describe it").exception();
        }
    }

    private void read(Box meta) throws IOException {
        for (Box box : Box.within(bytes, meta.content() + FULL_BOX, meta.end())) {
            checkFirst(box);
            if (box.type() != IDAT) {
                count(box);
            }
            switch (box.type()) {
                case PITM -> primary = item(box.content() + FULL_BOX, version(box) > 0);
                case IPRP -> itemProperties(box);
                case IREF -> references(box);
                default -> {}
            }
        }
    }

    private void checkFirst(Box box) {
        if (ONE_OF_EACH.contains(box.type()) && !seen.add(box.type())) {
            throw HeaderProbe.damaged("a box that may be there only once").exception();
        }
    }

    private void itemProperties(Box iprp) throws IOException {
        for (Box box : Box.within(bytes, iprp.content(), iprp.end())) {
            checkFirst(box);
            switch (box.type()) {
                case IPCO -> properties.addAll(Box.within(bytes, box.content(), box.end()));
                case IPMA -> associations(box);
                default -> {}
            }
        }
    }

    private void associations(Box ipma) throws IOException {
        boolean wideItems = version(ipma) > 0;
        boolean wideIndexes = (bytes.unsignedByte(ipma.content() + 3) & 1) != 0;
        long count = bytes.unsignedInt(ipma.content() + FULL_BOX);
        long position = ipma.content() + FULL_BOX + 4;
        for (long i = 0; i < count; i++) {
            long item = item(position, wideItems);
            position += wideItems ? 4 : 2;
            int indexes = bytes.unsignedByte(position);
            list(associations, item).addAll(indexes(position + 1, indexes, wideIndexes));
            position += 1 + (long) indexes * (wideIndexes ? 2 : 1);
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

    private void references(Box iref) throws IOException {
        boolean wide = version(iref) > 0;
        int step = wide ? 4 : 2;
        for (Box box : Box.within(bytes, iref.content() + FULL_BOX, iref.end())) {
            long from = item(box.content(), wide);
            int count = bytes.unsignedShort(box.content() + step);
            for (int i = 0; i < count; i++) {
                refer(box.type(), from, item(box.content() + step + 2 + (long) i * step, wide));
            }
        }
    }

    private void refer(int type, long from, long to) {
        switch (type) {
            case DIMG -> list(parts, from).add(to);
            case AUXL -> list(companions, to).add(from);
            default -> {}
        }
    }

    private <T> List<T> list(Map<Long, List<T>> lists, long item) {
        if (++items > MOST_ITEMS) {
            throw HeaderProbe.damaged("more items than a picture has").exception();
        }
        return lists.computeIfAbsent(item, none -> new ArrayList<>());
    }

    private long item(long position, boolean wide) throws IOException {
        return wide ? bytes.unsignedInt(position) : bytes.unsignedShort(position);
    }

    private int version(Box fullBox) throws IOException {
        return bytes.unsignedByte(fullBox.content());
    }
}
