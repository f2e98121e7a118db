package org.huimages.store.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.original.OriginalStore;
import org.huimages.original.StoreSetupException;
import org.huimages.testkit.OriginalStoreContract;
import org.huimages.testkit.Samples;
import org.huimages.testkit.WatchedOriginalStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A store behind a breaker keeps the store's contract, as long as the store answers.
@Timeout(30)
class BreakerTest extends OriginalStoreContract {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(100);

    private final WatchedOriginalStore store = new WatchedOriginalStore();

    @Override
    protected OriginalStore open() {
        return guarded(LONG);
    }

    private OriginalStore guarded(Duration rest) {
        return new GuardedOriginalStore(store, new Breaker("S3", rest));
    }

    @Test
    void aDeadStoreIsNotAskedAnyMore() {
        OriginalStore guarded = guarded(LONG);
        store.fails("no route to host");
        failTimes(guarded, 3);
        store.forgetCallers();
        IOException refused = assertThrows(IOException.class, () -> guarded.length(Samples.id(1)));
        assertThrows(IOException.class, () -> guarded.put(Samples.id(1), Path.of("none")));
        assertThrows(IOException.class, () -> guarded.fetch(Samples.id(1), Path.of("none")));
        assertThrows(IOException.class, () -> guarded.delete(Samples.id(1)));
        assertThrows(IOException.class, guarded::list);
        assertThrows(IOException.class, guarded::check);
        assertEquals(List.of(), store.callers());
        assertTrue(String.valueOf(refused.getMessage()).endsWith("no route to host"), refused::toString);
    }

    @Test
    void aStoreThatAnswersAgainIsAskedAgain() throws IOException, InterruptedException {
        OriginalStore guarded = guarded(SHORT);
        store.fails("down");
        failTimes(guarded, 3);
        store.heals();
        while (!answers(guarded)) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        for (int call = 0; call < 20; call++) {
            assertEquals(OptionalLong.empty(), guarded.length(Samples.id(1)));
        }
    }

    @Test
    void ofManyWhoAskADeadStoreAgainOneHasToWait() throws Exception {
        OriginalStore guarded = guarded(SHORT);
        store.fails("down");
        failTimes(guarded, 3);
        store.heals();
        CountDownLatch answer = new CountDownLatch(1);
        store.sendsAfter(answer);
        store.forgetCallers();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> patient = threads.submit(() -> {
                while (!answers(guarded)) {
                    TimeUnit.MILLISECONDS.sleep(10);
                }
                return true;
            });
            while (store.callers().isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            failTimes(guarded, 100);
            assertEquals(1, store.callers().size());
            answer.countDown();
            assertTrue(patient.get());
        }
    }

    @Test
    void aBreakerHasNoThread() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        OriginalStore guarded = guarded(LONG);
        store.fails("down");
        failTimes(guarded, 4);
        Set<Thread> after = new HashSet<>(Thread.getAllStackTraces().keySet());
        after.removeAll(before);
        assertEquals(Set.of(), after);
    }

    @Test
    void aFewFailuresAmongManyAnswersAreNoOutage() throws IOException {
        OriginalStore guarded = guarded(LONG);
        for (int round = 0; round < 20; round++) {
            store.fails("hiccup");
            failTimes(guarded, 1);
            store.heals();
            guarded.length(Samples.id(1));
            guarded.length(Samples.id(2));
        }
        assertTrue(answers(guarded));
    }

    @Test
    void ourOwnDiskIsNoOutage() throws IOException {
        OriginalStore guarded = guarded(LONG);
        Path missing = files.resolve("missing");
        for (int call = 0; call < 20; call++) {
            assertThrows(NoSuchFileException.class, () -> guarded.put(Samples.id(1), missing));
        }
        assertTrue(guarded.put(Samples.id(1), Files.writeString(missing, "there now")));
    }

    @Test
    void whatCountsAsAnOutage() {
        assertTrue(Breaker.isOutage(new IOException("down")));
        assertTrue(Breaker.isOutage(new Failure.Unavailable("down", LONG).exception()));
        assertFalse(Breaker.isOutage(new StoreSetupException("wrong key", new IOException())));
        assertFalse(Breaker.isOutage(new Failure.StoreLies("wrong bytes").exception()));
        assertFalse(Breaker.isOutage(new IllegalStateException()));
    }

    @Test
    void aCatalogIsGuardedWithFailuresOfItsOwnKind() {
        Breaker breaker = new Breaker("CouchDB", LONG);
        FailureException down = new Failure.Unavailable("down", LONG).exception();
        for (int call = 0; call < 3; call++) {
            assertThrows(
                    FailureException.class,
                    () -> breaker.<String, FailureException>call(
                            () -> {
                                throw down;
                            },
                            BreakerTest::unavailable));
        }
        FailureException refused = assertThrows(
                FailureException.class,
                () -> breaker.<String, FailureException>call(() -> "asked", BreakerTest::unavailable));
        assertTrue(refused.failure().text().startsWith("CouchDB is left alone"));
    }

    private static FailureException unavailable(String text, Throwable reason) {
        return new Failure.Unavailable(text, LONG).exception(reason);
    }

    private static void failTimes(OriginalStore guarded, int times) {
        for (int call = 0; call < times; call++) {
            assertThrows(IOException.class, () -> guarded.length(Samples.id(1)));
        }
    }

    private static boolean answers(OriginalStore guarded) {
        try {
            return guarded.length(Samples.id(1)).isEmpty();
        } catch (IOException down) {
            return false;
        }
    }
}
