package org.huimages.header;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A box of the ISO base media file format (ISO/IEC 14496-12, section 4.2).
///
/// @param type four letters
/// @param content where its content begins
/// @param end behind its last byte
record Box(int type, long content, long end) {
    private static final int MOST = 10_000;
    private static final int HEADER = 8;
    private static final int WIDE_HEADER = 16;

    /// The boxes that lie side by side from `start` on, up to `end` or the end of the file.
    ///
    /// @param last the type after which to stop looking, 0 for none
    static List<Box> within(FileBytes bytes, long start, long end, int last) throws IOException {
        List<Box> boxes = new ArrayList<>();
        long position = start;
        while (position < end && boxes.size() < MOST && bytes.has(position, HEADER)) {
            Box box = at(bytes, position, end);
            boxes.add(box);
            if (box.type == last || box.end <= position) {
                break;
            }
            position = box.end;
        }
        return last == 0
                ? boxes
                : boxes.stream().filter(box -> box.type == last).toList();
    }

    private static Box at(FileBytes bytes, long position, long end) throws IOException {
        long size = bytes.unsignedInt(position);
        int type = (int) bytes.unsignedInt(position + 4);
        if (size == 1) {
            long wide = bytes.unsignedInt(position + 8) << 32 | bytes.unsignedInt(position + 12);
            return new Box(type, position + WIDE_HEADER, checkedEnd(position, wide, WIDE_HEADER));
        }
        return new Box(type, position + HEADER, size == 0 ? end : checkedEnd(position, size, HEADER));
    }

    private static long checkedEnd(long position, long size, int header) {
        if (size < header || position + size < position) {
            throw HeaderProbe.damaged("a box of impossible length").exception();
        }
        return position + size;
    }
}
