package org.huimages.header;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A box of the ISO base media file format (ISO/IEC 14496-12, section 4.2).
///
/// @param type four letters
/// @param content where its content begins
/// @param end behind its last byte
record Box(int type, long content, long end) {
    private static final int MOST = 10_000;
    private static final int HEADER = 8;
    private static final int WIDE_HEADER = 16;

    /// The outermost boxes of a file. Telephones write something of their own behind the last: what is no box
    /// ends the list.
    static List<Box> outermost(FileBytes bytes) throws IOException {
        return list(bytes, 0, Long.MAX_VALUE);
    }

    /// The boxes that lie side by side from `start` on, up to `end`. None of them reaches beyond it.
    ///
    /// @throws org.huimages.failure.FailureException if something else lies there
    static List<Box> within(FileBytes bytes, long start, long end) throws IOException {
        List<Box> boxes = list(bytes, start, end);
        long last = boxes.isEmpty() ? start : boxes.getLast().end;
        if (end - last >= HEADER && bytes.has(last, HEADER)) {
            throw HeaderProbe.damaged("a box of impossible length").exception();
        }
        return boxes;
    }

    private static List<Box> list(FileBytes bytes, long start, long end) throws IOException {
        List<Box> boxes = new ArrayList<>();
        Optional<Box> next = at(bytes, start, end);
        while (next.isPresent()) {
            if (boxes.size() == MOST) {
                throw HeaderProbe.damaged("more boxes than a picture has").exception();
            }
            boxes.add(next.get());
            next = at(bytes, next.get().end, end);
        }
        return boxes;
    }

    /// Nothing where there is no more room, or a length that no box can have.
    private static Optional<Box> at(FileBytes bytes, long position, long end) throws IOException {
        if (end - position < HEADER || !bytes.has(position, HEADER)) {
            return Optional.empty();
        }
        long size = bytes.unsignedInt(position);
        int header = size == 1 ? WIDE_HEADER : HEADER;
        long length = size == 1 ? wideSize(bytes, position + HEADER) : size == 0 ? end - position : size;
        if (length < header || length > Long.MAX_VALUE - position) {
            return Optional.empty();
        }
        int type = (int) bytes.unsignedInt(position + 4);
        return Optional.of(new Box(type, position + header, Math.min(end, position + length)));
    }

    private static long wideSize(FileBytes bytes, long position) throws IOException {
        return bytes.unsignedInt(position) << 32 | bytes.unsignedInt(position + 4);
    }
}
