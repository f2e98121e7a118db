package org.huimages.bench.summary;

import java.util.List;
import java.util.Locale;

/// One figure of ours, beside another.
///
/// @param part which benchmark
/// @param of what was measured
/// @param beside whose the other figure is
/// @param ratio ours by theirs: the median of the rounds' ratios where there are rounds
public record Result(String part, String of, double ours, String beside, double theirs, String unit, double ratio) {
    private static final String TAB = "\t";
    private static final int FIELDS = 7;

    /// From single figures.
    public static Result of(String part, String of, double ours, String beside, double theirs, String unit) {
        return new Result(part, of, ours, beside, theirs, unit, ours / theirs);
    }

    String line() {
        return String.join(
                TAB, part, of, Double.toString(ours), beside, Double.toString(theirs), unit, Double.toString(ratio));
    }

    /// The inverse of [#line].
    static Result parse(String line) {
        String[] fields = line.split(TAB, FIELDS);
        return new Result(
                fields[0],
                fields[1],
                Double.parseDouble(fields[2]),
                fields[3],
                Double.parseDouble(fields[4]),
                fields[5],
                Double.parseDouble(fields[6]));
    }

    /// For a [org.huimages.bench.measure.TextTable].
    public List<String> row() {
        return List.of(part, of, text(ours) + " " + unit, beside, text(theirs) + " " + unit, number("%.2f", ratio));
    }

    private static String text(double value) {
        return number(Math.abs(value) < 100 ? "%.1f" : "%.0f", value);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
