package org.huimages.keeper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/// Keeps the cache within its quota, and leaves others what is theirs of the disk, without knowing its files: what
/// is to go is found by sampling, so neither memory nor the time for a request grows with the number of files.
///
/// Whoever puts a file there asks for [#room] first; near the quota others go for it, and if there is none the
/// file is to be sent without being kept. What is done to the files is noted as a [#change]. Thread-safe. The
/// cache belongs to one keeper; files removed by hand are noticed by the next count.
public final class CacheKeeper implements AutoCloseable {
    static final String TOTALS = ".totals";

    /// Enough for a file of a megabyte in a cache of small ones; some 100 ms.
    private static final int ROUNDS = 32;

    private static final int ATTEMPTS = 2;
    private static final long PATIENCE_MILLIS = 200;

    private final CacheTree tree;
    private final KeeperLimits limits;
    private final InstantSource clock;
    private final Ledger ledger;
    private final Floors floors;
    private final Sampler sampler;
    private final Eviction eviction;
    private final ReentrantLock evicting = new ReentrantLock();
    private final LongAdder evicted = new LongAdder();
    private final LongAdder evictedBytes = new LongAdder();
    private final LongAdder notKept = new LongAdder();
    private volatile Instant counted;
    private volatile Runnable needed = () -> {};
    private volatile boolean closed;

    private CacheKeeper(CacheTree tree, KeeperLimits limits, Disk disk, InstantSource clock, Totals totals) {
        this.tree = tree;
        this.limits = limits;
        this.clock = clock;
        this.ledger = new Ledger(totals.use(), totals.closed());
        this.counted = totals.counted();
        this.floors = new Floors(disk, tree.folder(), limits.minFree());
        this.sampler = new Sampler(tree, clock, RandomGenerator.of("L64X128MixRandom"));
        this.eviction = new Eviction(tree, ledger, sampler);
    }

    /// Opens the books of the cache in `folder`, which exists. Where they were not closed they are an estimate
    /// until all has been counted.
    public static CacheKeeper open(Path folder, CacheNames names, KeeperLimits limits, Disk disk, InstantSource clock)
            throws IOException {
        CacheTree tree = CacheTree.of(folder, names);
        Path file = folder.resolve(TOTALS);
        Totals totals = Totals.read(file).orElseGet(() -> {
            boolean isNew = tree.prefixes().isEmpty();
            return new Totals(Use.NONE, isNew ? clock.instant() : Instant.EPOCH, isNew);
        });
        if (!new Totals(totals.use(), totals.counted(), false).write(file)) {
            Files.deleteIfExists(file);
        }
        return new CacheKeeper(tree, limits, disk, clock, totals);
    }

    /// Asks for room for a file that is to be put into the cache; others may have to go.
    ///
    /// @param finished the file, on the cache's file system; another name for a file elsewhere takes nothing
    /// @param picture the name of the folder that it is for
    public Room room(Path finished, String picture) {
        long bytes = tree.bytesOf(finished) + tree.bytesOfMissingFolders(picture);
        Room room = reserve(bytes) ? Room.granted(ledger, bytes) : Room.NONE;
        if (!room.isGranted()) {
            notKept.increment();
        }
        if (ledger.bytes() > limits.high()) {
            needed.run();
        }
        return room;
    }

    private boolean reserve(long bytes) {
        if (floors.missing(bytes).equals(Use.NONE) && ledger.reserve(bytes, limits.maxBytes())) {
            return true;
        }
        if (bytes > limits.maxBytes()) {
            return false;
        }
        needed.run();
        Use goal = new Use(bytes, 0);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (evictSoon(goal).covers(goal) && ledger.reserve(bytes, limits.maxBytes())) {
                return true;
            }
        }
        return false;
    }

    /// Opens a change to the files of a picture.
    ///
    /// @param folder the name of its folder
    public Change change(String folder) {
        return new Change(tree, ledger, Prefixes.of(folder));
    }

    /// Frees as much as is missing now to quota and floor.
    ///
    /// @return whether all that is wanted was freed
    boolean keep() {
        Use goal = missing();
        while (!goal.equals(Use.NONE) && !closed) {
            Use freed = evict(goal);
            if (freed.equals(Use.NONE)) {
                return false;
            }
            goal = atLeastNone(goal.minus(freed));
        }
        return true;
    }

    /// Frees this much at once, if there is so much that may go.
    public void free(long bytes) {
        evictSoon(new Use(bytes, 0));
    }

    /// What is to be freed: for the quota down to the low mark, once the high one is passed.
    private Use missing() {
        long bytes = ledger.bytes();
        Use floor = floors.missing(0);
        return new Use(Math.max(bytes > limits.high() ? bytes - limits.low() : 0, floor.bytes()), floor.files());
    }

    private static Use atLeastNone(Use use) {
        return new Use(Math.max(0, use.bytes()), Math.max(0, use.files()));
    }

    /// What can be freed while a request waits for it.
    private Use evictSoon(Use goal) {
        try {
            if (!evicting.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                return Use.NONE;
            }
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
            return Use.NONE;
        }
        try {
            return evict(goal);
        } finally {
            evicting.unlock();
        }
    }

    /// One at a time.
    private Use evict(Use goal) {
        evicting.lock();
        try {
            Use freed = eviction.evict(goal, ROUNDS);
            evicted.add(freed.files());
            evictedBytes.add(freed.bytes());
            return freed;
        } finally {
            evicting.unlock();
        }
    }

    /// Counts all files, while they go on being used.
    ///
    /// @return by how much the books were wrong
    Use recount(Recount.Pace pace) throws InterruptedException {
        Use wrong = new Recount(tree, ledger, pace).run();
        counted = clock.instant();
        save(false);
        return wrong;
    }

    /// Counts all files as fast as it goes.
    public void recount() throws InterruptedException {
        recount(Recount.Pace.FULL_SPEED);
    }

    /// Whether it is time to count: after a halt, and once a day; not while that is being done.
    boolean isCountDue(Instant before) {
        return !ledger.isCounting() && (!ledger.isExact() || counted.isBefore(before));
    }

    void save(boolean last) {
        boolean settled = last && ledger.isExact() && !ledger.isCounting();
        new Totals(ledger.used(), counted, settled).write(tree.folder().resolve(TOTALS));
    }

    /// @param needed is run, often and by many threads, where there is something to [#keep]
    void whenNeeded(Runnable needed) {
        this.needed = needed;
    }

    Instant now() {
        return clock.instant();
    }

    public CacheReport report() {
        Use used = ledger.used();
        DiskSpace space = floors.space();
        return new CacheReport(
                used.bytes(),
                used.files(),
                limits.maxBytes(),
                ledger.isExact(),
                ledger.progress(),
                counted,
                space,
                floors.floor(space),
                new CacheReport.Counters(evicted.sum(), evictedBytes.sum(), notKept.sum()));
    }

    /// How long files have not been used, by looking at some of them.
    public Ages ages() {
        return Ages.of(sampler.some(), clock.instant());
    }

    /// Closes the books: at the next start they are believed.
    @Override
    public void close() {
        closed = true;
        save(true);
    }
}
