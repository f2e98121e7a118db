package org.huimages.testkit.trial;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.huimages.testkit.ChildJvm;

/// One process that judges files, from its start to its end.
final class TrialProcess {
    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter questions;
    private final Duration patience;

    private TrialProcess(Process process, Duration patience) {
        this.process = process;
        this.patience = patience;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.questions = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    static TrialProcess start(Class<?> main, Duration patience, String... arguments) {
        try {
            return new TrialProcess(ChildJvm.startWithWholeHeap(main, arguments), patience);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Nothing is answered by a process that ends over it, or is killed because it does not answer.
    Optional<String> ask(Path file) {
        questions.println(file.toAbsolutePath());
        return answer();
    }

    private Optional<String> answer() {
        return CompletableFuture.supplyAsync(this::line)
                .completeOnTimeout(Optional.empty(), patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private Optional<String> line() {
        try {
            return Optional.ofNullable(answers.readLine());
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    /// No more questions: what it says last, and its exit code.
    String end() {
        questions.close();
        String last = answer().orElse("nothing");
        return last + ", exit " + exitCode();
    }

    /// Of a process that has ended or has to.
    int exitCode() {
        try {
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return process.waitFor();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return -1;
        }
    }
}
