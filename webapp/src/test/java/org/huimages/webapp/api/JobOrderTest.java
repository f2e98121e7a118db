package org.huimages.webapp.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.huimages.failure.FailureException;
import org.huimages.testkit.JobRunner;
import org.huimages.webapp.http.JsonParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class JobOrderTest {
    private static final String SCRUB = "{\"kind\": \"scrub\", \"rate\": 7}";

    @TempDir
    Path folder;

    private static JobOrder order(JobRunner runner, String json) {
        return JobOrder.of(runner.jobs(), JsonParts.members(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void oneThatWasBrokenOffGoesOnWhenItIsOrderedAgain() throws InterruptedException {
        try (JobRunner first = JobRunner.open(new TestJob(), folder)) {
            order(first, SCRUB).startOrGoOn("ann");
        }
        TestJob kind = new TestJob();
        try (JobRunner second = JobRunner.open(kind, folder)) {
            assertEquals(1, order(second, SCRUB).startOrGoOn("ann").record().number());
            JobOrder other = order(second, "{\"kind\": \"scrub\"}");
            assertThrows(FailureException.class, () -> other.startOrGoOn("ann"));
            kind.steps.release(3);
            second.awaited(1);
            assertEquals(2, order(second, SCRUB).startOrGoOn("ann").record().number());
        }
    }
}
