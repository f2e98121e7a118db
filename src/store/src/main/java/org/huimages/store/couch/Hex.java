package org.huimages.store.couch;

/// Texts as keys of views: four hexadecimal digits for each UTF-16 unit.
///
/// CouchDB sorts keys as people would, by the rules of Unicode: it takes some texts for equal that are not, and
/// passes over some characters. In this form texts sort as `String` does, and one begins like another exactly if
/// its form does.
final class Hex {
    /// The longest text that is told apart, in UTF-16 units; of longer ones the beginning is the key.
    static final int LONGEST = 100;

    private static final int DIGITS = 4;
    private static final int BASE = 16;

    private Hex() {}

    /// Greater than the form of any text that begins like this, less than that of any greater text.
    static String behind(String text) {
        return of(text) + "g";
    }

    static String of(String text) {
        StringBuilder hex = new StringBuilder();
        text.chars().limit(LONGEST).forEach(unit -> hex.append("%04x".formatted(unit)));
        return hex.toString();
    }

    /// @param hex made by [#of], or by the function of the same name in a view
    static String text(String hex) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < hex.length(); at += DIGITS) {
            text.append((char) Integer.parseInt(hex.substring(at, at + DIGITS), BASE));
        }
        return text.toString();
    }
}
