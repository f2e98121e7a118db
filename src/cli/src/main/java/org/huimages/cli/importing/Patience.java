package org.huimages.cli.importing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.huimages.cli.shell.Exit;
import org.huimages.cli.shell.Refused;
import org.huimages.client.HuImagesException;

/// Waits for a server that answered before and does not now: it may be starting again. Thread-safe.
final class Patience {
    private static final long NEVER = Long.MIN_VALUE;
    private static final int LONGEST_PAUSE = 5;

    private final Duration most;
    private final AtomicLong answered = new AtomicLong(NEVER);

    /// @param most how long it may be away
    Patience(Duration most) {
        this.most = most;
    }

    /// @throws HuImagesException what is no matter of waiting
    /// @throws Refused if the server has never answered, or is away for too long
    <T> T with(Supplier<T> call) {
        for (int pause = 1; ; pause = Math.min(LONGEST_PAUSE, pause + 1)) {
            try {
                T answer = call.get();
                answered.set(System.nanoTime());
                return answer;
            } catch (HuImagesException trouble) {
                if (Exit.of(trouble) != Exit.NO_SERVER) {
                    throw trouble;
                }
                sleep(pause, trouble);
            }
        }
    }

    private void sleep(int seconds, HuImagesException trouble) {
        long last = answered.get();
        boolean isOver = last == NEVER || System.nanoTime() - last > most.toNanos();
        try {
            if (isOver) {
                throw new Refused(Exit.NO_SERVER, String.valueOf(trouble.getMessage()));
            }
            Thread.sleep(Duration.ofSeconds(seconds));
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new Refused(Exit.NO_SERVER, "interrupted");
        }
    }
}
