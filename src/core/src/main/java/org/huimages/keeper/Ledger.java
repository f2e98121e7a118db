package org.huimages.keeper;

import java.util.BitSet;

/// What the cache takes, kept by addition, and corrected by a count of what really lies there while it goes on
/// being used. Thread-safe.
///
/// Who changes something below a prefix says so before and after ([#begin], [#end]). A count of a prefix holds
/// only if nothing was changed there meanwhile; what is changed later is added to what was counted. So the sum of
/// all counts is exact, without anybody having to wait.
final class Ledger {
    private final int[] underWay = new int[Prefixes.COUNT];
    private final int[] changes = new int[Prefixes.COUNT];
    private final BitSet counted = new BitSet(Prefixes.COUNT);
    private Use used;
    private long reserved;
    private boolean exact;
    private boolean counting;
    private boolean rough;
    private Use count = Use.NONE;

    Ledger(Use used, boolean exact) {
        this.used = used;
        this.exact = exact;
    }

    synchronized Use used() {
        return used;
    }

    /// What is taken and what is about to be.
    synchronized long bytes() {
        return used.bytes() + reserved;
    }

    /// Whether it is known, not guessed.
    synchronized boolean isExact() {
        return exact;
    }

    /// Takes a part of what is left below `limit` for something that is about to appear.
    synchronized boolean reserve(long bytes, long limit) {
        boolean fits = bytes <= limit - used.bytes() - reserved;
        if (fits) {
            reserved += bytes;
        }
        return fits;
    }

    synchronized void release(long bytes) {
        reserved -= bytes;
    }

    synchronized void begin(int prefix) {
        underWay[prefix]++;
        changes[prefix]++;
    }

    /// @param more what is taken more than before
    synchronized void end(int prefix, Use more) {
        underWay[prefix]--;
        used = notNegative(used.plus(more));
        if (counting && counted.get(prefix)) {
            count = count.plus(more);
        }
    }

    private static Use notNegative(Use use) {
        return new Use(Math.max(0, use.bytes()), Math.max(0, use.files()));
    }

    synchronized void startCount() {
        counting = true;
        rough = false;
        counted.clear();
        count = Use.NONE;
    }

    /// What [#counted] needs to know that nothing was changed; -1 while somebody is at it.
    synchronized int version(int prefix) {
        return underWay[prefix] > 0 ? -1 : changes[prefix];
    }

    /// @return whether it holds: otherwise something was changed meanwhile, and it is to be counted again
    synchronized boolean counted(int prefix, int version, Use found) {
        boolean holds = version >= 0 && underWay[prefix] == 0 && changes[prefix] == version;
        if (holds) {
            add(prefix, found);
        }
        return holds;
    }

    /// Takes a count that may be wrong by what was changed meanwhile.
    synchronized void countedRoughly(int prefix, Use found) {
        rough = true;
        add(prefix, found);
    }

    private void add(int prefix, Use found) {
        counted.set(prefix);
        count = count.plus(found);
        if (!exact) {
            used = new Use(Math.max(used.bytes(), count.bytes()), Math.max(used.files(), count.files()));
        }
    }

    /// How much of the count is done, 0 to 1.
    synchronized double progress() {
        return counting ? (double) counted.cardinality() / Prefixes.COUNT : 1;
    }

    synchronized boolean isCounting() {
        return counting;
    }

    /// @param whole whether the count went to its end
    /// @return by how much it was wrong before
    synchronized Use endCount(boolean whole) {
        Use wrong = whole ? count.minus(used) : Use.NONE;
        if (whole) {
            used = notNegative(count);
            exact = !rough;
        }
        counting = false;
        return wrong;
    }
}
