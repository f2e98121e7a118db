package org.huimages.bench.summary;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Bars in groups, from left to right, as SVG that can be read on light and on dark ground.
///
/// @param title stands above
/// @param axis what the length of a bar is, with its unit
/// @param series what the bars of each group are, in their order
record BarChart(String title, String axis, List<String> series, List<Group> groups) {
    private static final int WIDTH = 760;
    private static final int LEFT = 110;
    private static final int RIGHT = 60;
    private static final int TOP = 64;
    private static final int BAR = 15;
    private static final int BETWEEN = 14;
    private static final int BOTTOM = 46;
    private static final int LEGEND_WIDTH = 190;
    private static final int MOST_TICKS = 6;
    private static final List<String> COLOURS = List.of("#2a7de1", "#7fb0ec", "#e08a1e", "#7a9b3e", "#9a6fb0");

    /// @param values one for each of the series
    record Group(String name, List<Double> values) {}

    String svg() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" \
                aria-label="%3$s: %4$s">
                <style>
                text { font: 12px sans-serif; fill: #24292f } .title { font-size: 15px; font-weight: bold }
                line { stroke: #8c959f; stroke-opacity: .45 }
                @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } }
                </style>
                <text class="title" x="%5$d" y="20">%3$s</text>
                %6$s
                %7$s
                %8$s
                <text x="%9$d" y="%10$d" text-anchor="middle">%4$s</text>
                </svg>
                """.formatted(
                        WIDTH,
                        bottom() + BOTTOM,
                        escaped(title),
                        escaped(axis),
                        LEFT,
                        legend(),
                        ticks(),
                        bars(),
                        (LEFT + WIDTH - RIGHT) / 2,
                        bottom() + 36);
    }

    private int bottom() {
        return TOP + groups.size() * groupHeight();
    }

    private int groupHeight() {
        return series.size() * BAR + BETWEEN;
    }

    private String legend() {
        return IntStream.range(0, series.size())
                .mapToObj(number -> """
                        <rect x="%d" y="32" width="11" height="11" fill="%s"/><text x="%d" y="42">%s</text>\
                        """.formatted(
                                LEFT + number * LEGEND_WIDTH,
                                colour(number),
                                LEFT + number * LEGEND_WIDTH + 16,
                                escaped(series.get(number))))
                .collect(Collectors.joining("\n"));
    }

    private String ticks() {
        int step = step();
        return IntStream.rangeClosed(0, (int) (largest() / step))
                .map(tick -> tick * step)
                .mapToObj(value -> """
                        <line x1="%1$s" x2="%1$s" y1="%2$d" y2="%3$d"/>\
                        <text x="%1$s" y="%4$d" text-anchor="middle">%5$d</text>\
                        """.formatted(x(value), TOP - 8, bottom(), bottom() + 16, value))
                .collect(Collectors.joining("\n"));
    }

    /// 1, 2 or 5, and zeros.
    private int step() {
        int power = 1;
        while (true) {
            for (int step : List.of(power, 2 * power, 5 * power)) {
                if (largest() / step <= MOST_TICKS) {
                    return step;
                }
            }
            power *= 10;
        }
    }

    private String bars() {
        return IntStream.range(0, groups.size()).mapToObj(this::group).collect(Collectors.joining("\n"));
    }

    private String group(int number) {
        Group group = groups.get(number);
        int top = TOP + number * groupHeight();
        String name = "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n"
                .formatted(LEFT - 10, top + series.size() * BAR / 2 + 4, escaped(group.name));
        return IntStream.range(0, series.size())
                .mapToObj(bar -> bar(group.values.get(bar), top + bar * BAR, colour(bar)))
                .collect(Collectors.joining("\n", name, ""));
    }

    private String bar(double value, int top, String colour) {
        return """
                <rect x="%d" y="%d" width="%s" height="%d" fill="%s"/><text x="%s" y="%d">%s</text>\
                """.formatted(
                        LEFT,
                        top,
                        number("%.1f", length(value)),
                        BAR - 2,
                        colour,
                        number("%.1f", LEFT + length(value) + 5),
                        top + BAR - 4,
                        number("%.0f", value));
    }

    private static String colour(int number) {
        return COLOURS.get(number % COLOURS.size());
    }

    private String x(double value) {
        return number("%.1f", LEFT + length(value));
    }

    private double length(double value) {
        return value / largest() * (WIDTH - LEFT - RIGHT);
    }

    private double largest() {
        return groups.stream()
                .flatMap(group -> group.values.stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
