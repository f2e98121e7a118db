package org.huimages.archive;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.huimages.job.Walk.Item;

/// The lines of an archive, from any place on; the cursor is a place in bytes.
record EntryPages(Path file) {
    private static final int PIECE = 1 << 20;

    /// The next ones: as many as fit into a piece, but one at least.
    List<Item<String>> after(String cursor) throws IOException {
        long from = cursor.isEmpty() ? 0 : Long.parseLong(cursor);
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] piece = piece(in, from);
            return lines(piece, from);
        }
    }

    /// Ends with a line's end, but for what was cut off at the end of the file.
    private static byte[] piece(RandomAccessFile in, long from) throws IOException {
        long left = in.length() - from;
        for (long size = PIECE; ; size *= 2) {
            byte[] piece = new byte[(int) Math.min(size, left)];
            in.seek(from);
            in.readFully(piece);
            if (piece.length == left || contains(piece)) {
                return piece;
            }
        }
    }

    private static boolean contains(byte[] piece) {
        for (byte one : piece) {
            if (one == '\n') {
                return true;
            }
        }
        return false;
    }

    private static List<Item<String>> lines(byte[] piece, long from) {
        List<Item<String>> items = new ArrayList<>();
        int begin = 0;
        for (int at = 0; at < piece.length; at++) {
            if (piece[at] == '\n') {
                String line = new String(piece, begin, at - begin, StandardCharsets.UTF_8);
                items.add(new Item<>(Long.toString(from + at + 1), line.replaceFirst("\t.*", ""), line));
                begin = at + 1;
            }
        }
        return items;
    }
}
