package org.huimages.keeper;

/// Whether there is room for a file, and the room itself until the file has taken it.
public final class Room implements AutoCloseable {
    /// None at all.
    public static final Room NONE = new Room(false, () -> {});

    private final boolean granted;
    private final Runnable release;

    private Room(boolean granted, Runnable release) {
        this.granted = granted;
        this.release = release;
    }

    static Room granted(Ledger ledger, long bytes) {
        return new Room(true, () -> ledger.release(bytes));
    }

    /// If not, the file must not be put into the cache.
    public boolean isGranted() {
        return granted;
    }

    /// What was put there is in the books by now.
    @Override
    public void close() {
        release.run();
    }
}
