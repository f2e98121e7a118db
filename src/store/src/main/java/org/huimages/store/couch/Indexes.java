package org.huimages.store.couch;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.huimages.failure.FailureException;

/// Sees to it that the databases, our design documents and their indexes are there: in the background, again and
/// again until it succeeds. Design documents of others are neither changed nor used.
final class Indexes implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Indexes.class.getName());

    /// The second one, where somebody else has the first.
    private static final List<String> NAMES = List.of("huimages", "huimages-server");

    private static final String DESIGN = "_design/";
    private static final Duration FIRST_REST = Duration.ofMillis(250);
    private static final Duration LONGEST_REST = Duration.ofSeconds(15);

    private final CouchConnection connection;
    private final Map<String, Design> designs;
    private final boolean mayWrite;
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile String problem = "the lists are being prepared";

    /// @param connection patient enough to wait for an index; closed with this
    /// @param designs by the name of the database
    /// @param mayWrite else what is there already is used, and nothing is made
    Indexes(CouchConnection connection, Map<String, Design> designs, boolean mayWrite) {
        this.connection = connection;
        this.mayWrite = mayWrite;
        this.designs = Map.copyOf(designs);
        this.thread = Thread.ofVirtual().name("huimages-couch-indexes").unstarted(this::prepare);
    }

    void start() {
        thread.start();
    }

    private void prepare() {
        Duration rest = FIRST_REST;
        try {
            while (!isPrepared()) {
                if (closed.await(rest.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                rest = rest.multipliedBy(2).compareTo(LONGEST_REST) < 0 ? rest.multipliedBy(2) : LONGEST_REST;
            }
            LOG.log(System.Logger.Level.INFO, "the lists of {0} are ready", connection.address);
            ready.countDown();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isPrepared() {
        try {
            designs.forEach((database, design) -> names.put(database, prepared(database, design)));
            problem = "CouchDB is building its index";
            designs.forEach(this::build);
            return true;
        } catch (FailureException failed) {
            String line = CouchTrouble.line(failed);
            if (!line.equals(problem) && closed.getCount() > 0) {
                LOG.log(System.Logger.Level.WARNING, "the lists cannot be prepared yet: {0}", line);
            }
            problem = line;
            return false;
        }
    }

    /// @return the name that our design document has
    private String prepared(String name, Design design) {
        CouchDatabase database = connection.database(name);
        if (mayWrite) {
            create(name);
            return write(database, design);
        }
        return NAMES.stream()
                .filter(known -> database.find(DESIGN + known)
                        .filter(there -> Design.isOurs(there) && !Design.isOld(there))
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> CouchFailures.notReady("there is no design document of ours in " + name
                        + ", and HUIMAGES_READ_ONLY keeps us from making it"));
    }

    /// Only administrators may create one, so whether it is there is asked first.
    private void create(String name) {
        CouchDatabase database = connection.database(name);
        if (!database.exists() && database.create()) {
            LOG.log(System.Logger.Level.INFO, "the database {0} was made", name);
        }
    }

    /// @return the name that our design document has
    private static String write(CouchDatabase database, Design design) {
        for (String name : NAMES) {
            Optional<JsonObject> there = database.find(DESIGN + name);
            if (there.isEmpty() || Design.isOurs(there.get())) {
                write(database, design.tree(DESIGN + name), there);
                return name;
            }
        }
        throw CouchFailures.notReady("the design documents " + NAMES + " of " + database.name + " are not ours");
    }

    /// That another node writes the same at the same time is no harm.
    private static void write(CouchDatabase database, JsonObject design, Optional<JsonObject> there) {
        if (there.isEmpty()) {
            database.put(design);
        } else if (Design.isOld(there.get())) {
            design.add("_rev", there.get().get("_rev"));
            database.put(design);
        }
    }

    /// CouchDB answers when it has built it; it goes on building when nobody waits any more.
    private void build(String database, Design design) {
        String name = names.getOrDefault(database, "");
        design.views()
                .keySet()
                .forEach(view -> connection
                        .database(database)
                        .rows(name + "/" + view, asked -> asked.reduce(false).limit(1)));
    }

    boolean isReady() {
        return ready.getCount() == 0;
    }

    /// Waits, for `limit` at most.
    boolean await(Duration limit) throws InterruptedException {
        return ready.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Why it is not ready: one line.
    String problem() {
        return problem;
    }

    /// The view as it is asked for.
    ///
    /// @throws FailureException [org.huimages.failure.Failure.Unavailable] until it is there
    String view(CouchDatabase database, String view) {
        if (!isReady()) {
            throw CouchFailures.notReady(problem);
        }
        return names.getOrDefault(database.name, "") + "/" + view;
    }

    @Override
    public void close() {
        closed.countDown();
        connection.closeFor(thread);
    }
}
