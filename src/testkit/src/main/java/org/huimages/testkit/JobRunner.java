package org.huimages.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huimages.job.Arguments;
import org.huimages.job.Job;
import org.huimages.job.JobKind;
import org.huimages.job.JobLimits;
import org.huimages.job.JobState;
import org.huimages.job.Jobs;

/// Jobs of one kind, without patience.
public record JobRunner(JobKind kind, Jobs jobs) implements AutoCloseable {
    private static final JobLimits LIMITS =
            new JobLimits(Duration.ofMillis(1), Duration.ofMillis(4), 3, Duration.ofSeconds(1), 20);

    public static JobRunner open(JobKind kind, Path folder) {
        try {
            return new JobRunner(kind, Jobs.open(folder, List.of(kind), LIMITS, () -> false, InstantSource.system()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Does it, to its end.
    ///
    /// @param arguments `name=value`
    public Job run(String... arguments) throws InterruptedException {
        return awaited(start(arguments).record().number());
    }

    public Job start(String... arguments) {
        Map<String, String> values = new TreeMap<>();
        Stream.of(arguments).map(pair -> pair.split("=", 2)).forEach(pair -> values.put(pair[0], pair[1]));
        return jobs.start(kind, new Arguments(values), "ann");
    }

    /// Waits for its end.
    public Job awaited(long number) throws InterruptedException {
        while (jobs.find(number).orElseThrow().record().state() == JobState.RUNNING) {
            Thread.sleep(1);
        }
        return jobs.find(number).orElseThrow();
    }

    /// The lines of its report: `ID what`, sorted.
    public List<String> told(Job job) {
        return jobs.report(job.record().number(), 0, 10_000).orElseThrow().lines().stream()
                .map(line -> line.subject() + " " + line.what())
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        jobs.close();
    }
}
