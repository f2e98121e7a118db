package org.huimages.store.couch;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.conn.ConnectionPoolTimeoutException;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.file.DiskRoom;
import org.lightcouch.CouchDbException;
import org.lightcouch.CouchRefusal;

/// What LightCouch throws, in our words: the one place that knows its exceptions. The public learns that the
/// catalog does not answer; the reason is a [CouchTrouble].
final class CouchFailures {
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final int SERVER_ERRORS = 500;
    private static final String SETTING = "HUIMAGESCOUCHSERVER: ";

    private CouchFailures() {}

    /// @param thrown anything that came out of LightCouch, of Gson or of the HTTP client
    /// @param what was asked, for people: the database
    static FailureException of(Exception thrown, String what) {
        return switch (thrown) {
            case FailureException known -> known;
            case CouchRefusal refusal
            when refusal.status() == 400 || refusal.status() == 413 ->
                new Failure.Unprocessable("the catalog does not accept this document")
                        .exception(trouble(refusal, what));
            default -> new Failure.Unavailable("the catalog does not answer", RETRY).exception(trouble(thrown, what));
        };
    }

    /// For what needs an index that is not there yet.
    static FailureException notReady(String line) {
        return new Failure.Unavailable("the catalog's lists are not ready yet", RETRY)
                .exception(new CouchTrouble(line, false, new IllegalStateException(line)));
    }

    /// For what is not asked while CouchDB is left alone.
    ///
    /// @param reason why it is
    static FailureException resting(String line, Throwable reason) {
        return new Failure.Unavailable("the catalog does not answer", RETRY)
                .exception(new CouchTrouble(line, CouchTrouble.isOfSetting(reason), reason));
    }

    /// Whether CouchDB is down. One that refuses has answered.
    ///
    /// @param thrown as [#of] has made it, or the end of a download
    static boolean isOutage(Throwable thrown) {
        if (thrown instanceof IOException broken) {
            return !(broken instanceof FileSystemException) && !DiskRoom.isFull(broken);
        }
        return thrown.getCause() instanceof CouchTrouble trouble
                && trouble.getCause() instanceof CouchDbException failed
                && !(failed instanceof CouchRefusal refusal && refusal.status() < SERVER_ERRORS);
    }

    /// Somebody else was first, again and again.
    static FailureException crowded(String id) {
        return new Failure.Unavailable("too many change this picture at once", Duration.ofSeconds(1))
                .exception(new CouchTrouble("conflict after conflict at " + id, false, new IllegalStateException(id)));
    }

    private static CouchTrouble trouble(Exception thrown, String what) {
        String line = line(thrown, what);
        return new CouchTrouble(line, line.startsWith(SETTING), thrown);
    }

    private static String line(Exception thrown, String what) {
        return switch (thrown) {
            case CouchRefusal refusal -> refused(refusal, what);
            case JsonParseException garbage -> SETTING + what + " does not answer as a CouchDB does";
            case CouchDbException failed -> failed(failed, what);
            default -> SETTING + what + " does not answer as a CouchDB does: " + thrown;
        };
    }

    private static String refused(CouchRefusal refusal, String what) {
        return switch (refusal.status()) {
            case 401 -> SETTING + "user or password is wrong, or missing, for " + what;
            case 403 -> SETTING + "the user may not do this, or is locked out, at " + what + ": " + refusal.reason();
            case 404 -> what + " is not there: " + refusal.reason();
            case 301, 302, 303, 307, 308 -> SETTING + what + " is elsewhere; give its own address";
            default -> what + ": " + refusal.getMessage();
        };
    }

    private static String failed(CouchDbException failed, String what) {
        if (cause(failed, CertificateException.class).isPresent()
                || cause(failed, SSLPeerUnverifiedException.class).isPresent()) {
            return SETTING + "this Java does not trust the certificate of " + what + ", or it is another host's";
        }
        if (cause(failed, UnknownHostException.class).isPresent()) {
            return SETTING + "there is no such host: " + what;
        }
        if (cause(failed, ConnectionPoolTimeoutException.class).isPresent()) {
            return what + ": all connections are in use";
        }
        if (cause(failed, SocketTimeoutException.class).isPresent()
                || cause(failed, ConnectTimeoutException.class).isPresent()) {
            return what + " does not answer in time";
        }
        if (cause(failed, ConnectException.class).isPresent()) {
            return what + " does not answer: connection refused";
        }
        return what + " does not answer: " + failed.getMessage();
    }

    private static Optional<Throwable> cause(Throwable thrown, Class<? extends Throwable> type) {
        return Stream.iterate(thrown, one -> one != null, Throwable::getCause)
                .limit(10)
                .filter(type::isInstance)
                .findFirst();
    }
}
