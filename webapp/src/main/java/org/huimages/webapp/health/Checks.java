package org.huimages.webapp.health;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.huimages.original.StoreSetupException;

/// Asks each part that the server needs how it is. Thread-safe.
public final class Checks {
    private static final System.Logger LOG = System.getLogger(Checks.class.getName());

    private static final double MILLIS = 1000;

    private final Map<String, Check> checks;
    private final Set<String> spared;
    private final Duration patience;
    private final Set<String> wereWell = ConcurrentHashMap.newKeySet();

    /// @param checks by the name of the part
    /// @param spared parts without which finished pictures are still sent: while one of them does not answer, this
    ///     server is `degraded`, but ready. One that is set up wrong, and never was well, is not
    /// @param patience how long all of them together may take
    public Checks(Map<String, Check> checks, Set<String> spared, Duration patience) {
        this.checks = Map.copyOf(checks);
        this.spared = Set.copyOf(spared);
        this.patience = patience;
    }

    /// All at once, each on a thread that ends with it: what Amazon's SDK leaves in a thread would keep this
    /// application in memory for as long as Tomcat has the thread. Who does not answer in time is down.
    ///
    /// @return by the name of the part
    public SortedMap<String, Finding> askAll() {
        SortedMap<String, Finding> findings = new ConcurrentSkipListMap<>();
        Map<String, Thread> asked = new TreeMap<>();
        checks.forEach((part, check) ->
                asked.put(part, Thread.ofVirtual().start(() -> findings.putIfAbsent(part, ask(part, check)))));
        long end = System.nanoTime() + patience.toNanos();
        asked.forEach((part, asker) -> {
            if (!isOver(asker, end)) {
                findings.putIfAbsent(part, down(part, "down: no answer within " + patience.toMillis() / MILLIS + " s"));
                asker.interrupt();
            }
        });
        return findings;
    }

    private static boolean isOver(Thread asker, long end) {
        try {
            return asker.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Finding ask(String part, Check check) {
        try {
            String state = check.state();
            wereWell.add(part);
            return new Finding(Level.OK, state);
        } catch (StoreSetupException wrong) {
            LOG.log(System.Logger.Level.WARNING, "{0} is down: {1}", part, wrong.getMessage());
            boolean spare = spared.contains(part) && wereWell.contains(part);
            return new Finding(spare ? Level.DEGRADED : Level.DOWN, String.valueOf(wrong.getMessage()));
        } catch (Exception down) {
            LOG.log(System.Logger.Level.WARNING, "{0} is down: {1}", part, down);
            return down(part, "down");
        }
    }

    private Finding down(String part, String text) {
        return new Finding(spared.contains(part) ? Level.DEGRADED : Level.DOWN, text);
    }

    /// How a part is.
    ///
    /// @param text for people
    public record Finding(Level level, String text) {}

    /// From good to bad.
    public enum Level {
        OK,
        DEGRADED,
        DOWN
    }

    /// Asks one part.
    @FunctionalInterface
    public interface Check {

        /// @return a word for a part that is well
        /// @throws Exception if it is not
        String state() throws Exception;
    }
}
