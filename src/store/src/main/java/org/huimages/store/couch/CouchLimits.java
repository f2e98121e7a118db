package org.huimages.store.couch;

import java.time.Duration;

/// How long CouchDB is waited for.
///
/// @param connect for a connection, be it a new one or one that another caller has
/// @param silence for the next bytes of an answer
/// @param total for the whole of an answer
/// @param connections how many there may be at once
/// @param patient whether who asks waits on purpose, and rests by himself after a failure
public record CouchLimits(Duration connect, Duration silence, Duration total, int connections, boolean patient) {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final int CONNECTIONS = 32;
    private static final int DOWNLOADS = 8;

    /// For documents and lists: small answers, that somebody waits for.
    public static CouchLimits ofAnswers(Duration timeout) {
        Duration connect = timeout.compareTo(CONNECT) < 0 ? timeout : CONNECT;
        return new CouchLimits(connect, timeout, timeout, CONNECTIONS, false);
    }

    /// For originals.
    static final CouchLimits DOWNLOAD =
            new CouchLimits(CONNECT, Duration.ofSeconds(10), Duration.ofMinutes(5), DOWNLOADS, false);

    /// For the next change, which is waited for on purpose, for ten seconds at a time.
    static final CouchLimits LISTENING =
            new CouchLimits(CONNECT, Duration.ofSeconds(15), Duration.ofSeconds(30), 2, true);

    /// For an index that is being built.
    static final CouchLimits PATIENT = new CouchLimits(CONNECT, Duration.ofSeconds(60), Duration.ofMinutes(2), 2, true);
}
