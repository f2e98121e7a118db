package org.huimages.bench.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.huimages.bench.catalog.WebCalls.WebCall;
import org.huimages.bench.measure.Folders;
import org.huimages.bench.picture.Copies;
import org.huimages.bench.picture.Pictures;
import org.huimages.bench.server.BenchServer;
import org.huimages.bench.server.ServerClient;
import org.huimages.bench.settings.BenchSettings;

/// A real server on such a catalog, asked over HTTP, one call after the other. How long a call was inside the server,
/// from its arrival to the end of the answer, is what Tomcat's access log says.
final class AskedServer {
    private static final int MEGAPIXELS = 2;
    private static final String SIZE = "240x160";

    /// 404 and 410 are for pictures that are private, or in the trash.
    private static final Set<Integer> ANSWERS = Set.of(200, 204, 404, 410);

    private final int pictures;
    private final int readings;
    private final List<String> asked = new ArrayList<>();

    /// @param pictures how many are there
    /// @param readings how often each call is made, once to warm up and once to be counted
    AskedServer(int pictures, int readings) {
        this.pictures = pictures;
        this.readings = readings;
    }

    /// @param place where `data/catalog` is
    /// @return milliseconds, by the name of the call
    Map<String, List<Double>> ask(Path place) throws IOException, InterruptedException {
        Folders.delete(place.resolve("base"));
        try (BenchServer server = BenchServer.start(place, Map.of("HUIMAGES_BROWSE", "public"))) {
            List<WebCall> calls = new WebCalls(pictures, upload(server.client())).all();
            calls.forEach(call -> repeat(server.client(), call));
            asked.clear();
            calls.forEach(call -> repeat(server.client(), call));
        }
        return byCall(millis(place.resolve("base").resolve("logs")));
    }

    /// @return the address of a rendition
    private static String upload(ServerClient client) throws IOException, InterruptedException {
        Path file = Pictures.baseline(BenchSettings.read().made(), MEGAPIXELS).file();
        Copies copies = new Copies(Files.readAllBytes(file));
        int number = new Random().nextInt();
        client.upload("picture.jpg", ServerClient.body(copies.file(number)));
        return "/" + SIZE + "/" + copies.id(number) + "/picture.jpeg";
    }

    private void repeat(ServerClient client, WebCall call) {
        for (int time = 0; time < readings; time++) {
            int status = client.get(call.path().get()).join().statusCode();
            if (!ANSWERS.contains(status)) {
                throw new IllegalStateException(call.name() + " was answered " + status);
            }
            asked.add(call.name());
        }
    }

    /// Of all requests, in their order.
    private static List<Double> millis(Path logs) throws IOException {
        List<Double> millis = new ArrayList<>();
        try (Stream<Path> files = Files.list(logs)) {
            for (Path file : files.filter(file -> file.getFileName().toString().startsWith("access"))
                    .sorted()
                    .toList()) {
                Files.readAllLines(file).forEach(line -> millis.add(micros(line) / 1e3));
            }
        }
        return millis;
    }

    /// The last field of a line.
    private static long micros(String line) {
        return Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
    }

    /// @param millis of which the last ones are of what was asked
    private Map<String, List<Double>> byCall(List<Double> millis) {
        List<Double> last = millis.subList(millis.size() - asked.size(), millis.size());
        Map<String, List<Double>> byCall = new LinkedHashMap<>();
        for (int number = 0; number < asked.size(); number++) {
            byCall.computeIfAbsent(asked.get(number), name -> new ArrayList<>()).add(last.get(number));
        }
        return byCall;
    }
}
