package org.huimages.job;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huimages.job.Walk.Item;
import org.huimages.original.OriginalStore;
import org.huimages.url.ImageId;

/// IDs in a file, each on a line of its own: a list whose length is known and that can be gone through from any place,
/// whatever becomes of the store meanwhile. 35 bytes an ID.
public record IdList(Path file) {
    private static final int PAGE = 200;
    private static final int LINE = 35;

    /// Writes all that the store lists.
    public void write(JobRun run, OriginalStore store) throws InterruptedException, IOException {
        run.restart();
        try (AppendedFile out = AppendedFile.open(file, 0);
                Stream<ImageId> all = store.list()) {
            for (Iterator<ImageId> each = all.iterator(); each.hasNext(); ) {
                add(run, out, each.next());
            }
            out.force();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static void add(JobRun run, AppendedFile out, ImageId id) throws InterruptedException, IOException {
        out.append(id.text());
        run.passed("", 0);
        run.checkStopped();
    }

    /// Writes all that come page by page.
    public void write(JobRun run, IdPages pages) throws InterruptedException, IOException {
        run.restart();
        try (AppendedFile out = AppendedFile.open(file, 0)) {
            List<ImageId> page = pages.after(Optional.empty());
            while (!page.isEmpty()) {
                for (ImageId id : page) {
                    add(run, out, id);
                }
                page = pages.after(Optional.of(page.getLast()));
            }
            out.force();
        }
    }

    /// IDs in their order.
    @FunctionalInterface
    public interface IdPages {
        /// The next ones; none at the end.
        ///
        /// @param after the last one of the page before; empty for the first page
        List<ImageId> after(Optional<ImageId> after) throws InterruptedException, IOException;
    }

    /// How many there are; none if nothing was written.
    public long size() throws IOException {
        return Files.exists(file) ? Files.size(file) / LINE : 0;
    }

    /// The next ones.
    ///
    /// @param cursor how many were there before
    public List<Item<ImageId>> after(String cursor) throws IOException {
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
            items.add(new Item<>(Long.toString(from + items.size() + 1), line, new ImageId(line)));
        }
        return items;
    }
}
