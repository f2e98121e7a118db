package org.huimages.testkit.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huimages.testkit.hostile.HostileFile;
import org.huimages.testkit.trial.Verdict.Kind;

/// Many files, each judged by one of some runners; those that break the promise are kept. As text: how many came to
/// what, and the most that any of them took.
public final class Trials {
    private final Path broken;
    private final Iterator<HostileFile> files;
    private final Map<Kind, List<String>> names = new EnumMap<>(Kind.class);
    private final List<String> ends = Collections.synchronizedList(new ArrayList<>());
    private final Most millis = new Most("ms");
    private final Most excess = new Most("kB more than promised");

    private Trials(Stream<HostileFile> files, Path broken) {
        this.files = files.iterator();
        this.broken = broken;
    }

    /// Judges them all; of one that breaks the promise a line is printed at once.
    ///
    /// @param runners gives one for each processor
    /// @param broken a folder for those that break the promise
    public static Trials of(Stream<HostileFile> files, Supplier<TrialRunner> runners, Path broken) throws IOException {
        Trials trials = new Trials(files, Files.createDirectories(broken));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int thread = Runtime.getRuntime().availableProcessors(); thread > 0; thread--) {
                all.add(CompletableFuture.runAsync(() -> trials.judge(runners), threads));
            }
            all.forEach(CompletableFuture::join);
        }
        return trials;
    }

    private void judge(Supplier<TrialRunner> runners) {
        try (TrialRunner runner = runners.get()) {
            Path current = Files.createTempFile("trial", "");
            for (Optional<HostileFile> file = next(); file.isPresent(); file = next()) {
                note(file.get(), runner.judge(Files.write(current, file.get().bytes())));
            }
            ends.add(runner.end());
            Files.delete(current);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private synchronized Optional<HostileFile> next() {
        return files.hasNext() ? Optional.of(files.next()) : Optional.empty();
    }

    private synchronized void note(HostileFile file, Verdict verdict) throws IOException {
        names.computeIfAbsent(verdict.kind(), kind -> new ArrayList<>()).add(file.name());
        millis.note(verdict.millis(), file);
        excess.note(verdict.excess(), file);
        if (verdict.kind() == Kind.BROKEN) {
            Files.write(broken.resolve(file.name()), file.bytes());
            System.err.println(file + ": " + verdict.detail());
        }
    }

    /// Of all files that came to this.
    public List<String> names(Kind kind) {
        return List.copyOf(names.getOrDefault(kind, List.of()));
    }

    /// What the runners said last, each.
    public List<String> ends() {
        return List.copyOf(ends);
    }

    @Override
    public String toString() {
        String counts = Stream.of(Kind.values())
                .map(kind -> names(kind).size() + " " + kind)
                .collect(Collectors.joining(", "));
        return counts + "\nat most " + millis + "\nat most " + excess + "\n";
    }

    /// The largest of many numbers, and whose it is.
    private static final class Most {
        private final String unit;
        private long number = Long.MIN_VALUE;
        private String whose = "none";

        Most(String unit) {
            this.unit = unit;
        }

        void note(long another, HostileFile file) {
            if (another > number) {
                number = another;
                whose = file.name();
            }
        }

        @Override
        public String toString() {
            return number + " " + unit + " (" + whose + ")";
        }
    }
}
