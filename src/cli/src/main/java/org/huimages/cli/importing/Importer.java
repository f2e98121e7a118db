package org.huimages.cli.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.huimages.cli.shell.Bar;
import org.huimages.cli.shell.Exit;
import org.huimages.cli.shell.FileTrouble;
import org.huimages.cli.shell.Refused;
import org.huimages.client.Changes;
import org.huimages.client.HuImages;
import org.huimages.client.HuImagesException;
import org.huimages.client.ImageInfo;
import org.huimages.client.MarksChange;
import org.huimages.client.Selection;
import org.huimages.client.Upload;
import org.huimages.url.ImageId;

/// Brings files in. Of each the ID is worked out here, and the server is asked which of them it has: of those no byte
/// is sent, and what was broken off goes on when it is begun again.
final class Importer implements AutoCloseable {
    private static final int ASKED_AT_ONCE = 50;
    private static final int DISK_FULL = 507;
    private static final int LAST_SECONDS = 10;
    private static final String FIRST_CLUSTER = "01";

    private final HuImages images;
    private final Order order;
    private final Patience patience;
    private final Bar bar;
    private final Consumer<Outcome> outcomes;
    private final ExecutorService senders;
    private final int most;
    private final Semaphore places;
    private final Set<ImageId> seen = new HashSet<>();
    private final List<Hashed> again = new ArrayList<>();
    private final AtomicReference<Optional<RuntimeException>> end = new AtomicReference<>(Optional.empty());

    /// How it is to be done.
    ///
    /// @param user whose tags they are
    /// @param jobs how many files are sent at a time
    /// @param dryRun whether nothing is to be changed
    record Order(Labels labels, Optional<String> user, int jobs, boolean dryRun) {}

    private record Hashed(Found file, ImageId id) {}

    /// @param outcomes is told what becomes of each file, by any thread
    Importer(HuImages images, Order order, Patience patience, Bar bar, Consumer<Outcome> outcomes) {
        this.images = images;
        this.order = order;
        this.patience = patience;
        this.bar = bar;
        this.outcomes = outcomes;
        this.senders = Executors.newFixedThreadPool(
                order.jobs(), Thread.ofPlatform().name("send-", 1).daemon().factory());
        this.most = 2 * order.jobs();
        this.places = new Semaphore(most);
    }

    /// @throws Refused if it cannot go on
    void run(List<Found> files) {
        Ids ids = new Ids(cluster());
        for (int from = 0; from < files.size(); from += ASKED_AT_ONCE) {
            handOut(files.subList(from, Math.min(files.size(), from + ASKED_AT_ONCE)), ids);
        }
        await();
        again.forEach(hashed -> submit(() -> secondly(hashed.file, hashed.id)));
        await();
    }

    /// A server that has no pictures has none of ours.
    private String cluster() {
        return patience.with(() -> images.images(Selection.all().limit(1))).images().stream()
                .findFirst()
                .map(info -> info.id().cluster())
                .orElse(FIRST_CLUSTER);
    }

    private void handOut(List<Found> files, Ids ids) {
        List<Hashed> some = new ArrayList<>();
        for (Found file : files) {
            hash(file, ids).ifPresent(id -> (seen.add(id) ? some : again).add(new Hashed(file, id)));
        }
        Map<ImageId, ImageInfo> known = asked(some.stream().map(Hashed::id).toList());
        some.forEach(hashed -> submit(() -> {
            if (known.containsKey(hashed.id)) {
                known(hashed.file, known.get(hashed.id));
            } else {
                send(hashed.file, hashed.id);
            }
        }));
    }

    private Optional<ImageId> hash(Found file, Ids ids) {
        try {
            return Optional.of(ids.of(file.path()));
        } catch (IOException unreadable) {
            failed(file, FileTrouble.words(unreadable));
            bar.add(file.bytes());
            return Optional.empty();
        }
    }

    private void submit(Runnable work) {
        places.acquireUninterruptibly();
        throwIfOver();
        senders.execute(() -> {
            try {
                if (end.get().isEmpty()) {
                    work.run();
                }
            } catch (RuntimeException over) {
                end.compareAndSet(Optional.empty(), Optional.of(over));
            } finally {
                places.release();
            }
        });
    }

