package org.huimages.bench.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Carries out the tasks that come as lines, as the workers in other languages do.
final class WorkerLoop {
    private WorkerLoop() {}

    /// Says that it is ready, and what it is; then works until standard input ends.
    ///
    /// @param renderer makes one rendition as often as the task says
    static void run(String version, Renderer renderer) throws IOException {
        PrintStream out = System.out;
        out.println("ready " + version);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            renderer.render(Task.parse(line));
            out.println("done");
        }
    }

    /// What fails ends the worker, with its stack trace.
    interface Renderer {
        void render(Task task) throws IOException;
    }
}
