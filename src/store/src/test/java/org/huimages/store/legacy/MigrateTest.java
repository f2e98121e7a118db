package org.huimages.store.legacy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.job.Job;
import org.huimages.job.JobState;
import org.huimages.migrate.MigrateJob;
import org.huimages.stock.PictureLocks;
import org.huimages.store.couch.CouchAddress;
import org.huimages.store.couch.CouchNames;
import org.huimages.store.couch.CouchOriginals;
import org.huimages.testkit.JobRunner;
import org.huimages.testkit.WatchedOriginalStore;
import org.huimages.testkit.couch.CouchServer;
import org.huimages.testkit.couch.LegacyDatabase;
import org.huimages.testkit.couch.LegacyPicture;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MigrateTest {
    @RegisterExtension
    static final CouchServer COUCH = new CouchServer();

    private static final List<LegacyPicture> WHOLE = Stream.concat(
                    LegacyDatabase.TURNED.stream(),
                    Stream.of(LegacyDatabase.PLAIN, LegacyDatabase.UNDECODED, LegacyDatabase.ODD))
            .toList();

    private static final ImageId DAMAGED = LegacyDatabase.DAMAGED.id();

    @TempDir
    Path folder;

    private final WatchedOriginalStore store = new WatchedOriginalStore();
    private CouchOriginals couch;

    @BeforeEach
    void open() {
        CouchNames names = new CouchNames(COUCH.database(), COUCH.database());
        new LegacyDatabase(COUCH.peek(), names.pictures(), names.marks()).write();
        couch = CouchOriginals.open(CouchAddress.parse(COUCH.address()), names);
    }

    @AfterEach
    void close() {
        couch.close();
    }

    private JobRunner runner(LegacyRule rule) {
        LegacyMove move = new LegacyMove(couch, store, rule, new PictureLocks());
        MigrateJob kind = new MigrateJob(Optional.of(new AttachedOriginals(move)), store, folder.resolve("salvage"));
        return JobRunner.open(kind, folder.resolve("jobs"));
    }

    private static long length() {
        return WHOLE.stream().mapToLong(picture -> picture.bytes().length).sum();
    }

    @Test
    void allAreMovedAndWhatCannotBeIsTold() throws Exception {
        try (JobRunner runner = runner(LegacyRule.KEEP)) {
            Job job = runner.run();
            assertEquals(
                    Map.of("moved", 7L, "wrong-bytes", 1L),
                    job.record().progress().counts());
            assertEquals(OptionalLong.of(8), job.record().progress().total());
            assertEquals(1, job.record().progress().failed());
            assertEquals(length(), job.record().progress().bytes());
            assertEquals(List.of(DAMAGED + " wrong-bytes"), runner.told(job));
            assertStored();
            Job again = runner.run();
            assertEquals(
                    Map.of("there", 7L, "wrong-bytes", 1L),
                    again.record().progress().counts());
        }
        assertEquals(8, couch.list(Optional.empty(), 100).size());
    }

    private void assertStored() throws IOException {
        for (LegacyPicture picture : WHOLE) {
            Path copy = folder.resolve(picture.id().text());
            assertTrue(store.fetch(picture.id(), copy));
            assertArrayEquals(picture.bytes(), Files.readAllBytes(copy));
        }
    }

    @Test
    void theyAreDroppedIfTheRuleSaysSo() throws Exception {
        try (JobRunner runner = runner(LegacyRule.DELETE)) {
            assertEquals(
                    Map.of("moved", 7L, "dropped", 7L, "wrong-bytes", 1L),
                    runner.run().record().progress().counts());
            assertEquals(List.of(DAMAGED), couch.list(Optional.empty(), 100));
            assertEquals(
                    Map.of("wrong-bytes", 1L), runner.run().record().progress().counts());
        }
        assertStored();
    }

    @Test
    void aDryRunReadsEverythingAndWritesNothing() throws Exception {
        try (JobRunner runner = runner(LegacyRule.DELETE)) {
            Job job = runner.run("dryRun=true", "salvage=box");
            assertEquals(
                    Map.of("moved", 7L, "wrong-bytes", 1L),
                    job.record().progress().counts());
            assertEquals(length(), job.record().progress().bytes());
        }
        try (Stream<ImageId> stored = store.list()) {
            assertEquals(0, stored.count());
        }
        assertEquals(8, couch.list(Optional.empty(), 100).size());
        assertFalse(Files.exists(folder.resolve("salvage")));
    }

    @Test
    void wrongBytesAreSalvaged() throws Exception {
        try (JobRunner runner = runner(LegacyRule.KEEP)) {
            runner.run("salvage=box");
        }
        assertArrayEquals(
                LegacyDatabase.DAMAGED.bytes(),
                Files.readAllBytes(folder.resolve("salvage/box").resolve(DAMAGED.text())));
    }

    @Test
    void itGoesOnAfterTheOneThatIsNamed() throws Exception {
        List<ImageId> all = couch.list(Optional.empty(), 100);
        try (JobRunner runner = runner(LegacyRule.KEEP)) {
            Job job = runner.run("after=" + all.get(5));
            assertEquals(OptionalLong.of(2), job.record().progress().total());
        }
    }

    @Test
    void whileTheStoreIsDownItWaits() throws Exception {
        try (JobRunner runner = runner(LegacyRule.KEEP)) {
            store.fails("S3 is down");
            long number = runner.start().record().number();
            while (runner.jobs().find(number).orElseThrow().waiting().isEmpty()) {
                Thread.sleep(1);
            }
            store.heals();
            assertEquals(7L, runner.awaited(number).record().progress().counts().get("moved"));
        }
    }

    @Test
    void afterARestartItGoesOn() throws Exception {
        long number;
        try (JobRunner runner = runner(LegacyRule.DELETE)) {
            number = runner.start("rate=100").record().number();
        }
        for (int round = 0; round < 5; round++) {
            runner(LegacyRule.DELETE).close();
        }
        try (JobRunner runner = runner(LegacyRule.DELETE)) {
            Job job = runner.awaited(number);
            assertEquals(JobState.DONE, job.record().state());
            assertEquals(List.of(DAMAGED + " wrong-bytes"), runner.told(job));
            assertEquals(8, job.record().progress().done());
        }
        assertStored();
        assertEquals(List.of(DAMAGED), couch.list(Optional.empty(), 100));
    }

    @Test
    void whereThereAreNoneItSaysSo() {
        MigrateJob kind = new MigrateJob(Optional.empty(), store, folder);
        try (JobRunner runner = JobRunner.open(kind, folder.resolve("jobs"))) {
            FailureException refused = assertThrows(FailureException.class, runner::start);
            assertTrue(refused.failure() instanceof Failure.Conflict);
        }
    }
}
