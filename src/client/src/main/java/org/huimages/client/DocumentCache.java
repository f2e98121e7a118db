package org.huimages.client;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.huimages.client.HuImagesException.Reason;
import org.huimages.url.ImageId;

/// Documents that were fetched, so that a tag needs no request but a picture's first. Thread-safe; those asked for
/// longest ago go first.
///
/// What is older than its time is still used while a newer one is fetched. While the server is away nobody waits for
/// it but one asker every few seconds.
final class DocumentCache {
    private static final Duration BRIEFLY = Duration.ofSeconds(10);
    private static final Duration AWAY = Duration.ofSeconds(5);

    private final Source source;
    private final int capacity;
    private final Duration timeToLive;
    private final SequencedMap<ImageId, Entry> entries;
    private final Map<ImageId, CompletableFuture<Optional<ImageInfo>>> flights = new ConcurrentHashMap<>();
    private final Set<ImageId> refreshing = ConcurrentHashMap.newKeySet();
    private volatile long awayUntil = System.nanoTime();

    DocumentCache(Source source, int capacity, Duration timeToLive) {
        this.source = source;
        this.capacity = capacity;
        this.timeToLive = timeToLive;
        this.entries = new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true);
    }

    /// Where documents come from.
    interface Source {

        /// The document, or that there is none.
        ///
        /// @param known what was there before
        /// @throws HuImagesException if nobody can be asked
        Fetched fetch(ImageId id, Optional<Fetched> known);
    }

    /// @param etag of the document, if there is one
    record Fetched(Optional<ImageInfo> info, Optional<String> etag) {}

    private static final Fetched NOTHING = new Fetched(Optional.empty(), Optional.empty());

    private record Entry(Fetched fetched, long freshUntil) {
        private boolean isFresh() {
            return System.nanoTime() - freshUntil < 0;
        }
    }

    /// What is known of a picture, found out if need be; empty if there is no such picture, or nobody can be asked.
    Optional<ImageInfo> find(ImageId id) {
        Optional<Entry> known = entry(id);
        if (known.isPresent()) {
            known.filter(entry -> !entry.isFresh()).ifPresent(entry -> refresh(id, entry.fetched));
            return known.get().fetched.info;
        }
        return isAway() ? Optional.empty() : fetchOnce(id);
    }

    /// What is known and fresh.
    Optional<ImageInfo> fresh(ImageId id) {
        return entry(id).filter(Entry::isFresh).flatMap(entry -> entry.fetched.info);
    }

    private Optional<Entry> entry(ImageId id) {
        synchronized (entries) {
            return Optional.ofNullable(entries.get(id));
        }
    }

    /// What was found out otherwise.
    void put(ImageInfo info) {
        put(info.id(), new Fetched(Optional.of(info), Optional.empty()));
    }

    /// That there is no such picture, for us.
    void putMissing(ImageId id) {
        put(id, NOTHING);
    }

    void forget(ImageId id) {
        synchronized (entries) {
            entries.remove(id);
        }
    }

    private Optional<ImageInfo> put(ImageId id, Fetched fetched) {
        return put(id, fetched, fetched.info.isPresent() ? timeToLive : BRIEFLY);
    }

    private Optional<ImageInfo> put(ImageId id, Fetched fetched, Duration time) {
        synchronized (entries) {
            entries.put(id, new Entry(fetched, System.nanoTime() + time.toNanos()));
            if (entries.size() > capacity) {
                entries.pollFirstEntry();
            }
        }
        return fetched.info;
    }

    /// Whether nobody is to wait for the server now.
    boolean isAway() {
        return System.nanoTime() - awayUntil < 0;
    }

    /// Somebody has asked the server, and this came of it.
    void note(HuImagesException failure) {
        if (failure.reason() == Reason.NOBODY) {
            awayUntil = System.nanoTime() + AWAY.toNanos();
        }
    }

    /// However many ask at once.
    private Optional<ImageInfo> fetchOnce(ImageId id) {
        CompletableFuture<Optional<ImageInfo>> own = new CompletableFuture<>();
        CompletableFuture<Optional<ImageInfo>> underWay = flights.putIfAbsent(id, own);
        if (underWay != null) {
            return underWay.join();
        }
        try {
            own.complete(entry(id).map(entry -> entry.fetched.info).orElseGet(() -> fetch(id, Optional.empty())));
        } finally {
            flights.remove(id, own);
            own.complete(Optional.empty());
        }
        return own.join();
    }

    private Optional<ImageInfo> fetch(ImageId id, Optional<Fetched> known) {
        try {
            return put(id, source.fetch(id, known));
        } catch (HuImagesException failure) {
            note(failure);
            return failure.reason() == Reason.REFUSAL
                    ? put(id, known.orElse(NOTHING), BRIEFLY)
                    : known.flatMap(Fetched::info);
        }
    }

    private void refresh(ImageId id, Fetched known) {
        if (!isAway() && refreshing.add(id)) {
            Thread.ofVirtual().name("huimages-refresh").start(() -> {
                try {
                    fetch(id, Optional.of(known));
                } finally {
                    refreshing.remove(id);
                }
            });
        }
    }
}
