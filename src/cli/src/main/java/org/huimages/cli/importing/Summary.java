package org.huimages.cli.importing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.huimages.cli.shell.Shell;
import org.huimages.client.json.Json;

/// What an import came to.
///
/// @param took from the first byte that was read to the last one that was sent
record Summary(Finds finds, Counts counts, Duration took, boolean dryRun) {
    private static final double MEGA = 1e6;
    private static final int MOST_FAILURES = 20;

    List<String> text() {
        Stream<String> counted = Stream.of(
                line("%,9d found, %.1f MB", finds.files().size(), finds.bytes() / MEGA),
                line(
                        "%,9d %s, %.1f MB%s",
                        counts.sent(), dryRun ? "would be imported" : "imported", counts.sentBytes() / MEGA, rate()),
                line("%,9d there already%s", counts.known(), labelled()),
                line("%,9d failed", counts.failures().size()));
        return Stream.of(counted, leftOut(), failures()).flatMap(lines -> lines).toList();
    }

    private String rate() {
        double seconds = took.toMillis() / 1e3;
        return dryRun || counts.sent() == 0
                ? ""
                : line(" in %.1f s: %.1f MB/s", seconds, counts.sentBytes() / MEGA / Math.max(seconds, 0.001));
    }

    private String labelled() {
        return counts.labelled() == 0 ? "" : line(", %,d of them told something new", counts.labelled());
    }

    private Stream<String> leftOut() {
        Stream<String> others = finds.others() == 0
                ? Stream.empty()
                : Stream.of(line("%,9d other files left out: no pictures by their names", finds.others()));
        Stream<String> folders = finds.folders() == 0
                ? Stream.empty()
                : Stream.of(line("%,9d folders left out: --recursive takes them too", finds.folders()));
        return Stream.concat(others, folders);
    }

    private Stream<String> failures() {
        Stream<String> first = counts.failures().stream()
                .limit(MOST_FAILURES)
                .map(failure -> Shell.oneLine(failure.path() + ": " + withoutPath(failure)));
        int more = counts.failures().size() - MOST_FAILURES;
        return more <= 0 ? first : Stream.concat(first, Stream.of("and " + more + " more: --json lists them all"));
    }

    private static String withoutPath(Failed failure) {
        String path = failure.path() + ": ";
        return failure.why().startsWith(path) ? failure.why().substring(path.length()) : failure.why();
    }

    @SuppressWarnings("AnnotateFormatMethod") // for one annotation we would need a library
    private static String line(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }

    Json json() {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("found", Json.of(finds.files().size()));
        members.put("foundBytes", Json.of(finds.bytes()));
        members.put(dryRun ? "new" : "imported", Json.of(counts.sent()));
        members.put(dryRun ? "newBytes" : "importedBytes", Json.of(counts.sentBytes()));
        members.put("there", Json.of(counts.known()));
        members.put("labelled", Json.of(counts.labelled()));
        members.put("failed", Json.of(counts.failures().size()));
        members.put("millis", Json.of(took.toMillis()));
        return new Json.Members(Map.of("summary", new Json.Members(members)));
    }
}
