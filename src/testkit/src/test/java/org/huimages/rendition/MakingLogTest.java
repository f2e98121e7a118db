package org.huimages.rendition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.huimages.failure.Failure;
import org.huimages.testkit.Samples;
import org.huimages.url.ImageFormat;
import org.huimages.url.Size;
import org.junit.jupiter.api.Test;

class MakingLogTest {
    private static final Instant NOON = Instant.parse("2026-05-06T12:00:00Z");
    private static final Duration A_MOMENT = Duration.ofMillis(5);

    private final MakingLog log = new MakingLog(InstantSource.fixed(NOON));

    private static RenditionKey key(int number) {
        return new RenditionKey(Samples.id(number), new Size.Fit(240, 160), ImageFormat.JPEG);
    }

    private static Throwable damaged() {
        return new Failure.Unprocessable("the picture is damaged").exception();
    }

    @Test
    void theSlowestAreKeptWhateverCameAfterThem() {
        for (int number = 1; number <= 100; number++) {
            log.note(key(number), Duration.ofMillis(number * 37 % 101), null);
        }
        List<Long> kept =
                log.slowest().stream().map(slow -> slow.took().toMillis()).toList();
        assertEquals(MakingLog.MOST, kept.size());
        assertEquals(100, kept.getFirst());
        assertEquals(81, kept.getLast());
    }

    @Test
    void oneThatIsQuickNowIsNotAmongTheSlowAnyMore() {
        log.note(key(1), Duration.ofSeconds(5), null);
        log.note(key(2), Duration.ofSeconds(1), null);
        log.note(key(1), A_MOMENT, null);
        assertEquals(
                List.of(key(2), key(1)),
                log.slowest().stream().map(MakingLog.Slow::key).toList());
    }

    @Test
    void whatFailsIsCountedUntilItIsMade() {
        log.note(key(1), A_MOMENT, damaged());
        log.note(key(2), A_MOMENT, damaged());
        log.note(key(1), A_MOMENT, damaged());
        assertEquals(
                List.of(
                        new MakingLog.Failed(
                                key(1), new Failure.Unprocessable("the picture is damaged"), A_MOMENT, NOON, 2),
                        new MakingLog.Failed(
                                key(2), new Failure.Unprocessable("the picture is damaged"), A_MOMENT, NOON, 1)),
                log.failed());
        log.note(key(1), A_MOMENT, null);
        assertEquals(
                List.of(key(2)),
                log.failed().stream().map(MakingLog.Failed::key).toList());
    }

    @Test
    void theLastFailuresAreKept() {
        for (int number = 1; number <= 100; number++) {
            log.note(key(number), A_MOMENT, damaged());
        }
        assertEquals(MakingLog.MOST, log.failed().size());
        assertEquals(key(100), log.failed().getFirst().key());
    }

    @Test
    void whatWasRefusedForItsGreedIsNoFault() {
        log.note(key(1), A_MOMENT, new Failure.TooMany("too many", A_MOMENT).exception());
        log.note(key(1), A_MOMENT, new Failure.UnsupportedType("no .gif here").exception());
        assertEquals(List.of(), log.failed());
    }
}
