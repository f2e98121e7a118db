package org.huimages.store.couch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;

/// Answers as a real CouchDB was seen to, where the stand-in does otherwise.
final class RecordedCouch implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    final List<String> requests = new CopyOnWriteArrayList<>();

    /// @param answers from request (`GET /huimages/X?y`) and body; in a real CouchDB `/` always says which it is
    RecordedCouch(BiFunction<String, String, Answer> answers) {
        this(plain(), answers);
    }

    /// @param server bound and not started
    RecordedCouch(HttpServer server, BiFunction<String, String, Answer> answers) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, answers));
        server.start();
    }

    private static HttpServer plain() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void answer(HttpExchange exchange, BiFunction<String, String, Answer> answers) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(request + " " + exchange.getRequestHeaders().getFirst("Authorization"));
        Answer answer = answers.apply(request, body);
        byte[] bytes = answer.body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/elsewhere");
        exchange.sendResponseHeaders(answer.status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    CouchAddress address() {
        return CouchAddress.parse(
                "http://ann:secret@127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    record Answer(int status, String body) {
        static final Answer WELCOME = new Answer(200, "{\"couchdb\":\"Welcome\",\"version\":\"3.5.0\"}");
    }
}
