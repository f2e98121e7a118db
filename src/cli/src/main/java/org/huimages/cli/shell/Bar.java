package org.huimages.cli.shell;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.UnaryOperator;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// How far long work has come, in one line of the terminal: what is done of what there is to do, how fast, how long it
/// will take. Nothing, where nobody watches. Thread-safe.
public final class Bar implements AutoCloseable {
    private static final int MILLIS = 250;
    private static final long MEGABYTE = 1_000_000;

    private final Optional<ProgressBar> drawn;

    private Bar(Optional<ProgressBar> drawn) {
        this.drawn = drawn;
    }

    /// @param what is under way, a word or two
    /// @param bytes how many there are in all
    public static Bar ofBytes(Shell shell, String what, long bytes) {
        return of(shell, what, bytes, builder -> builder.setUnit(" MB", MEGABYTE));
    }

    /// @param pictures how many there are in all; -1 while that is not known
    public static Bar ofPictures(Shell shell, String what, long pictures) {
        return of(shell, what, pictures, builder -> builder);
    }

    private static Bar of(Shell shell, String what, long all, UnaryOperator<ProgressBarBuilder> unit) {
        if (!shell.errForPeople()) {
            return new Bar(Optional.empty());
        }
        ProgressBarBuilder builder = ProgressBar.builder()
                .setTaskName(what)
                .setInitialMax(all)
                .setUpdateIntervalMillis(MILLIS)
                .setStyle(shell.drawsUnicode() ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(shell.err()))
                .setSpeedUnit(ChronoUnit.SECONDS)
                .showSpeed();
        return new Bar(Optional.of(unit.apply(builder).build()));
    }

    public void add(long amount) {
        drawn.ifPresent(bar -> bar.stepBy(amount));
    }

    public void reach(long amount) {
        drawn.ifPresent(bar -> bar.stepTo(amount));
    }

    public void all(long amount) {
        drawn.ifPresent(bar -> bar.maxHint(amount));
    }

    /// Behind the bar.
    public void say(String words) {
        drawn.ifPresent(bar -> bar.setExtraMessage(" " + words));
    }

    /// The line stays as it is, and the next one begins.
    @Override
    public void close() {
        drawn.ifPresent(ProgressBar::close);
    }
}
