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

    /// As it stands behind a bar.
    ///
    /// @param all how many files there are
    synchronized String soFar(int all) {
        int failed = failures.size();
        return (sent + known + failed) + "/" + all + (failed == 0 ? "" : ", " + failed + " failed");
    }

    /// In the end: failures by their paths.
    synchronized Counts counts() {
        return new Counts(
                sent,
                sentBytes,
                known,
                labelled,
                failures.stream().sorted(Comparator.comparing(Failed::path)).toList());
    }
}
