package org.huimages.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class JobsTest {
    /// Progress is written down after each step.
    private static final JobLimits LIMITS =
            new JobLimits(Duration.ofMillis(1), Duration.ofMillis(4), 3, Duration.ZERO, 3);

    private static final int STEPS = 10;

    @TempDir
    Path folder;

    private Jobs open(JobKind... kinds) throws IOException {
        return open(LIMITS, kinds);
    }

    private Jobs open(JobLimits limits, JobKind... kinds) throws IOException {
        return Jobs.open(folder, List.of(kinds), limits, () -> false, InstantSource.system());
    }

    private static JobRecord started(Jobs jobs, JobKind kind) {
        return jobs.start(kind, Arguments.NONE, "ann").record();
    }

    private static Job awaited(Jobs jobs, long number, JobState state) throws InterruptedException {
        while (jobs.find(number).orElseThrow().record().state() != state) {
            Thread.sleep(1);
        }
        return jobs.find(number).orElseThrow();
    }

    private static void awaitDone(Jobs jobs, long number, int done) throws InterruptedException {
        while (jobs.find(number).orElseThrow().record().progress().done() < done) {
            Thread.sleep(1);
        }
    }

    private static List<String> reported(Jobs jobs, long number) {
        return jobs.report(number, 0, 1000).orElseThrow().lines().stream()
                .map(ReportLine::subject)
                .toList();
    }

    private static List<String> steps() {
        return IntStream.range(0, 2 * STEPS)
                .mapToObj(step -> Integer.toString(step % STEPS))
                .toList();
    }

    @Test
    void itDoesEachStepOfEachPhaseOnce() throws Exception {
        SteppingJob kind = new SteppingJob("walk", STEPS).free();
        try (Jobs jobs = open(kind)) {
            Job done = awaited(jobs, started(jobs, kind).number(), JobState.DONE);
            assertEquals("second", done.record().progress().phase());
            assertEquals(STEPS, done.record().progress().done());
            assertEquals(2 * STEPS, done.record().progress().failed());
            assertEquals(Map.of("odd", 2L * STEPS), done.record().progress().counts());
            assertEquals(2 * STEPS, done.record().report().lines());
            assertEquals(steps(), reported(jobs, 1));
            assertEquals("9", done.last().getLast().subject());
            assertTrue(done.rate().isEmpty() && done.record().finished().isPresent());
        }
    }

    @Test
    void itTellsHowLongItWillTake() throws Exception {
        SteppingJob kind = new SteppingJob("walk", STEPS);
        try (Jobs jobs = open(kind)) {
            started(jobs, kind);
            kind.steps.release(5);
            awaitDone(jobs, 1, 5);
            Job halfway = jobs.find(1).orElseThrow();
            assertTrue(halfway.rate().getAsDouble() > 0);
            assertEquals(
                    (long) Math.ceil(5 / halfway.rate().getAsDouble()),
                    halfway.eta().getAsLong());
        }
    }

    @Test
    void aServerThatStartsAgainGoesOnWhereItWas() throws Exception {
        for (int stop : List.of(0, 1, 4, STEPS, STEPS + 3)) {
            SteppingJob first = new SteppingJob("walk", STEPS);
            long number;
            try (Jobs jobs = open(first)) {
                number = started(jobs, first).number();
                first.steps.release(stop);
                while (first.steps.availablePermits() > 0) {
                    Thread.sleep(1);
                }
                first.begun.await();
            }
            SteppingJob again = new SteppingJob("walk", STEPS).free();
            try (Jobs jobs = open(again)) {
                Job done = awaited(jobs, number, JobState.DONE);
                assertEquals(steps(), reported(jobs, number), "stopped after " + stop);
                assertEquals(2 * STEPS, done.record().progress().failed());
                assertEquals("ann", done.record().by());
            }
            try (Jobs jobs = open(again)) {
                List<ReportLine> last = jobs.find(number).orElseThrow().last();
                assertEquals(
                        steps().subList(STEPS, 2 * STEPS),
                        last.stream().map(ReportLine::subject).toList());
            }
        }
    }

    /// What was done after the last checkpoint is done again, and told once.
    @Test
    void aKilledServerGoesOnFromTheLastCheckpoint() throws Exception {
        SteppingJob killed = new SteppingJob("walk", STEPS);
        Path before = folder.resolveSibling(folder.getFileName() + "-before");
        try (Jobs jobs = open(killed)) {
            started(jobs, killed);
            killed.steps.release(4);
            awaitDone(jobs, 1, 4);
            Files.createDirectories(before);
            copy(folder.resolve("1/job.properties"), before.resolve("job.properties"));
            killed.steps.release(3);
            awaitDone(jobs, 1, 7);
        }
        copy(before.resolve("job.properties"), folder.resolve("1/job.properties"));
        SteppingJob again = new SteppingJob("walk", STEPS).free();
        try (Jobs jobs = open(again)) {
            Job done = awaited(jobs, 1, JobState.DONE);
            assertEquals(steps(), reported(jobs, 1));
            assertEquals(Map.of("odd", 2L * STEPS), done.record().progress().counts());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.write(to, Files.readAllBytes(from));
    }

    @Test
    void whatWasStoppedStaysStopped() throws Exception {
        SteppingJob kind = new SteppingJob("walk", STEPS);
        try (Jobs jobs = open(kind)) {
            started(jobs, kind);
            kind.steps.release(2);
            awaitDone(jobs, 1, 2);
            assertTrue(jobs.stop(1));
            awaited(jobs, 1, JobState.STOPPED);
            assertTrue(jobs.stop(1));
            assertFalse(jobs.stop(2));
        }
        try (Jobs jobs = open(new SteppingJob("walk", STEPS).free())) {
            Job stopped = jobs.find(1).orElseThrow();
            assertEquals(JobState.STOPPED, stopped.record().state());
            assertEquals(2, stopped.record().progress().done());
        }
    }

    @Test
    void ofAKindOneIsAtWorkOfTwoKindsTwo() throws Exception {
        SteppingJob walk = new SteppingJob("walk", STEPS);
        SteppingJob swim = new SteppingJob("swim", STEPS);
        try (Jobs jobs = open(walk, swim)) {
            started(jobs, walk);
            started(jobs, swim);
            FailureException refused = assertThrows(FailureException.class, () -> started(jobs, walk));
            assertEquals(new Failure.Conflict("job 1 (walk) is at work"), refused.failure());
            jobs.stop(1);
            awaited(jobs, 1, JobState.STOPPED);
            assertEquals(3, started(jobs, walk).number());
            assertEquals(
                    List.of(3L, 2L, 1L),
                    jobs.list().stream().map(job -> job.record().number()).toList());
        }
    }

    @Test
    void whatCannotStartLeavesNoTrace() throws Exception {
        SteppingJob kind = new SteppingJob("walk", STEPS);
        JobKind refusing = new JobKind() {
            @Override
            public String name() {
                return "refusing";
            }

            @Override
            public List<Parameter> parameters() {
                return List.of();
            }

            @Override
            public void check(Arguments arguments) {
                throw new Failure.Conflict("not today").exception();
            }

            @Override
            public void run(JobRun run) throws InterruptedException, IOException {
                kind.run(run);
            }
        };
        try (Jobs jobs = open(refusing)) {
            assertThrows(FailureException.class, () -> started(jobs, refusing));
            assertEquals(List.of(), jobs.list());
        }
    }

    @Test
    void theLastOnesAreRemembered() throws Exception {
        SteppingJob kind = new SteppingJob("walk", 1).free();
        try (Jobs jobs = open(kind)) {
            for (int number = 1; number <= 5; number++) {
                awaited(jobs, started(jobs, kind).number(), JobState.DONE);
            }
            assertEquals(
                    List.of(5L, 4L, 3L),
                    jobs.list().stream().map(job -> job.record().number()).toList());
            assertFalse(Files.exists(folder.resolve("2")));
        }
    }

    @Test
    void aFolderThatCannotBeReadCostsTheOthersNothing() throws Exception {
        SteppingJob kind = new SteppingJob("walk", 1).free();
        try (Jobs jobs = open(kind)) {
            awaited(jobs, started(jobs, kind).number(), JobState.DONE);
        }
        Files.createDirectories(folder.resolve("2"));
        Files.writeString(folder.resolve("2/job.properties"), "number=two");
        Files.createDirectories(folder.resolve("3"));
        Files.writeString(folder.resolve("README"), "not ours");
        try (Jobs jobs = open(kind)) {
            assertEquals(1, jobs.list().size());
            assertEquals(4, started(jobs, kind).number());
        }
    }

    @Test
    void aKindThatIsNoMoreEndsItsJobs() throws Exception {
        SteppingJob kind = new SteppingJob("walk", STEPS);
        try (Jobs jobs = open(kind)) {
            started(jobs, kind);
        }
        try (Jobs jobs = open()) {
            assertEquals(JobState.FAILED, jobs.find(1).orElseThrow().record().state());
        }
    }

    @Test
    void aMistakeOfOursEndsTheJobAndNothingElse() throws Exception {
        SteppingJob kind = new SteppingJob("walk", STEPS, step -> {
            throw new IllegalStateException("secret");
        });
        try (Jobs jobs = open(kind.free())) {
            started(jobs, kind);
            assertEquals(
                    "internal error", awaited(jobs, 1, JobState.FAILED).record().reason());
            assertEquals(2, started(jobs, kind).number());
        }
    }

    @Test
    void aFullDiskEndsTheJob() throws Exception {
        SteppingJob kind = new SteppingJob("walk", STEPS, step -> {
            throw new Failure.DiskFull("the disk is full").exception();
        });
        try (Jobs jobs = open(kind.free())) {
            started(jobs, kind);
            assertEquals(
                    "the disk is full",
                    awaited(jobs, 1, JobState.FAILED).record().reason());
        }
    }

    @Test
    void aStoreThatDoesNotAnswerForAWhileIsWaitedFor() throws Exception {
        AtomicInteger failures = new AtomicInteger(5);
        AtomicBoolean down = new AtomicBoolean(true);
        JobKind kind = patient(down, () -> {
            if (failures.getAndDecrement() > 0) {
                throw new IOException("S3 does not answer");
            }
            return Looked.of(7);
        });
        try (Jobs jobs = open(kind)) {
            started(jobs, kind);
            Job done = awaited(jobs, 1, JobState.DONE);
            assertEquals(0, done.record().progress().failed());
            assertEquals(7, done.record().progress().bytes());
            assertEquals("", done.waiting());
        }
    }

    @Test
    void whileAStoreIsDownTheJobSaysSoAndCanBeStopped() throws Exception {
        JobKind kind = patient(new AtomicBoolean(true), () -> {
            throw new Failure.Unavailable("the catalog is down", Duration.ofSeconds(1)).exception();
        });
        try (Jobs jobs = open(kind)) {
            started(jobs, kind);
            while (jobs.find(1).orElseThrow().waiting().isEmpty()) {
                Thread.sleep(1);
            }
            assertEquals("the catalog is down", jobs.find(1).orElseThrow().waiting());
            jobs.stop(1);
            assertEquals(
                    0, awaited(jobs, 1, JobState.STOPPED).record().progress().failed());
        }
    }

    @Test
    void whatFailsWhileTheStoreAnswersIsReported() throws Exception {
        JobKind kind = patient(new AtomicBoolean(false), () -> {
            throw new IOException("bad sector");
        });
        try (Jobs jobs = open(kind)) {
            started(jobs, kind);
            Job done = awaited(jobs, 1, JobState.DONE);
            assertEquals(List.of(new ReportLine("only", "trouble", "bad sector")), done.last());
            assertEquals(1, done.record().progress().failed());
        }
    }

    /// One step, with a store that is down or not.
    private static JobKind patient(AtomicBoolean down, JobRun.Attempt<Looked> attempt) {
        return new JobKind() {
            @Override
            public String name() {
                return "patient";
            }

            @Override
            public List<Parameter> parameters() {
                return List.of();
            }

            @Override
            public void run(JobRun run) throws InterruptedException, IOException {
                Walk walk = new Walk(run, () -> {
                    if (down.get()) {
                        throw new IOException("down");
                    }
                    return "up";
                });
                walk.enters("only", () -> java.util.OptionalLong.of(1));
                walk.over(
                        cursor -> cursor.isEmpty() ? List.of(Walk.Item.of("only", 1)) : List.of(),
                        value -> attempt.make());
            }
        };
    }

    @Test
    void itIsNotFasterThanItMay() throws Exception {
        SteppingJob kind = new SteppingJob("walk", STEPS).free();
        try (Jobs jobs = open(kind)) {
            long start = System.nanoTime();
            jobs.start(kind, new Arguments(Map.of("rate", "100")), "ann");
            awaited(jobs, 1, JobState.DONE);
            assertTrue(System.nanoTime() - start > Duration.ofMillis(190).toNanos());
        }
    }

    @Test
    void aReportIsReadInParts() throws Exception {
        SteppingJob kind = new SteppingJob("walk", STEPS, step -> Looked.of(0).telling("ü", "tab\tand\nline " + step));
        try (Jobs jobs = open(kind.free())) {
            awaited(jobs, started(jobs, kind).number(), JobState.DONE);
            ReportPage first = jobs.report(1, 0, 15).orElseThrow();
            ReportPage second = jobs.report(1, first.next().orElseThrow(), 15).orElseThrow();
            assertEquals(15, first.lines().size());
            assertEquals(5, second.lines().size());
            assertTrue(second.next().isEmpty());
            assertEquals(
                    new ReportLine("0", "ü", "tab and line 0"), first.lines().getFirst());
            assertTrue(jobs.report(1, 1 << 20, 15).orElseThrow().lines().isEmpty());
            assertTrue(jobs.report(2, 0, 15).isEmpty());
        }
    }
}
