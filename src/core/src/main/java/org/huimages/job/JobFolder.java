package org.huimages.job;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.huimages.file.DurableFile;

/// Where one job is written down: `job.properties`, `report.txt`, and whatever its kind puts beside them.
record JobFolder(Path path) {
    /// So many lines of a report are shown with the job.
    static final int LAST = 10;

    private static final String RECORD = "job.properties";
    private static final String REPORT = "report.txt";
    private static final String ARGUMENT = "argument.";
    private static final String COUNT = "count.";
    private static final String NOTE = "note.";

    Path report() {
        return path.resolve(REPORT);
    }

    /// The last lines of its report.
    List<ReportLine> last(JobRecord job) throws IOException {
        return ReportPage.tail(report(), job.report().bytes(), LAST);
    }

    void write(JobRecord job) throws IOException {
        Properties all = new Properties();
        all.setProperty("number", Long.toString(job.number()));
        all.setProperty("kind", job.kind());
        all.setProperty("by", job.by());
        all.setProperty("state", job.state().name());
        all.setProperty("reason", job.reason());
        all.setProperty("started", job.started().toString());
        job.finished().ifPresent(moment -> all.setProperty("finished", moment.toString()));
        all.setProperty("lines", Long.toString(job.report().lines()));
        all.setProperty("report", Long.toString(job.report().bytes()));
        job.arguments().values().forEach((name, value) -> all.setProperty(ARGUMENT + name, value));
        put(all, job.progress());
        DurableFile.write(path, RECORD, all);
    }

    private static void put(Properties all, Progress progress) {
        all.setProperty("phase", progress.phase());
        progress.total().ifPresent(total -> all.setProperty("total", Long.toString(total)));
        all.setProperty("done", Long.toString(progress.done()));
        all.setProperty("failed", Long.toString(progress.failed()));
        all.setProperty("bytes", Long.toString(progress.bytes()));
        all.setProperty("cursor", progress.cursor());
        progress.counts().forEach((what, count) -> all.setProperty(COUNT + what, Long.toString(count)));
        progress.notes().forEach((name, value) -> all.setProperty(NOTE + name, value));
    }

    /// @return nothing if no job is written down here
    Optional<JobRecord> read() throws IOException {
        Path file = path.resolve(RECORD);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties all = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            all.load(reader);
            return Optional.of(record(all));
        } catch (IllegalArgumentException | java.time.DateTimeException damaged) {
            throw new IOException(file + " cannot be read", damaged);
        }
    }

    private static JobRecord record(Properties all) {
        return new JobRecord(
                number(all, "number"),
                all.getProperty("kind", ""),
                new Arguments(below(all, ARGUMENT)),
                all.getProperty("by", ""),
                JobState.valueOf(all.getProperty("state", "")),
                all.getProperty("reason", ""),
                Instant.parse(all.getProperty("started", "")),
                Optional.ofNullable(all.getProperty("finished")).map(Instant::parse),
                progress(all),
                new JobRecord.Length(number(all, "lines"), number(all, "report")));
    }

    private static Progress progress(Properties all) {
        SortedMap<String, Long> counts = new TreeMap<>();
        below(all, COUNT).forEach((what, count) -> counts.put(what, Long.parseLong(count)));
        return new Progress(
                all.getProperty("phase", ""),
                all.containsKey("total") ? OptionalLong.of(number(all, "total")) : OptionalLong.empty(),
                number(all, "done"),
                number(all, "failed"),
                number(all, "bytes"),
                all.getProperty("cursor", ""),
                counts,
                below(all, NOTE));
    }

    private static long number(Properties all, String name) {
        return Long.parseLong(all.getProperty(name, ""));
    }

    private static SortedMap<String, String> below(Properties all, String prefix) {
        SortedMap<String, String> below = new TreeMap<>();
        all.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> below.put(name.substring(prefix.length()), all.getProperty(name)));
        return below;
    }
}
