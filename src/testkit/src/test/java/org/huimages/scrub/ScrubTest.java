package org.huimages.scrub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.huimages.catalog.Facts;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.State;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.job.Arguments;
import org.huimages.job.Job;
import org.huimages.job.JobLimits;
import org.huimages.job.JobState;
import org.huimages.job.Jobs;
import org.huimages.job.ReportLine;
import org.huimages.original.MemoryOriginalStore;
import org.huimages.stock.Stock;
import org.huimages.testkit.SampleStates;
import org.huimages.testkit.Samples;
import org.huimages.testkit.WatchedCatalog;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ScrubTest {
    private static final Instant START = Instant.parse("2026-05-04T03:02:01Z");
    private static final JobLimits LIMITS =
            new JobLimits(Duration.ofMillis(1), Duration.ofMillis(4), 3, Duration.ofSeconds(1), 20);

    @TempDir
    Path folder;

    private final WatchedCatalog catalog = new WatchedCatalog();
    private final PublicStore originals = new PublicStore();
    private final MemoryOriginalStore other = new MemoryOriginalStore();
    private final MemoryOriginalStore yard = new MemoryOriginalStore();
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private Pictures pictures;
    private ScrubJob kind;
    private Jobs jobs;

    @BeforeEach
    void open() throws IOException {
        pictures = new Pictures(folder, catalog, originals);
        kind = kind();
        jobs = Jobs.open(folder.resolve("jobs"), List.of(kind), LIMITS, () -> false, clock());
        now.set(START.plus(Duration.ofDays(2)));
    }

    private ScrubJob kind() throws IOException {
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

    private InstantSource clock() {
        return now::get;
    }

    @AfterEach
    void close() {
        jobs.close();
    }

    private Job scrub(String... arguments) throws InterruptedException {
        Map<String, String> values = new TreeMap<>();
        Stream.of(arguments).map(pair -> pair.split("=", 2)).forEach(pair -> values.put(pair[0], pair[1]));
        return awaited(jobs.start(kind, new Arguments(values), "ann"));
    }

    private Job awaited(Job started) throws InterruptedException {
        long number = started.record().number();
        while (jobs.find(number).orElseThrow().record().state() == JobState.RUNNING) {
            Thread.sleep(1);
        }
        return jobs.find(number).orElseThrow();
    }

    private static Map<String, Long> counts(Job job) {
        assertEquals(JobState.DONE, job.record().state(), job.record().reason());
        return job.record().progress().counts();
    }

    private List<String> told(Job job) {
        return jobs.report(job.record().number(), 0, 1000).orElseThrow().lines().stream()
                .map(line -> line.subject() + " " + line.what())
                .sorted()
                .toList();
    }

    @Test
    void whereAllIsWellNothingIsToldAndNothingChanged() throws Exception {
        pictures.saveAll(0, 250);
        catalog.save(pictures.document(250, SampleStates.ERASED));
        Job job = scrub("repair=true", "makePrivate=true", "delete=true");
        assertEquals(Map.of(), counts(job));
        assertEquals(0, job.record().progress().failed());
        assertEquals("delete", job.record().progress().phase());
    }

    @Test
    void eachKindOfDamageIsFoundAndLeftAlone() throws Exception {
        ImageId missing = pictures.save(1);
        originals.delete(missing);
        pictures.save(2);
        pictures.damage(pictures.id(2), "short");
        pictures.save(3);
        pictures.flip(3);
        originals.open.add(pictures.save(4));
        pictures.put(pictures.id(5), pictures.bytes(5));
        pictures.put(pictures.id(6), pictures.bytes(7));
        pictures.save(8);
        catalog.update(pictures.id(8), document -> document.with(SampleStates.ERASED));
        pictures.save(9);
        catalog.update(pictures.id(9), document -> document.with(SampleStates.DELETED));
        originals.delete(pictures.id(9));
        pictures.save(10);
        catalog.update(pictures.id(10), ScrubTest::longer);
        Job job = scrub();
        assertEquals(
                Stream.of(
                                pictures.id(1) + " missing",
                                pictures.id(2) + " wrong-length",
                                pictures.id(3) + " wrong-checksum",
                                pictures.id(4) + " public",
                                pictures.id(5) + " orphan",
                                pictures.id(6) + " junk",
                                pictures.id(8) + " erased",
                                pictures.id(9) + " missing",
                                pictures.id(10) + " wrong-entry")
                        .sorted()
                        .toList(),
                told(job));
        assertEquals(9, job.record().progress().failed());
        assertEquals(told(job), told(scrub()));
        assertEquals(
                told(job), told(scrub("dryRun=true", "repair=true", "makePrivate=true", "salvage=x", "delete=true")));
        assertFalse(Files.exists(folder.resolve("salvage")));
    }

    private static ImageDocument longer(ImageDocument document) {
        Facts facts = document.facts().orElseThrow();
        return document.with(
                new Facts(facts.format(), facts.dimensions(), facts.orientation(), facts.length() + 1, facts.sha256()));
    }

    @Test
    void aQuickScrubReadsNothingThatHasTheRightLength() throws Exception {
        pictures.save(1);
        pictures.save(2);
        pictures.flip(1);
        pictures.damage(pictures.id(2), "short");
        assertEquals(Map.of("wrong-length", 1L), counts(scrub("quick=true")));
    }

    @Test
    void originalsAreRepairedFromAnotherStoreThatHasTheRightBytes() throws Exception {
        pictures.saveAll(1, 5);
        originals.delete(pictures.id(1));
        pictures.damage(pictures.id(2), "short");
        pictures.flip(3);
        pictures.flip(4);
        for (int number = 1; number <= 3; number++) {
            other.put(pictures.id(number), Files.write(folder.resolve("o"), pictures.bytes(number)));
        }
        other.put(pictures.id(4), Files.writeString(folder.resolve("o"), "wrong too"));
        Job job = scrub("repair=true");
        assertEquals(3L, counts(job).get("repaired"));
        assertEquals(1, job.record().progress().failed());
        assertEquals(List.of(pictures.id(4) + " wrong-checksum"), told(scrub()));
        assertTrue(pictures.isWhole(1) && pictures.isWhole(2) && pictures.isWhole(3));
        assertEquals(OptionalLong.of(pictures.bytes(4).length), originals.length(pictures.id(4)), "it is still there");
    }

    @Test
    void whatIsServedFromElsewhereIsNotMissing() throws Exception {
        pictures.saveAll(1, 3);
        originals.delete(pictures.id(1));
        pictures.damage(pictures.id(2), "short");
        for (int number = 1; number <= 2; number++) {
            yard.put(pictures.id(number), Files.write(folder.resolve("o"), pictures.bytes(number)));
        }
        Job job = scrub();
        assertEquals(Map.of("elsewhere", 1L, "wrong-length", 1L), counts(job));
        assertEquals(1, job.record().progress().failed());
        assertEquals(2L, counts(scrub("repair=true")).get("repaired"));
        assertTrue(pictures.isWhole(1) && pictures.isWhole(2));
    }

    @Test
    void anEntryIsMadeForAnOriginalThatHasNone() throws Exception {
        pictures.put(pictures.id(1), pictures.bytes(1));
        assertEquals(Map.of("orphan", 1L, "entry-made", 1L), counts(scrub("repair=true")));
        ImageDocument made = catalog.find(pictures.id(1)).orElseThrow();
        assertEquals(pictures.document(1, State.FINE).facts(), made.facts());
        assertEquals(Map.of(), counts(scrub()));
    }

    @Test
    void aWrongLengthInTheEntryIsRepaired() throws Exception {
        pictures.save(1);
        catalog.update(pictures.id(1), ScrubTest::longer);
        assertEquals(Map.of("entry-repaired", 1L), counts(scrub("repair=true")));
        assertEquals(Optional.of(pictures.document(1, State.FINE)), catalog.find(pictures.id(1)));
    }

    @Test
    void publicObjectsAreMadePrivate() throws Exception {
        originals.open.add(pictures.save(1));
        assertEquals(Map.of("public", 1L), counts(scrub("repair=true")));
        assertEquals(Map.of("made-private", 1L), counts(scrub("makePrivate=true")));
        assertEquals(Map.of(), counts(scrub()));
    }

    @Test
    void wrongBytesAreSalvagedAndNeverOverwritten() throws Exception {
        pictures.save(1);
        pictures.damage(pictures.id(1), "first");
        scrub("salvage=box");
        scrub("salvage=box");
        pictures.damage(pictures.id(1), "second");
        scrub("salvage=box", "repair=true");
        Path box = folder.resolve("salvage/box");
        assertEquals("first", Files.readString(box.resolve(pictures.id(1).text())));
        assertEquals("second", Files.readString(box.resolve(pictures.id(1) + "-2")));
        try (Stream<Path> files = Files.list(box)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void whatDoesNotBelongThereIsDeletedAndNothingElse() throws Exception {
        pictures.saveAll(0, 110);
        pictures.put(pictures.id(200), pictures.bytes(200));
        pictures.put(pictures.id(201), pictures.bytes(202));
        pictures.flip(5);
        Job job = scrub("delete=true", "salvage=box");
        assertEquals(1L, counts(job).get("deleted"));
        assertEquals(OptionalLong.empty(), originals.length(pictures.id(201)));
        assertTrue(pictures.isWhole(200), "whole ones are never deleted");
        assertTrue(originals.length(pictures.id(5)).isPresent(), "nor those that have an entry");
        assertArrayEquals(
                pictures.bytes(202),
                Files.readAllBytes(
                        folder.resolve("salvage/box").resolve(pictures.id(201).text())));
    }

    private void junk(int count) throws IOException {
        for (int number = 0; number < count; number++) {
            pictures.put(Samples.id(number), pictures.bytes(number));
        }
    }

    private void assertRefused(String why, String... arguments) throws InterruptedException {
        int before = originals.store.callers().size();
        Job job = scrub(arguments);
        assertEquals(JobState.FAILED, job.record().state());
        assertTrue(job.record().reason().contains(why), job.record().reason());
        assertTrue(originals.store.callers().size() > before);
        assertEquals(null, job.record().progress().counts().get("deleted"));
    }

    @Test
    void nothingIsDeletedWhereTheCatalogIsEmpty() throws Exception {
        junk(2);
        assertRefused("the catalog is empty", "delete=true");
        assertRefused("more than yesDelete says (1)", "delete=true", "yesDelete=1");
        assertEquals(2L, counts(scrub("delete=true", "yesDelete=2")).get("deleted"));
    }

    @Test
    void nothingIsDeletedWhereTheCatalogIsYoung() throws Exception {
        pictures.saveAll(0, 110);
        junk(1);
        now.set(START.plus(Duration.ofHours(23)));
        assertRefused("younger than a day", "delete=true");
        now.set(START.plus(Duration.ofHours(25)));
        assertEquals(1L, counts(scrub("delete=true")).get("deleted"));
    }

    @Test
    void nothingIsDeletedWhereMuchWouldGo() throws Exception {
        pictures.saveAll(0, 110);
        junk(2);
        assertRefused("2 of 112 objects would go, more than 1 %", "delete=true");
        assertEquals(2L, counts(scrub("delete=true", "yesDelete=2")).get("deleted"));
    }

    @Test
    void nothingIsDeletedWhereEntriesHaveGoneMissing() throws Exception {
        pictures.saveAll(0, 200);
        scrub();
        for (int number = 0; number < 10; number++) {
            catalog.erase(pictures.id(number));
        }
        junk(1);
        assertRefused("the catalog has 190 entries, and had 200 before", "delete=true");
        assertEquals(10L, counts(scrub()).get("orphan"));
        assertRefused("the catalog has 190 entries, and had 200 before", "delete=true");
    }

    @Test
    void nothingIsDeletedWhileTheCatalogCannotBeAsked() throws Exception {
        pictures.saveAll(0, 110);
        junk(1);
        catalog.fails();
        Job started = jobs.start(kind, new Arguments(Map.of("delete", "true")), "ann");
        while (jobs.find(1).orElseThrow().waiting().isEmpty()) {
            Thread.sleep(1);
        }
        assertEquals("the catalog is down", jobs.find(1).orElseThrow().waiting());
        catalog.heals();
        Job job = awaited(started);
        assertEquals(1L, counts(job).get("deleted"));
        assertEquals(1L, counts(job).get("junk"));
    }

    @Test
    void deletingGoesThroughEverything() {
        FailureException refused = assertThrows(
                FailureException.class,
                () -> scrub("delete=true", "after=" + Samples.id(1).text()));
        assertTrue(refused.failure() instanceof Failure.Unprocessable);
    }

    @Test
    void aStoreThatIsDownIsNoDamage() throws Exception {
        pictures.saveAll(0, 5);
        originals.store.fails("S3 is down");
        Job started = jobs.start(kind, Arguments.NONE, "ann");
        while (jobs.find(1).orElseThrow().waiting().isEmpty()) {
            Thread.sleep(1);
        }
        originals.store.heals();
        assertEquals(Map.of(), counts(awaited(started)));
    }

    @Test
    void afterARestartItGoesOn() throws Exception {
        pictures.saveAll(0, 50);
        pictures.flip(3);
        junk(1);
        for (int round = 0; round < 20; round++) {
            Job started = round == 0
                    ? jobs.start(kind, Arguments.NONE, "ann")
                    : jobs.find(1).orElseThrow();
            assertEquals(1, started.record().number());
            jobs.close();
            kind = kind();
            jobs = Jobs.open(folder.resolve("jobs"), List.of(kind), LIMITS, () -> false, clock());
        }
        Job done = awaited(jobs.find(1).orElseThrow());
        assertEquals(Map.of("junk", 1L, "wrong-checksum", 1L), counts(done));
        assertEquals(2, done.record().progress().failed());
    }

    @Test
    void onAServerThatOnlyReadsNothingCanBeRepaired() {
        var reading = new org.huimages.job.ReadOnlyKind(kind);
        for (String change : List.of("repair", "makePrivate", "delete")) {
            Arguments arguments = new Arguments(Map.of(change, "true"));
            FailureException refused = assertThrows(FailureException.class, () -> reading.check(arguments));
            assertTrue(refused.failure() instanceof Failure.Forbidden);
        }
        reading.check(Arguments.NONE);
        reading.check(new Arguments(Map.of("delete", "true", "dryRun", "true")));
    }

    @Test
    void aReportLineIsOneLine() {
        assertEquals(new ReportLine("a", "b c", "d e"), new ReportLine(" a", "b\tc", "d\r\ne\n"));
    }
}
