package org.huimages.store.couch;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.net.ssl.SSLContext;
import org.apache.http.impl.client.CloseableHttpClient;
import org.huimages.store.guard.Breaker;
import org.huimages.thread.OwnThreads;
import org.lightcouch.CouchDbProperties;
import org.lightcouch.GuardedCouchDbClient;

/// The connections to a CouchDB, which all databases share. Nothing is asked before it is needed, and for a while
/// nothing after it has not answered, but for those who are patient; after closing there are no connections and no
/// threads.
final class CouchConnection implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(CouchConnection.class.getName());

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    final CouchAddress address;
    final Breaker breaker;
    private final CouchLimits limits;
    private final CloseableHttpClient http;
    private final OwnThreads clockThread = new OwnThreads("huimages-couch-clock");
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, clockThread);

    /// Trusts what this Java trusts.
    CouchConnection(CouchAddress address, CouchLimits limits) {
        this(address, limits, trusted());
    }

    CouchConnection(CouchAddress address, CouchLimits limits, SSLContext tls) {
        this.address = address;
        this.breaker = new Breaker("CouchDB", limits.patient() ? asked -> false : CouchFailures::isOutage);
        this.limits = limits;
        this.http = CouchHttp.client(address, limits, tls);
        clock.setRemoveOnCancelPolicy(true);
    }

    private static SSLContext trusted() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// @param name of a database, which need not exist
    CouchDatabase database(String name) {
        return new CouchDatabase(this, name);
    }

    /// Asks the server for its version.
    GuardedCouchDbClient connect(String name) {
        CouchDbProperties properties =
                new CouchDbProperties(name, false, address.protocol(), address.host(), address.port(), null, null);
        GuardedCouchDbClient client = new GuardedCouchDbClient(
                properties.setPath(address.path()),
                http,
                new GuardedCouchDbClient.Watch(clock, limits.total().toMillis()));
        client.setGsonBuilder(new GsonBuilder().serializeNulls().disableHtmlEscaping());
        return client;
    }

    /// Closes it, and waits for the end of a thread that has nothing more to ask then.
    void closeFor(Thread thread) {
        close();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        try {
            http.close();
        } catch (IOException failed) {
            LOG.log(System.Logger.Level.DEBUG, "closing", failed);
        }
        if (!clockThread.end(clock, PATIENCE)) {
            LOG.log(System.Logger.Level.WARNING, "the clock of CouchDB's time limits has not ended");
        }
    }
}
