package org.huimages.url;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The spellings of a [Size], plain and old. (An interface cannot hide them.)
final class SizeText {
    static final String ORIGINAL = "o";

    /// The largest number of nine digits: the arithmetic of [Dimensions] has room to spare.
    private static final int MAX_EDGE = 999_999_999;

    private static final Pattern BOX = Pattern.compile("([1-9][0-9]{0,8})x([1-9][0-9]{0,8})(!?)");
    private static final Pattern LEADING_ZEROS = Pattern.compile("(?<![0-9])0++(?=[1-9])");

    private SizeText() {}

    static Optional<Size> parse(String text) {
        if (text.equals(ORIGINAL)) {
            return Optional.of(new Size.Original());
        }
        Matcher box = BOX.matcher(text);
        if (!box.matches()) {
            return Optional.empty();
        }
        int width = Integer.parseInt(box.group(1));
        int height = Integer.parseInt(box.group(2));
        return Optional.of(box.group(3).isEmpty() ? new Size.Fit(width, height) : new Size.Exact(width, height));
    }

    /// Also takes what old links have: names and leading zeros.
    static Optional<Size> parseOld(String text) {
        return parse(text)
                .or(() -> Size.named(text))
                .or(() -> parse(LEADING_ZEROS.matcher(text).replaceAll("")));
    }

    static void check(int width, int height) {
        if (Math.min(width, height) < 1 || Math.max(width, height) > MAX_EDGE) {
            throw new IllegalArgumentException("edges are from 1 to 999999999, not " + width + "x" + height);
        }
    }

    static Map<String, Size> named() {
        var named = new LinkedHashMap<String, Size>();
        named.put("mini", new Size.Fit(23, 40));
        named.put("thumb", new Size.Fit(50, 200));
        named.put("sidebar", new Size.Fit(179, 600));
        named.put("small", new Size.Fit(240, 160));
        named.put("medium", new Size.Fit(480, 320));
        named.put("full", new Size.Fit(477, 800));
        named.put("vga", new Size.Fit(640, 480));
        named.put("svga", new Size.Fit(800, 600));
        named.put("xvga", new Size.Fit(1024, 768));
        named.put("square", new Size.Exact(75, 75));
        return Collections.unmodifiableMap(named);
    }
}
