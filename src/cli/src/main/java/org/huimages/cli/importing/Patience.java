package org.huimages.cli.importing;

import java.time.Duration;
import java.util.function.Supplier;
import org.huimages.cli.shell.Exit;
import org.huimages.cli.shell.Refused;
import org.huimages.client.HuImagesException;

/// Waits for a server that answered before and does not now: it may be starting again. Thread-safe.
final class Patience {
    private static final int LONGEST_PAUSE = 5;

    private final Duration most;
    private volatile boolean hasAnswered;

    /// @param most how long it may be away
    Patience(Duration most) {
        this.most = most;
    }

    /// @throws HuImagesException what is no matter of waiting
    /// @throws Refused if the server has never answered, or is away for too long
    <T> T with(Supplier<T> call) {
        long patientUntil = System.nanoTime();
        for (int pause = 1; ; pause = Math.min(LONGEST_PAUSE, pause + 1)) {
            try {
                T answer = call.get();
                hasAnswered = true;
                return answer;
            } catch (HuImagesException trouble) {
                if (Exit.of(trouble) != Exit.NO_SERVER) {
                    throw trouble;
                }
                if (pause == 1) {
                    patientUntil = System.nanoTime() + most.toNanos();
                }
                sleep(pause, patientUntil, trouble);
            }
        }
    }

    private void sleep(int seconds, long until, HuImagesException trouble) {
        if (!hasAnswered || System.nanoTime() - until > 0) {
            throw new Refused(Exit.NO_SERVER, String.valueOf(trouble.getMessage()));
        }
        try {
            Thread.sleep(Duration.ofSeconds(seconds));
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new Refused(Exit.NO_SERVER, "interrupted");
        }
    }
}
