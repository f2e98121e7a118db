package org.huimages.bench.hits;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huimages.bench.hits.HitFiles.Kind;
import org.huimages.bench.measure.ProcessClock;

/// wrk asks for files in random order, over a few connections, as fast as they come.
///
/// @param script `src/bench/tools/hits.lua`
/// @param folder for lists of addresses
record Load(Path script, Path folder) {
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
    private static final Pattern PACE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final double NANOS_A_MICRO = 1_000;

    /// @param micros CPU time of the server for one request, all its processes, in user and kernel mode
    /// @param pace requests a second
    record Cost(double micros, double pace) {}

    Cost run(Way way, Kind kind, int seconds) throws IOException, InterruptedException {
        Path list = Files.write(folder.resolve("paths"), way.paths().apply(kind));
        List<ProcessClock> clocks = way.pids().stream().map(ProcessClock::new).toList();
        long before = nanos(clocks);
        String report = wrk(way.port(), list, seconds);
        long spent = nanos(clocks) - before;
        if (report.contains("Non-2xx") || report.contains("Socket errors")) {
            throw new IllegalStateException(way.name() + ": " + report);
        }
        return new Cost(spent / NANOS_A_MICRO / number(REQUESTS, report), number(PACE, report));
    }

    private static long nanos(List<ProcessClock> clocks) {
        return clocks.stream().mapToLong(ProcessClock::nanos).sum();
    }

    private String wrk(int port, Path list, int seconds) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        "wrk", "-t1", "-c16", "-d" + seconds + "s", "-s", script.toString(), "http://127.0.0.1:" + port)
                .redirectErrorStream(true);
        builder.environment().put("PATHS", list.toString());
        Process process = builder.start();
        String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("wrk: " + report);
        }
        return report;
    }

    private static double number(Pattern pattern, String report) {
        Matcher found = pattern.matcher(report);
        if (!found.find()) {
            throw new IllegalStateException("wrk: " + report);
        }
        return Double.parseDouble(found.group(1));
    }
}
