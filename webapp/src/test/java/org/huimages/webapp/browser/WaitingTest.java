package org.huimages.webapp.browser;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.catalina.LifecycleException;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.MemoryCatalog;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.Samples;
import org.huimages.webapp.health.Checks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of pages while a store does not answer.
@Timeout(60)
class WaitingTest {
    @TempDir
    Path folder;

    private final Catalog catalog = new MemoryCatalog();
    private final CountDownLatch answers = new CountDownLatch(1);

    private PagesServer start(Map<String, Checks.Check> checks) throws IOException, LifecycleException {
        catalog.save(Samples.document(1));
        return PagesServer.start(folder, catalog, checks);
    }

    private static String picture() {
        return "image/" + Samples.id(1) + "/";
    }

    private String await() throws InterruptedException {
        answers.await();
        return "ok";
    }

    @Test
    void whoWaitsForAStoreHoldsNoThreadOfTomcats() throws IOException, LifecycleException {
        try (PagesServer server = start(Map.of("originals", this::await))) {
            List<CompletableFuture<String>> waiting = Stream.generate(
                            () -> server.ask("admin/", "Role", "huimages-admin"))
                    .limit(2 * PagesServer.THREADS)
                    .toList();
            assertTrue(server.get("newest/").contains("tiles=1"));
            answers.countDown();
            waiting.forEach(page -> assertTrue(page.join().contains("parts=1"), page::join));
        }
    }

    @Test
    void aPageDoesNotWaitForAnOriginalThatIsFarAway() throws IOException, LifecycleException {
        try (PagesServer server = start(Map.of())) {
            server.originals.put(
                    Samples.id(1),
                    Files.write(folder.resolve("original"), PictureMaker.jpeg(PictureMaker.photo(60, 40, 1))));
            server.originals.sendsAfter(answers);
            String page = server.get(picture(), "Role", "huimages-reader");
            assertTrue(page.contains("unread=true"), page);
            answers.countDown();
            while (server.get(picture(), "Role", "huimages-reader").contains("unread=true")) {
                Thread.onSpinWait(); // what was asked for first comes any moment
            }
        }
    }

    @Test
    void aPageTellsThatAnOriginalCannotBeRead() throws IOException, LifecycleException {
        try (PagesServer server = start(Map.of())) {
            server.originals.fails("no route to host");
            assertTrue(server.get(picture(), "Role", "huimages-reader").contains("unread=true"));
            assertFalse(server.get(picture()).contains("unread=true"), "who may not see it is told nothing of it");
        }
    }
}
