package org.huimages.webapp.http;

import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;

/// Decides what of a failure goes to the log: a mistake of ours with its trace, trouble of ours as a line, and
/// what is the caller's own doing not at all.
public final class FailureLog {
    private static final System.Logger LOG = System.getLogger(FailureLog.class.getName());

    private FailureLog() {}

    /// The failure behind `thrown`, noted as it deserves.
    public static Failure note(Throwable thrown, String what) {
        Failure failure = FailureException.of(thrown);
        switch (failure) {
            case Failure.Internal mistake -> LOG.log(System.Logger.Level.ERROR, what, thrown);
            case Failure.StoreLies wrong -> line(wrong, what, thrown);
            case Failure.Unavailable busy -> line(busy, what, thrown);
            case Failure.DiskFull full -> line(full, what, thrown);
            default -> {}
        }
        return failure;
    }

    private static void line(Failure failure, String what, Throwable thrown) {
        LOG.log(System.Logger.Level.WARNING, "{0}: {1}{2}", what, failure.text(), reason(thrown));
    }

    /// What is at the bottom of it, on the same line.
    private static String reason(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof FailureException ? "" : " (" + root.toString().replaceAll("\\s+", " ") + ")";
    }
}
