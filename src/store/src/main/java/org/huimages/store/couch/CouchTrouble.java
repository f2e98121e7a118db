package org.huimages.store.couch;

import java.io.IOException;
import org.huimages.original.StoreSetupException;

/// Why CouchDB did not do what it was asked for: one line for whoever runs the server.
final class CouchTrouble extends Exception {
    private static final long serialVersionUID = 1;

    private final String line;
    private final boolean setting;

    /// @param setting whether the line names a setting that is to blame
    CouchTrouble(String line, boolean setting, Throwable cause) {
        super(line, cause);
        this.line = line;
        this.setting = setting;
    }

    /// The line behind a failure.
    static String line(Throwable failure) {
        return failure.getCause() instanceof CouchTrouble trouble ? trouble.line : failure.toString();
    }

    /// Whether a setting is to blame for this trouble, or for this failure.
    static boolean isOfSetting(Throwable thrown) {
        Throwable trouble = thrown instanceof CouchTrouble ? thrown : thrown.getCause();
        return trouble instanceof CouchTrouble told && told.setting;
    }

    /// What there is to say of a failure to whoever looks after the server.
    static IOException told(Throwable failure) {
        return isOfSetting(failure)
                ? new StoreSetupException(line(failure), failure)
                : new IOException(line(failure), failure);
    }
}
