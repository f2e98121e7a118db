package org.huimages.bench.client;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.huimages.bench.settings.Quiet;
import org.huimages.client.HuImages;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Addresses and tags of a thousand pictures that the client has seen, one after the other.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TagBenchmark {
    private static final int PICTURES = 1000;

    private final List<String> ids = IntStream.range(0, PICTURES)
            .mapToObj(number -> "A".repeat(28) + letters(number) + "01")
            .toList();

    private Optional<HttpServer> server = Optional.empty();
    private Optional<HuImages> images = Optional.empty();

    private static String letters(int number) {
        return Integer.toString(number + 10_000, 16)
                .chars()
                .mapToObj(digit -> String.valueOf((char) ('A' + Character.digit(digit, 16))))
                .reduce("", String::concat);
    }

    /// Where the next of one thread's pictures is.
    @State(Scope.Thread)
    public static class Turn {
        private int number;

        private int next() {
            number = (number + 1) % PICTURES;
            return number;
        }
    }

    @Setup
    public void see() throws IOException {
        Quiet.please();
        HttpServer stub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stub.createContext("/api/images/", exchange -> {
            String id = exchange.getRequestURI().getPath().substring("/api/images/".length());
            byte[] body = document(id).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        stub.start();
        server = Optional.of(stub);
        images = Optional.of(HuImages.builder("https://images.example.com")
                .api("http://127.0.0.1:" + stub.getAddress().getPort())
                .cache(PICTURES, Duration.ofDays(1))
                .build());
        ids.forEach(images.get()::imageUrl);
    }

    private static String document(String id) {
        return """
                {"id":"%s","url":"http://127.0.0.1/o/x.jpeg","width":4032,"height":3024,"length":3527270,
                "contentType":"image/jpeg","placeholder":"data:image/webp;base64,%s","filename":"IMG_0815.JPG",
                "titles":["A waterfall","Ein Wasserfall in den W\u00E4ldern bei M\u00FCnchen"],"types":["photo"],
                "references":{"artnr":["14600"]},"tags":["water"],"ctime":"20090129T235959.000000",
                "mtime":"20100129T235959.000000","formats":["jpeg","webp","png","avif"],"private":false,
                "focal":null,"focalRev":0,"uploader":"ann"}""".formatted(id, "UklGR".repeat(40));
    }

    @Benchmark
    public String address(Turn turn) {
        return images.orElseThrow().scaledImageUrl(ids.get(turn.next()), "240x160");
    }

    @Benchmark
    public String tag(Turn turn) {
        return images.orElseThrow().scaledTag(ids.get(turn.next()), "240x160");
    }

    @Benchmark
    public String picture(Turn turn) {
        return images.orElseThrow().pictureTag(ids.get(turn.next()), "vga");
    }

    @TearDown
    public void close() {
        images.orElseThrow().close();
        server.orElseThrow().stop(0);
    }
}
