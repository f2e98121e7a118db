package org.huimages.store.couch;

import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.huimages.failure.FailureException;
import org.huimages.url.ImageId;

/// Tells which pictures' documents have changed, whoever changed them, as soon as CouchDB says so. It asks again
/// when it was not answered, until it is closed.
public final class CouchChanges implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(CouchChanges.class.getName());
    private static final String OLD = "_changes?limit=1000&since=";
    private static final String NEXT = "_changes?feed=longpoll&timeout=10000&limit=1000&since=";
    private static final Duration FIRST_REST = Duration.ofMillis(250);
    private static final Duration LONGEST_REST = Duration.ofSeconds(15);

    private final CouchConnection connection;
    private final CouchDatabase pictures;
    private final Listener listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch current = new CountDownLatch(1);
    private final Thread thread;
    private String since;

    private CouchChanges(CouchConnection connection, CouchNames names, String since, Listener listener) {
        this.connection = connection;
        this.pictures = connection.database(names.pictures());
        this.since = since;
        this.listener = listener;
        this.thread = Thread.ofVirtual().name("huimages-couch-changes").unstarted(this::follow);
    }

    /// Begins to listen, on connections of its own.
    ///
    /// @param since where to begin: what the listener was told last; `0` for everything, `now` for nothing old
    public static CouchChanges follow(CouchAddress address, CouchNames names, String since, Listener listener) {
        CouchChanges changes =
                new CouchChanges(new CouchConnection(address, CouchLimits.LISTENING), names, since, listener);
        changes.thread.start();
        return changes;
    }

    /// Waits until what had changed before is done with, for `limit` at most.
    public boolean awaitCurrent(Duration limit) throws InterruptedException {
        return current.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void follow() {
        Duration rest = FIRST_REST;
        try {
            while (!closed.await(0, TimeUnit.SECONDS)) {
                if (hear()) {
                    rest = FIRST_REST;
                } else if (closed.await(rest.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                } else {
                    rest = rest.multipliedBy(2).compareTo(LONGEST_REST) < 0 ? rest.multipliedBy(2) : LONGEST_REST;
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return false if nothing was answered, or the listener could not use it: then it is told again
    private boolean hear() {
        try {
            JsonObject answer = pictures.get(
                    (current.getCount() > 0 ? OLD : NEXT) + URLEncoder.encode(since, StandardCharsets.UTF_8));
            String last = answer.get("last_seq").getAsString();
            Set<ImageId> ids = ids(answer);
            if (!ids.isEmpty()) {
                listener.changed(ids, last);
            }
            since = last;
            if (answer.getAsJsonArray("results").isEmpty()) {
                current.countDown();
            }
            return true;
        } catch (FailureException failed) {
            log(CouchTrouble.line(failed));
        } catch (RuntimeException refused) {
            log(refused.toString());
        }
        return false;
    }

    private void log(String line) {
        if (closed.getCount() > 0) {
            LOG.log(System.Logger.Level.WARNING, "changes are not heard: {0}", line);
        }
    }

    private static Set<ImageId> ids(JsonObject answer) {
        Set<ImageId> ids = new LinkedHashSet<>();
        answer.getAsJsonArray("results")
                .forEach(change -> ImageId.parse(
                                change.getAsJsonObject().get("id").getAsString())
                        .ifPresent(ids::add));
        return ids;
    }

    @Override
    public void close() {
        closed.countDown();
        connection.closeFor(thread);
    }

    /// Hears of changes, one call after the other.
    @FunctionalInterface
    public interface Listener {

        /// @param ids of pictures that were made, changed, or erased; each once, however often it changed
        /// @param since to be kept, once these are done with: where to begin the next time
        void changed(Set<ImageId> ids, String since);
    }
}
