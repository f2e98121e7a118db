package org.huimages.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A table for the terminal: the first two columns to the left, the others to the right.
public final class TextTable {
    private static final int LEFT_COLUMNS = 2;

    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(List<String> head) {
        rows.add(List.copyOf(head));
    }

    /// @param row as many cells as the head has
    public void add(List<String> row) {
        if (row.size() != rows.getFirst().size()) {
            throw new IllegalArgumentException(row + " does not fit under " + rows.getFirst());
        }
        rows.add(List.copyOf(row));
    }

    @Override
    public String toString() {
        int[] widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElseThrow())
                .toArray();
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> cell(row.get(column), widths[column], column < LEFT_COLUMNS))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String cell(String text, int width, boolean left) {
        String space = " ".repeat(width - text.length());
        return left ? text + space : space + text;
    }
}
