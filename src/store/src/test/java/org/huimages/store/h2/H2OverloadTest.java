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
    private static final int WRITERS = 20;

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

    /// One writes at a time.
    @Test
    void whoWaitsBehindAWriterThatDoesNotEndIsToldAndReadingGoesOn() throws Exception {
        for (int number = 0; number <= WRITERS; number++) {
            catalog.save(Samples.document(number));
        }
        CountDownLatch begun = new CountDownLatch(1);
        Future<?> slow = threads.submit(() -> catalog.update(Samples.id(0), waiting(begun)));
        begun.await();
        List<Future<?>> others = new ArrayList<>();
        for (int number = 1; number <= WRITERS; number++) {
            ImageId id = Samples.id(number);
            others.add(threads.submit(() -> assertUnavailable(() -> catalog.update(id, document -> document))));
        }
        assertTrue(catalog.find(Samples.id(0)).isPresent(), "reading waits for nobody");
        for (Future<?> other : others) {
            other.get();
        }
        gate.countDown();
        slow.get();
        catalog.save(Samples.document(0, "title"));
        assertEquals(Samples.document(0, "title"), catalog.find(Samples.id(0)).orElseThrow());
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

    private static void assertUnavailable(Runnable call) {
        Instant start = Instant.now();
        Failure failure = assertThrows(FailureException.class, call::run).failure();
        assertInstanceOf(Failure.Unavailable.class, failure);
        Duration taken = Duration.between(start, Instant.now());
        assertTrue(taken.toSeconds() < 15, () -> "told after " + taken);
    }
}
