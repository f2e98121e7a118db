package org.huimages.cli.job;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.huimages.cli.server.CommonOptions;
import org.huimages.cli.server.Fields;
import org.huimages.cli.shell.Bar;
import org.huimages.cli.shell.Exit;
import org.huimages.cli.shell.Farewell;
import org.huimages.cli.shell.Shell;
import org.huimages.client.json.Json;

/// Watches a job to its end, and says what it came to.
record Watch(CommonOptions common, Worker worker) {
    private static final int LINES = 20;
    private static final double MEGA = 1e6;

    /// @return one of [Exit]
    int toTheEnd() {
        Shell shell = common.shell();
        Farewell farewell = new Farewell(shell, worker::farewell);
        try {
            JobState last = watched(shell);
            tell(shell, last);
            return last.isWell() ? Exit.DONE : Exit.FAILED;
        } finally {
            farewell.close();
        }
    }

    /// A bar for each phase.
    private JobState watched(Shell shell) {
        JobState state = worker.look();
        while (!state.isOver()) {
            String phase = state.phase();
            try (Bar bar = Bar.ofPictures(shell, phase, state.total().orElse(-1))) {
                while (!state.isOver() && state.phase().equals(phase)) {
                    draw(bar, state);
                    state = worker.look();
                }
                draw(bar, state);
            }
        }
        return state;
    }

    private static void draw(Bar bar, JobState state) {
        state.total().ifPresent(bar::all);
        bar.reach(state.done());
        String waiting = state.waiting().isEmpty() ? "" : "waits for " + state.waiting();
        bar.say(state.failed() == 0 ? waiting : state.failed() + " failed " + waiting);
    }

    private void tell(Shell shell, JobState state) {
        if (common.json()) {
            shell.out().println(state.json().text());
            return;
        }
        if (!common.quiet()) {
            shell.out().println(summary(state));
        }
        if (state.lines() > 0) {
            tell(shell, worker.report(LINES), state.lines());
        }
    }

    private static String summary(JobState state) {
        String counts = state.counts().entrySet().stream()
                .map(count -> ", " + count.getKey() + " " + count.getValue())
                .collect(Collectors.joining());
        String reason = state.reason().isEmpty() ? "" : ": " + state.reason();
        return String.format(
                Locale.ROOT,
                "job %d (%s) is %s%s; %,d pictures, %.1f MB, failed %,d%s",
                state.number(),
                state.kind(),
                state.state(),
                reason,
                state.done(),
                state.bytes() / MEGA,
                state.failed(),
                counts);
    }

    private static void tell(Shell shell, List<Json> lines, long all) {
        lines.forEach(line -> shell.out().println(line(line)));
        if (lines.size() < all) {
            shell.out().printf("and %d more; 'huimages jobs report' has them all%n", all - lines.size());
        }
    }

    /// Of a report.
    static String line(Json line) {
        Fields fields = new Fields(line);
        return fields.text("subject") + "  " + fields.text("what") + "  " + fields.text("why");
    }
}
