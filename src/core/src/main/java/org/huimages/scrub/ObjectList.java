package org.huimages.scrub;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.huimages.job.AppendedFile;
import org.huimages.job.JobRun;
import org.huimages.job.Walk.Item;
import org.huimages.original.OriginalStore;
import org.huimages.url.ImageId;

/// IDs in a file, each on a line of its own: a list that can be gone through from any place, whatever becomes of the
/// store meanwhile. 35 bytes an ID.
record ObjectList(Path file) {
    private static final int PAGE = 200;
    private static final int LINE = 35;

    /// Writes all that the store lists.
    void write(OriginalStore store, JobRun run) throws InterruptedException, IOException {
        run.restart();
        try (AppendedFile out = AppendedFile.open(file, 0);
                Stream<ImageId> all = store.list()) {
            for (Iterator<ImageId> each = all.iterator(); each.hasNext(); ) {
                out.append(each.next().text());
                run.passed("", 0);
                run.checkStopped();
            }
            out.force();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /// How many there are; none if nothing was written.
    long size() throws IOException {
        return Files.exists(file) ? Files.size(file) / LINE : 0;
    }

    /// The next ones.
    ///
    /// @param cursor how many were there before
    List<Item<ImageId>> after(String cursor) throws IOException {
        long from = cursor.isEmpty() ? 0 : Long.parseLong(cursor);
        if (from >= size()) {
            return List.of();
        }
        byte[] bytes = new byte[(int) Math.min(PAGE, size() - from) * LINE];
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(from * LINE);
            in.readFully(bytes);
        }
        List<Item<ImageId>> items = new ArrayList<>();
        for (String line : new String(bytes, StandardCharsets.US_ASCII).lines().toList()) {
            long number = from + items.size() + 1;
            items.add(new Item<>(Long.toString(number), line, new ImageId(line)));
        }
        return items;
    }
}
