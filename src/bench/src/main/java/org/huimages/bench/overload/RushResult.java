package org.huimages.bench.overload;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.huimages.bench.measure.Statistics;
import org.huimages.bench.overload.Rush.Leftover;
import org.huimages.bench.overload.SteadyHits.Hits;

/// @param before hits while nothing else is asked
/// @param during hits while the cold requests are answered
/// @param cpu who had the cores meanwhile
/// @param peakMegabytes of the server's RSS, from the rush to the end
/// @param ready the status of `/health/ready` right after the last answer
record RushResult(
        Hits before, Hits during, List<Answer> cold, String cpu, double peakMegabytes, int ready, Leftover leftover) {

    double p99() {
        return Statistics.percentile(during.millis(), 99);
    }

    String text() {
        return """
                hits alone        %s
                hits in the rush  %s
                cold              %s; last answer after %.1f s
                CPU in the rush   %s
                server            peak RSS %.0f MB; /health/ready %d; libvips at rest: %s
                """.formatted(
                        text(before), text(during), statuses(), slowest() / 1000, cpu, peakMegabytes, ready, leftover);
    }

    private static String text(Hits hits) {
        return "%d, p50 %.1f, p99 %.1f, max %.1f ms, %d failed; the asker was late by %.1f ms (p99)"
                .formatted(
                        hits.answers().size(),
                        Statistics.percentile(hits.millis(), 50),
                        Statistics.percentile(hits.millis(), 99),
                        Statistics.percentile(hits.millis(), 100),
                        hits.failures(),
                        Statistics.percentile(hits.lags(), 99));
    }

    private String statuses() {
        Map<Integer, Long> counts =
                cold.stream().collect(Collectors.groupingBy(Answer::status, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> "%d times %d".formatted(entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    double slowest() {
        return cold.stream().mapToDouble(Answer::millis).max().orElseThrow();
    }

    /// Made, or refused as busy: nothing else may happen to a cold request.
    boolean isOrderly() {
        return cold.stream().allMatch(answer -> answer.status() == 200 || answer.status() == 503)
                && during.failures() == 0;
    }
}
