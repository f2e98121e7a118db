package org.huimages.store.couch;

/// Why CouchDB did not do what it was asked for: one line for whoever runs the server, which names the setting,
/// if one is to blame.
final class CouchTrouble extends Exception {
    private static final long serialVersionUID = 1;

    private final String line;

    CouchTrouble(String line, Throwable cause) {
        super(line, cause);
        this.line = line;
    }

    /// The line behind a failure.
    static String line(Throwable failure) {
        return failure.getCause() instanceof CouchTrouble trouble ? trouble.line : failure.toString();
    }
}
