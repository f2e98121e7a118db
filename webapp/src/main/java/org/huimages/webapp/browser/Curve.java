package org.huimages.webapp.browser;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// A line through what was measured.
///
/// @param name of what it shows
/// @param path as SVG has it, in a box of [#WIDTH] by [#HEIGHT]
/// @param words what it says
public record Curve(String name, String path, String words) {
    static final int WIDTH = 240;
    static final int HEIGHT = 48;
    private static final double EDGE = 1.5;

    /// @param values from 0 to `most`, oldest first; where one is missing the line has a gap
    static Curve of(String name, List<OptionalDouble> values, double most, String words) {
        StringBuilder path = new StringBuilder();
        boolean drawn = false;
        for (int at = 0; at < values.size(); at++) {
            OptionalDouble value = values.get(at);
            if (value.isPresent()) {
                String point = point(at, values.size(), value.getAsDouble() / most);
                path.append(drawn ? "L" + point : "M" + point + "h.01"); // a point that stands alone is a dot
            }
            drawn = value.isPresent();
        }
        return new Curve(name, path.toString(), words);
    }

    private static String point(int at, int count, double height) {
        double x = count < 2 ? WIDTH : (double) at * WIDTH / (count - 1);
        double y = EDGE + (1 - Math.clamp(height, 0, 1)) * (HEIGHT - 2 * EDGE);
        return String.format(Locale.ROOT, "%.1f %.1f", x, y);
    }
}
