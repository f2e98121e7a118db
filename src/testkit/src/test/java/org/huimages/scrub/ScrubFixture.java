package org.huimages.scrub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.huimages.job.Arguments;
import org.huimages.job.Job;
import org.huimages.job.JobLimits;
import org.huimages.job.JobState;
import org.huimages.job.Jobs;
import org.huimages.original.MemoryOriginalStore;
import org.huimages.stock.Stock;
import org.huimages.testkit.Samples;
import org.huimages.testkit.WatchedCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A catalog and a store that may disagree, and the job that finds out.
@Timeout(60)
abstract class ScrubFixture {
    static final Instant START = Instant.parse("2026-05-04T03:02:01Z");
    static final JobLimits LIMITS =
            new JobLimits(Duration.ofMillis(1), Duration.ofMillis(4), 3, Duration.ofSeconds(1), 20);

    @TempDir
    Path folder;

    final WatchedCatalog catalog = new WatchedCatalog();
    final PublicStore originals = new PublicStore();
    final MemoryOriginalStore other = new MemoryOriginalStore();
    final MemoryOriginalStore yard = new MemoryOriginalStore();
    final AtomicReference<Instant> now = new AtomicReference<>(START);
    Pictures pictures;
    ScrubJob kind;
    Jobs jobs;

    @BeforeEach
    void open() throws IOException {
        pictures = new Pictures(folder, catalog, originals);
        kind = kind();
        jobs = Jobs.open(folder.resolve("jobs"), List.of(kind), LIMITS, () -> false, clock());
        now.set(START.plus(Duration.ofDays(2)));
    }

    ScrubJob kind() throws IOException {
        Path book = Files.createDirectories(folder.resolve("jobs")).resolve("catalog.properties");
        return new ScrubJob(
                new Stock(originals, catalog),
                List.of(
                        new OtherOriginals("the attic", other::fetch),
                        new OtherOriginals(
                                "the yard", yard::fetch, id -> yard.length(id).isPresent())),
                folder.resolve("salvage"),
                CatalogBook.open(book, "memory", clock()),
                clock());
    }

    InstantSource clock() {
        return now::get;
    }

    @AfterEach
    void close() {
        jobs.close();
    }

    Job scrub(String... arguments) throws InterruptedException {
        Map<String, String> values = new TreeMap<>();
        Stream.of(arguments).map(pair -> pair.split("=", 2)).forEach(pair -> values.put(pair[0], pair[1]));
        return awaited(jobs.start(kind, new Arguments(values), "ann"));
    }

    Job awaited(Job started) throws InterruptedException {
        long number = started.record().number();
        while (jobs.find(number).orElseThrow().record().state() == JobState.RUNNING) {
            Thread.sleep(1);
        }
        return jobs.find(number).orElseThrow();
    }

    static Map<String, Long> counts(Job job) {
        assertEquals(JobState.DONE, job.record().state(), job.record().reason());
        return job.record().progress().counts();
    }

    List<String> told(Job job) {
        return jobs.report(job.record().number(), 0, 1000).orElseThrow().lines().stream()
                .map(line -> line.subject() + " " + line.what())
                .sorted()
                .toList();
    }

    /// Objects that belong to nobody.
    void junk(int count) throws IOException {
        for (int number = 0; number < count; number++) {
            pictures.put(Samples.id(number), pictures.bytes(number));
        }
    }
}
