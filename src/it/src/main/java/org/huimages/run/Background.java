package org.huimages.run;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Threads that never keep the JVM alive.
final class Background {
    private Background() {}

    static void start(String name, Runnable task) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    /// May be shorter; whoever waits for something looks again.
    static void pause(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }
}
