package org.huimages.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.ImageDocument;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.file.DiskRoom;
import org.huimages.job.JobRun.Attempt;
import org.huimages.original.OriginalStore;
import org.huimages.stock.Stock;

/// The loop of a phase: page by page from where it was, one after the other, with patience for stores that do not
/// answer. What goes wrong with one is reported, and the next one has its turn.
///
/// @param check throws if a store does not answer
/// @param parallel so many are looked at at the same time; they are told in their order
public record Walk(JobRun run, Attempt<?> check, int parallel) {
    private static final int PAGE = 200;
    private static final int SEVERAL = 4;

    /// Sums of large files take a while: on virtual threads others would not have their turn meanwhile.
    private static final ThreadFactory THREADS =
            Thread.ofPlatform().name("huimages-job-walk").daemon().factory();

    /// One after the other.
    public Walk(JobRun run, Attempt<?> check) {
        this(run, check, 1);
    }

    /// One that waits for these stores.
    public static Walk of(JobRun run, Stock stock) {
        return new Walk(run, () -> {
            stock.originals().check();
            return stock.catalog().find(OriginalStore.NOBODY);
        });
    }

    /// The same that looks at some at a time: a store on a network takes longer to answer than we to look.
    public Walk several() {
        return new Walk(run, check, SEVERAL);
    }

    /// As [JobRun#enters].
    public boolean enters(String phase, JobRun.Count total) throws InterruptedException, IOException {
        return run.enters(phase, () -> run.patiently(check, total::ask));
    }

    /// Looks at all documents, whatever has become of the pictures: from the cursor, or from what [Parameter#AFTER]
    /// says.
    public void overDocuments(Catalog catalog, Look<ImageDocument> look) throws InterruptedException, IOException {
        overDocuments(catalog, look, document -> {});
    }

    /// @param then as in [#over(Pages, Look, Then)]
    public void overDocuments(Catalog catalog, Look<ImageDocument> look, Then<ImageDocument> then)
            throws InterruptedException, IOException {
        over(
                cursor -> catalog.all(start(cursor), PAGE).stream()
                        .map(document -> Item.of(document.id().text(), document))
                        .toList(),
                look,
                then);
    }

    private String start(String cursor) {
        return cursor.isEmpty() ? run.arguments().text(Parameter.AFTER).orElse("") : cursor;
    }

    /// Looks at all there are.
    public <T> void over(Pages<T> pages, Look<T> look) throws InterruptedException, IOException {
        over(pages, look, value -> {});
    }

    /// The same.
    ///
    /// @param then is told of each that was looked at, in their order and on one thread, before it counts as passed
    public <T> void over(Pages<T> pages, Look<T> look, Then<T> then) throws InterruptedException, IOException {
        List<Item<T>> page = run.patiently(check, () -> pages.after(run.cursor()));
        while (!page.isEmpty()) {
            for (int from = 0; from < page.size(); from += parallel) {
                together(page.subList(from, Math.min(page.size(), from + parallel)), look, then);
            }
            page = run.patiently(check, () -> pages.after(run.cursor()));
        }
    }

    private <T> void together(List<Item<T>> items, Look<T> look, Then<T> then)
            throws InterruptedException, IOException {
        List<Looked> all = items.size() == 1 ? List.of(one(items.getFirst(), look)) : several(items, look);
        for (int number = 0; number < all.size(); number++) {
            tell(items.get(number).subject(), all.get(number));
            then.was(items.get(number).value());
            run.passed(items.get(number).cursor(), all.get(number).bytes());
        }
    }

    private <T> Looked one(Item<T> item, Look<T> look) throws InterruptedException, IOException {
        run.next();
        return looked(item, look);
    }

    private <T> List<Looked> several(List<Item<T>> items, Look<T> look) throws InterruptedException, IOException {
        List<Future<Looked>> running = new ArrayList<>();
        List<Looked> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(THREADS)) {
            for (Item<T> item : items) {
                run.next();
                running.add(threads.submit(() -> looked(item, look)));
            }
            for (Future<Looked> each : running) {
                all.add(each.get());
            }
        } catch (ExecutionException failed) {
            throw reason(failed);
        }
        return all;
    }

    private static IOException reason(ExecutionException failed) throws InterruptedException {
        return switch (failed.getCause()) {
            case InterruptedException stopped -> throw stopped;
            case IOException trouble -> trouble;
            case RuntimeException trouble -> throw trouble;
            case null, default -> throw new IllegalStateException(failed);
        };
    }

    private <T> Looked looked(Item<T> item, Look<T> look) throws InterruptedException, IOException {
        try {
            return run.patiently(check, () -> look.at(item.value()));
        } catch (FailureException failed) {
            if (failed.failure() instanceof Failure.DiskFull) {
                throw failed;
            }
            return trouble(failed);
        } catch (IOException failed) {
            if (DiskRoom.isFull(failed)) {
                throw new Failure.DiskFull("the disk is full; the job has ended where it was").exception(failed);
            }
            return trouble(failed);
        }
    }

    private static Looked trouble(Exception failed) {
        return Looked.of(0).failing("trouble", Objects.requireNonNullElse(failed.getMessage(), failed.toString()));
    }

    private void tell(String subject, Looked looked) throws IOException {
        looked.counts().forEach(run::count);
        for (Looked.Line line : looked.lines()) {
            if (line.wrong()) {
                run.fail(subject, line.what(), line.why());
            } else {
                run.tell(subject, line.what(), line.why());
            }
        }
    }

    /// Looks at one. It is called again after a while if a store did not answer.
    @FunctionalInterface
    public interface Look<T> {
        Looked at(T value) throws InterruptedException, IOException;
    }

    /// Hears of one that was looked at, whatever came of it.
    @FunctionalInterface
    public interface Then<T> {
        void was(T value) throws IOException;
    }

    /// What there is to look at.
    @FunctionalInterface
    public interface Pages<T> {
        /// The next ones behind a cursor, which is empty at the beginning; none at the end.
        List<Item<T>> after(String cursor) throws InterruptedException, IOException;
    }

    /// @param cursor that the next page begins behind, if this is the last one of this page
    /// @param subject as the report calls it
    public record Item<T>(String cursor, String subject, T value) {
        /// One whose cursor is its name.
        public static <T> Item<T> of(String subject, T value) {
            return new Item<>(subject, subject, value);
        }
    }
}
