package org.huimages.run;

import java.time.Duration;
import java.time.Instant;

/// Bounds the stop, whatever asked for it: what has not ended by then is cut off.
final class StopDeadline {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private StopDeadline() {}

    static void arm() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Background.start("stop-deadline", StopDeadline::halt)));
    }

    private static void halt() {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            Background.pause(Duration.between(Instant.now(), end));
        }
        System.err.println("Tomcat did not stop within %d s: halted".formatted(PATIENCE.toSeconds()));
        Runtime.getRuntime().halt(1);
    }
}
