package org.huimages.testkit.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huimages.testkit.hostile.HostileFile;
import org.huimages.testkit.trial.Verdict.Kind;

/// Many files, judged one after the other; those that broke the promise are kept. As text: how many came to what, and
/// the most that any of them took.
public final class Trials {
    private final Path broken;
    private final Map<Kind, List<String>> names = new EnumMap<>(Kind.class);
    private final Most millis = new Most("ms");
    private final Most excess = new Most("kB more than promised");
    private final Path current;

    /// @param broken a folder for the files that break the promise
    public Trials(Path broken) {
        try {
            this.broken = Files.createDirectories(broken);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        this.current = broken.resolve("current");
    }

    /// Judges it; of one that breaks the promise a line is printed at once.
    public Verdict judge(HostileFile file, TrialRunner runner) {
        try {
            Verdict verdict = runner.judge(Files.write(current, file.bytes()));
            note(file, verdict);
            return verdict;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void note(HostileFile file, Verdict verdict) throws IOException {
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

    @Override
    public String toString() {
        return Stream.of(Kind.values())
                        .map(kind -> names(kind).size() + " " + kind)
                        .collect(Collectors.joining(", ")) + "\nat most " + millis + "\nat most " + excess + "\n";
    }

    /// The largest of many numbers, and whose it is.
    private static final class Most {
        private final String unit;
        private long number = Long.MIN_VALUE;
        private String of = "none";

        Most(String unit) {
            this.unit = unit;
        }

        void note(long another, HostileFile file) {
            if (another > number) {
                number = another;
                of = file.name();
            }
        }

        @Override
        public String toString() {
            return number + " " + unit + " (" + of + ")";
        }
    }
}
