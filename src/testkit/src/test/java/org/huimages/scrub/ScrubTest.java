package org.huimages.scrub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.huimages.catalog.Facts;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.State;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.job.Arguments;
import org.huimages.job.Job;
import org.huimages.job.Jobs;
import org.huimages.job.ReportLine;
import org.huimages.testkit.SampleStates;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.Test;

class ScrubTest extends ScrubFixture {
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
