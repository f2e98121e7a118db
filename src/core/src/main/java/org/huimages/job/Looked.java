package org.huimages.job;

import java.util.ArrayList;
import java.util.List;

/// What came of looking at one picture.
///
/// @param bytes that were read
/// @param lines for the report
/// @param counts words that are counted, and not worth a line
public record Looked(long bytes, List<Line> lines, List<String> counts) {

    public Looked {
        lines = List.copyOf(lines);
        counts = List.copyOf(counts);
    }

    /// Nothing to tell.
    public static Looked of(long bytes) {
        return new Looked(bytes, List.of(), List.of());
    }

    /// The same, with something that is as it is to be, or is so again.
    public Looked telling(String what, String why) {
        return with(new Line(what, why, false));
    }

    /// The same, with something that is wrong, and stays so.
    public Looked failing(String what, String why) {
        return with(new Line(what, why, true));
    }

    private Looked with(Line line) {
        List<Line> more = new ArrayList<>(lines);
        more.add(line);
        return new Looked(bytes, more, counts);
    }

    /// The same, with a word to count.
    public Looked counting(String what) {
        List<String> more = new ArrayList<>(counts);
        more.add(what);
        return new Looked(bytes, lines, more);
    }

    /// Both together.
    public Looked and(Looked other) {
        List<Line> allLines = new ArrayList<>(lines);
        allLines.addAll(other.lines);
        List<String> allCounts = new ArrayList<>(counts);
        allCounts.addAll(other.counts);
        return new Looked(bytes + other.bytes, allLines, allCounts);
    }

    /// @param wrong whether it stays wrong
    public record Line(String what, String why, boolean wrong) {}
}
