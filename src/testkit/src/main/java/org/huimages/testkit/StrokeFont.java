package org.huimages.testkit;

import java.awt.geom.Path2D;
import java.util.Map;

/// Letters of plain strokes, so that text looks the same on every machine, whatever fonts it has or has not.
final class StrokeFont {
    /// From one letter to the next, in its own units; a letter is 4 wide and 6 high.
    static final double ADVANCE = 5.5;

    /// Strokes are separated by spaces; each is a row of points, two digits each: x to the right, y
    /// downwards.
    private static final Map<Character, String> STROKES = Map.ofEntries(
            Map.entry('A', "062046 1434"),
            Map.entry('C', "4130100105163645"),
            Map.entry('E', "40000646 0333"),
            Map.entry('H', "0006 4046 0343"),
            Map.entry('I', "2026"),
            Map.entry('K', "0006 4003 1346"),
            Map.entry('M', "0600234046"),
            Map.entry('N', "06004640"),
            Map.entry('O', "103041453616050110"),
            Map.entry('R', "06003041423303 2346"),
            Map.entry('S', "413010010213334445361605"),
            Map.entry('T', "0040 2026"),
            Map.entry('W', "0016233640"),
            Map.entry('X', "0046 4006"),
            Map.entry('8', "13020110304142331304051636454433"));

    private StrokeFont() {}

    /// The letters that there are.
    static String letters() {
        StringBuilder letters = new StringBuilder();
        STROKES.keySet().stream().sorted().forEach(letters::append);
        return letters.toString();
    }

    /// Adds the strokes of a letter of this height to a path, its top left corner there.
    static void add(Path2D path, char letter, double left, double top, double height) {
        double unit = height / 6;
        for (String stroke : STROKES.getOrDefault(letter, "").split(" ", -1)) {
            for (int at = 0; at + 1 < stroke.length(); at += 2) {
                double x = left + unit * (stroke.charAt(at) - '0');
                double y = top + unit * (stroke.charAt(at + 1) - '0');
                if (at == 0) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
            }
        }
    }
}
