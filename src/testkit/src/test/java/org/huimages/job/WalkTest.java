package org.huimages.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.huimages.failure.Failure;
import org.huimages.job.Walk.Item;
import org.huimages.testkit.JobRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class WalkTest {
    private static final int ALL = 10;

    @TempDir
    Path folder;

    private final List<Integer> heard = new ArrayList<>();

    /// Looks at the numbers from 0 to 9.
    private Job walked(Walk.Look<Integer> look) throws InterruptedException {
        JobKind kind = new JobKind() {
            @Override
            public String name() {
                return "walk";
            }

            @Override
            public List<Parameter> parameters() {
                return List.of();
            }

            @Override
            public void run(JobRun run) throws InterruptedException, IOException {
                Walk walk = new Walk(run, () -> true).several();
                if (walk.enters("all", () -> OptionalLong.of(ALL))) {
                    walk.over(WalkTest::after, look, heard::add);
                }
            }
        };
        try (JobRunner runner = JobRunner.open(kind, folder)) {
            return runner.run();
        }
    }

    private static List<Item<Integer>> after(String cursor) {
        int first = cursor.isEmpty() ? 0 : Integer.parseInt(cursor) + 1;
        return IntStream.range(first, ALL)
                .mapToObj(number -> Item.of(Integer.toString(number), number))
                .toList();
    }

    @Test
    void whatIsLookedAtTogetherIsToldInItsOrder() throws Exception {
        CountDownLatch fourth = new CountDownLatch(1);
        Job job = walked(number -> {
            if (number == 3) {
                fourth.countDown();
            }
            assertTrue(fourth.await(10, TimeUnit.SECONDS), "four at a time");
            return Looked.of(1).telling("seen", "number " + number);
        });
        assertEquals(JobState.DONE, job.record().state());
        assertEquals(IntStream.range(0, ALL).boxed().toList(), heard);
        assertEquals(
                IntStream.range(0, ALL).mapToObj(Integer::toString).toList(),
                job.last().stream().map(ReportLine::subject).toList());
    }

    @Test
    void whatIsWrongWithOneIsItsOwn() throws Exception {
        Job job = walked(number -> {
            if (number == 5) {
                throw new FileSystemException("five", null, "Permission denied");
            }
            return Looked.of(1);
        });
        assertEquals(JobState.DONE, job.record().state());
        assertEquals(Map.of("trouble", 1L), job.record().progress().counts());
        assertEquals(ALL, job.record().progress().done());
    }

    /// Of a full disk the JDK says so in a plain exception where a channel is written to.
    @Test
    void aFullDiskEndsTheJobWhereItIs() throws Exception {
        Walk.Look<Integer> channel = number -> {
            throw new IOException("No space left on device");
        };
        Walk.Look<Integer> file = number -> {
            throw new FileSystemException("five", null, "Disk quota exceeded");
        };
        Walk.Look<Integer> ours = number -> {
            throw new Failure.DiskFull("the disk is full").exception();
        };
        for (Walk.Look<Integer> full : List.of(channel, file, ours)) {
            Job job = walked(number -> number == 5 ? full.at(number) : Looked.of(1));
            assertEquals(JobState.FAILED, job.record().state());
            assertTrue(job.record().reason().startsWith("the disk is full"), job.record()::reason);
            assertEquals(Map.of(), job.record().progress().counts());
            assertEquals(4, job.record().progress().done());
        }
    }
}
