package org.huimages.cli.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.huimages.cli.shell.Refused;
import org.huimages.client.HuImages;
import org.huimages.testkit.net.StubServer;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Duration MOST = Duration.ofSeconds(1);
    private static final String ANY = "{\"id\": \"3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ01\"}";

    private static HuImages nobody() {
        String address = "http://127.0.0.1:1";
        return HuImages.builder(address).api(address).build();
    }

    @Test
    void aServerThatNeverAnsweredIsNotWaitedFor() {
        try (HuImages nobody = nobody()) {
            assertThrows(Refused.class, () -> new Patience(MOST).with(nobody::randomImageId));
        }
    }

    /// A long upload, or large files to be read, and then a server that starts again.
    @Test
    void patienceBeginsWithTheTroubleNotWithTheLastAnswer() {
        Patience patience = new Patience(MOST);
        AtomicInteger calls = new AtomicInteger();
        try (StubServer server = new StubServer();
                HuImages nobody = nobody();
                HuImages images =
                        HuImages.builder(server.address()).api(server.address()).build()) {
            server.answers(200, ANY);
            patience.with(images::randomImageId);
            long later = System.nanoTime() + MOST.toNanos();
            while (System.nanoTime() - later <= 0) {
                Thread.onSpinWait();
            }
            Optional<?> found =
                    patience.with(() -> calls.incrementAndGet() == 1 ? nobody.randomImageId() : images.randomImageId());
            assertEquals(2, calls.get());
            assertTrue(found.isPresent());
        }
    }
}