    private void throwIfOver() {
        end.get().ifPresent(over -> {
            throw over;
        });
    }

    private void await() {
        places.acquireUninterruptibly(most);
        places.release(most);
        throwIfOver();
    }

    private void send(Found file, ImageId id) {
        Sending sending = new Sending(bar, file.bytes());
        if (!order.dryRun()) {
            Upload upload = order.labels().on(Upload.of(file.path()), file).progress(sending);
            guarded(file, () -> {
                ImageId given = patience.with(() -> saved(upload, file)).id();
                outcomes.accept(new Outcome(file, given.text(), Outcome.State.IMPORTED, ""));
            });
        } else {
            outcomes.accept(new Outcome(file, id.text(), Outcome.State.NEW, ""));
        }
        sending.isOver();
    }

    /// A file that cannot be read any more looks like a server that does not answer.
    private ImageInfo saved(Upload upload, Found file) {
        try {
            return images.saveImage(upload);
        } catch (HuImagesException trouble) {
            if (trouble.status() == 0) {
                check(file);
            }
            throw trouble;
        }
    }

    private static void check(Found file) {
        try (SeekableByteChannel content = Files.newByteChannel(file.path())) {
            if (content.size() != file.bytes()) {
                throw new IOException("it was changed while it was sent");
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The same bytes under another name: there by now, unless that came to nothing.
    private void secondly(Found file, ImageId id) {
        guarded(file, () -> {
            Optional<ImageInfo> info = Optional.ofNullable(asked(List.of(id)).get(id));
            if (info.isPresent()) {
                known(file, info.get());
            } else if (order.dryRun()) {
                outcomes.accept(new Outcome(file, id.text(), Outcome.State.THERE, ""));
                bar.add(file.bytes());
            } else {
                send(file, id);
            }
        });
    }

    /// One that is there: it may be told what it does not know of itself.
    private void known(Found file, ImageInfo info) {
        guarded(file, () -> {
            Outcome.State state = tell(file, info) ? Outcome.State.LABELLED : Outcome.State.THERE;
            outcomes.accept(new Outcome(file, info.id().text(), state, ""));
        });
        bar.add(file.bytes());
    }

    /// Which of them are there.
    private Map<ImageId, ImageInfo> asked(List<ImageId> ids) {
        return patience.with(
                () -> images.imageInfos(ids.stream().map(ImageId::text).toList()));
    }

    private boolean tell(Found file, ImageInfo info) {
        Optional<Changes> changes = order.labels().missing(info, file.path());
        List<String> tags = order.labels().missingTags(info);
        if (!order.dryRun()) {
            changes.ifPresent(
                    news -> patience.with(() -> images.updateMetadata(info.id().text(), news)));
            order.user()
                    .filter(user -> !tags.isEmpty())
                    .ifPresent(user -> patience.with(() -> images.mark(
                            info.id().text(), user, MarksChange.none().addTags(tags.toArray(String[]::new)))));
        }
        return changes.isPresent() || !tags.isEmpty();
    }

    /// Trouble with one picture is its own, unless the next one would fare no better.
    private void guarded(Found file, Runnable work) {
        try {
            work.run();
        } catch (HuImagesException trouble) {
            if (Exit.of(trouble) == Exit.REFUSED || trouble.status() == DISK_FULL) {
                throw new Refused(Exit.of(trouble), String.valueOf(trouble.getMessage()));
            }
            failed(file, String.valueOf(trouble.getMessage()));
        } catch (UncheckedIOException unreadable) {
            failed(file, FileTrouble.words(Objects.requireNonNull(unreadable.getCause())));
        }
    }

    private void failed(Found file, String why) {
        outcomes.accept(new Outcome(file, "", Outcome.State.FAILED, why));
    }

    /// What is under way is broken off: nothing is told any more.
    @Override
    public void close() {
        senders.shutdownNow();
        try {
            senders.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
