package org.huimages.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.huimages.catalog.ImageDocument;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.testkit.Samples;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Who cannot be served is told so in time, and nobody is the worse for it afterwards.
@Timeout(120)
class H2OverloadTest {
    private static final int MORE_THAN_CONNECTIONS = 20;

    @TempDir
    Path folder;

    private H2Catalog catalog;
    private final CountDownLatch gate = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void open() {
        catalog = H2Catalog.open(folder);
    }

    @AfterEach
    void close() {
        gate.countDown();
        threads.close();
        catalog.close();
    }

    @Test
    void whenAllConnectionsAreTakenTheCatalogIsUnavailableAfterSeconds() throws Exception {
        CountDownLatch taken = new CountDownLatch(H2Database.CONNECTIONS);
        for (int number = 0; number < MORE_THAN_CONNECTIONS; number++) {
            catalog.save(Samples.document(number));
        }
        List<Future<?>> slow = new ArrayList<>();
        for (int number = 0; number < MORE_THAN_CONNECTIONS; number++) {
            ImageId id = Samples.id(number);
            slow.add(threads.submit(() -> catalog.update(id, waiting(taken))));
        }
        taken.await();
        assertUnavailable(() -> catalog.find(Samples.id(MORE_THAN_CONNECTIONS)));
        gate.countDown();
        int failed = 0;
        for (Future<?> update : slow) {
            failed += isDone(update) ? 0 : 1;
        }
        assertTrue(failed > 0 && failed < MORE_THAN_CONNECTIONS, failed + " failed");
        catalog.save(Samples.document(0, "title"));
        assertEquals(Samples.document(0, "title"), catalog.find(Samples.id(0)).orElseThrow());
    }

    @Test
    void aPictureThatSomebodyHasLockedIsUnavailableAndOthersAreNot() throws Exception {
        catalog.save(Samples.document(1));
        CountDownLatch locked = new CountDownLatch(1);
        Future<?> slow = threads.submit(() -> catalog.update(Samples.id(1), waiting(locked)));
        locked.await();
        Future<?> second =
                threads.submit(() -> assertUnavailable(() -> catalog.update(Samples.id(1), document -> document)));
        catalog.save(Samples.document(2));
        assertTrue(catalog.find(Samples.id(1)).isPresent(), "reading waits for nobody");
        second.get();
        gate.countDown();
        slow.get();
    }

    private UnaryOperator<ImageDocument> waiting(CountDownLatch begun) {
        return document -> {
            begun.countDown();
            try {
                gate.await();
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
            return document;
        };
    }

    private static boolean isDone(Future<?> update) throws InterruptedException {
        try {
            update.get();
            return true;
        } catch (ExecutionException failed) {
            assertInstanceOf(Failure.Unavailable.class, FailureException.of(failed));
            return false;
        }
    }

    private static void assertUnavailable(Runnable call) {
        Instant start = Instant.now();
        Failure failure = assertThrows(FailureException.class, call::run).failure();
        assertInstanceOf(Failure.Unavailable.class, failure);
        Duration taken = Duration.between(start, Instant.now());
        assertTrue(taken.toSeconds() < 15, () -> "told after " + taken);
    }
}
