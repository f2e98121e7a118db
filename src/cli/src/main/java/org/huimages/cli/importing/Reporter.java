package org.huimages.cli.importing;

import java.util.ArrayList;
import java.util.List;
import org.huimages.cli.server.CommonOptions;
import org.huimages.cli.shell.Bar;
import org.huimages.cli.shell.Shell;

/// Tells what becomes of files: counted, behind the bar, and a line each for programs, or for people if they are few.
/// Thread-safe.
final class Reporter {
    private static final int FEW = 20;

    private final Shell shell;
    private final boolean json;
    private final int all;
    private final Tally tally;
    private final Bar bar;
    private final List<String> afterwards = new ArrayList<>();

    Reporter(CommonOptions common, int all, Tally tally, Bar bar) {
        this.shell = common.shell();
        this.json = common.json();
        this.all = all;
        this.tally = tally;
        this.bar = bar;
    }

    void tell(Outcome outcome) {
        switch (outcome.state()) {
            case IMPORTED, NEW -> tally.sent(outcome.file().bytes());
            case THERE -> tally.known();
            case LABELLED -> {
                tally.known();
                tally.labelled();
            }
            case FAILED -> tally.failed(new Failed(outcome.file().path(), outcome.why()));
        }
        print(outcome);
        bar.say(tally.soFar(all));
    }

    private synchronized void print(Outcome outcome) {
        if (json) {
            shell.out().println(outcome.json().text());
        } else if (!outcome.id().isEmpty() && !shell.outForPeople()) {
            shell.out().println(outcome.text());
        } else if (!outcome.id().isEmpty() && all <= FEW) {
            afterwards.add(outcome.text());
        }
    }

    /// What would have disturbed the bar.
    synchronized void catchUp() {
        afterwards.forEach(shell.out()::println);
        afterwards.clear();
    }
}
