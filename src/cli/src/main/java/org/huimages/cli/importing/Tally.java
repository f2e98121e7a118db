package org.huimages.cli.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Counts what becomes of files. Thread-safe.
final class Tally {
    private final int failedBefore;
    private final List<Failed> failures;
    private int sent;
    private long sentBytes;
    private int known;
    private int labelled;

    /// @param failures that there are before it begins
    Tally(List<Failed> failures) {
        this.failedBefore = failures.size();
        this.failures = new ArrayList<>(failures);
    }

    /// Whether anything has become of any file since.
    synchronized boolean hasBegun() {
        return sent + known + failures.size() > failedBefore;
    }

    synchronized void sent(long bytes) {
        sent++;
        sentBytes += bytes;
    }

    synchronized void known() {
        known++;
    }

    synchronized void labelled() {
        labelled++;
    }

    synchronized void failed(Failed failure) {
        failures.add(failure);
    }

    synchronized Counts counts() {
        return new Counts(
                sent,
                sentBytes,
                known,
                labelled,
                failures.stream().sorted(Comparator.comparing(Failed::path)).toList());
    }
}
