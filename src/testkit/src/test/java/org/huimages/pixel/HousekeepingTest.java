package org.huimages.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.huimages.testkit.FakeEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class HousekeepingTest {
    private static final int MANY = 50;
    private static final RenditionPlan PLAN = Plans.SMALL;

    @TempDir
    Path folder;

    private final RenderPool pool =
            new RenderPool(new FakeEngine(), new RenderLimits(1, Duration.ofMinutes(1), PLAN.memory(), MANY, MANY));
    private final FakeEngine engine = new FakeEngine();
    private final Housekeeping housekeeping = new Housekeeping(pool, engine);

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void inAShortPauseMemoryIsKeptForTheNextPicture() throws InterruptedException {
        render(1);
        housekeeping.look();
        assertEquals(0, engine.memoryReleases(), "though something was done just now");
        render(1);
        housekeeping.look();
        assertEquals(0, engine.memoryReleases(), "though something was done just now");
    }

    @Test
    void afterAPeriodWithNothingToDoMemoryIsGivenBackOnce() throws InterruptedException {
        render(1);
        for (int look = 0; look < 5; look++) {
            housekeeping.look();
        }
        assertEquals(1, engine.memoryReleases());
    }

    @Test
    void whereThereIsAlwaysSomethingToDoMemoryIsGivenBackNowAndThen() throws InterruptedException {
        for (int look = 0; look < 4; look++) {
            render(MANY / 2);
            housekeeping.look();
        }
        assertEquals(2, engine.memoryReleases());
    }

    private void render(int count) throws InterruptedException {
        IntStream.range(0, count)
                .mapToObj(number -> pool.render(new RenderJob(
                        folder.resolve("source"), source -> PLAN, folder.resolve(number + ".jpeg"), "somebody")))
                .toList()
                .forEach(render -> render.join());
        while (pool.active() > 0) { // the answer comes a moment before the thread is free
            Thread.onSpinWait();
        }
    }
}
