package org.huimages.bench.overload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.huimages.bench.overload.SteadyHits.Hits;
import org.huimages.bench.server.ServerClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SteadyHitsTest {
    private static final int MANY = 1_000_000;

    private final Semaphore gate = new Semaphore(MANY);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    SteadyHitsTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            gate.acquireUninterruptibly();
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/gone") ? 404 : 200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.close();
    }

    private ServerClient client() {
        return new ServerClient(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @Test
    void everyHitThatMeetsAStandstillCountsIt() throws InterruptedException {
        try (ServerClient client = client();
                SteadyHits hits = SteadyHits.start(client, List.of("/"))) {
            gate.drainPermits();
            Thread.sleep(500);
            gate.release(MANY);
            Hits result = hits.stop();
            long slow = result.millis().stream().filter(millis -> millis > 200).count();
            assertTrue(slow >= 20, () -> slow + " of " + result);
            assertEquals(0, result.failures());
        }
    }

    @Test
    void whatIsNot200IsAFailure() throws InterruptedException {
        try (ServerClient client = client();
                SteadyHits hits = SteadyHits.start(client, List.of("/gone"))) {
            Thread.sleep(100);
            Hits result = hits.stop();
            assertEquals(result.answers().size(), result.failures());
        }
    }
}
