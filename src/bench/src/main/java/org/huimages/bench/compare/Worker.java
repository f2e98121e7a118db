package org.huimages.bench.compare;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Map;
import org.huimages.bench.measure.Malloc;
import org.huimages.bench.measure.ProcessClock;
import org.huimages.bench.measure.ProcessMemory;
import org.jspecify.annotations.Nullable;

/// A tool in a process of its own that lives through all its turns: what it costs to start is not measured.
final class Worker implements AutoCloseable {
    private static final double NANOS_A_MILLI = 1e6;

    private final Tool tool;
    private final Process process;
    private final ProcessClock clock;
    private final BufferedWriter tasks;
    private final BufferedReader answers;
    private final String version;

    private Worker(Tool tool, Process process) throws IOException {
        this.tool = tool;
        this.process = process;
        this.clock = new ProcessClock(process.pid());
        this.tasks = process.outputWriter();
        this.answers = process.inputReader();
        this.version = answer("ready");
    }

    static Worker start(Tool tool, Map<String, String> malloc) {
        ProcessBuilder builder = new ProcessBuilder(tool.command()).redirectError(Redirect.INHERIT);
        Malloc.apply(malloc, builder.environment());
        builder.environment().put("UV_THREADPOOL_SIZE", "1"); // node's, so that sharp works on one thread
        try {
            return new Worker(tool, builder.start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Tool tool() {
        return tool;
    }

    /// What it says it is.
    String version() {
        return version;
    }

    /// Has the rendition made this often.
    ///
    /// @return CPU milliseconds for one
    double work(Cell cell, Path target, int repetitions) {
        long start = clock.nanos();
        try {
            tasks.write(cell.task(target, repetitions) + "\n");
            tasks.flush();
            answer("done");
        } catch (IOException failed) {
            throw new UncheckedIOException(tool + " with " + cell, failed);
        }
        return (clock.nanos() - start) / NANOS_A_MILLI / repetitions;
    }

    double peakMegabytes() {
        return ProcessMemory.of(process.pid()).peakMegabytes();
    }

    private String answer(String expected) throws IOException {
        @Nullable String line = answers.readLine();
        if (line == null || !line.startsWith(expected)) {
            throw new IOException(tool + " said " + line);
        }
        return line.substring(expected.length()).strip();
    }

    /// The end of its standard input is the end of it.
    @Override
    public void close() {
        try {
            tasks.close();
        } catch (IOException goneAlready) {
            process.destroy();
        }
        process.onExit().join();
    }
}
