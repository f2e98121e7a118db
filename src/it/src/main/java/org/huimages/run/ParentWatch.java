package org.huimages.run;

import java.time.Duration;

/// Ends this JVM, in order, when the process that started it has gone, however it went: Maven killed by SIGKILL
/// leaves its children alive, and so does exec-maven-plugin at SIGTERM.
///
/// An orphan gets another parent at once; that is what is looked for. `ProcessHandle.onExit` would do it later (it
/// polls as well, every 5 s in the end) and not at all for a parent that stays a zombie.
final class ParentWatch {
    private static final Duration INTERVAL = Duration.ofMillis(250);

    private ParentWatch() {}

    /// No effect where the parent cannot be seen, as in a container that runs this program alone.
    static void start() {
        ProcessHandle.current().parent().ifPresent(parent -> Background.start("parent-watch", () -> exitAfter(parent)));
    }

    private static void exitAfter(ProcessHandle parent) {
        while (ProcessHandle.current().parent().filter(parent::equals).isPresent()) {
            Background.pause(INTERVAL);
        }
        System.out.println("the process that started huImages has gone: stopping");
        System.exit(0);
    }
}
