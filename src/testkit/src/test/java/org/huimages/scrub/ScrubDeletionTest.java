package org.huimages.scrub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.job.Arguments;
import org.huimages.job.Job;
import org.huimages.job.JobState;
import org.huimages.testkit.Samples;
import org.junit.jupiter.api.Test;

/// What is deleted, and all that keeps it from being.
class ScrubDeletionTest extends ScrubFixture {
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
}
