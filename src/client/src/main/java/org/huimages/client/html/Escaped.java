package org.huimages.client.html;

/// Text as it stands in HTML, in attributes too. Characters that HTML does not have (controls, half surrogate pairs)
/// become U+FFFD, as in a browser.
public final class Escaped {
    private Escaped() {}

    public static String text(String plain) {
        if (plain.chars().allMatch(Escaped::isPlain)) {
            return plain;
        }
        StringBuilder text = new StringBuilder(plain.length() + 16);
        plain.codePoints().forEach(character -> append(text, character));
        return text.toString();
    }

    private static void append(StringBuilder text, int character) {
        switch (character) {
            case '&' -> text.append("&amp;");
            case '<' -> text.append("&lt;");
            case '>' -> text.append("&gt;");
            case '"' -> text.append("&quot;");
            case '\'' -> text.append("&#39;");
            case '\t', '\n', '\r' -> text.append("&#").append(character).append(';');
            default -> text.appendCodePoint(isForbidden(character) ? 0xFFFD : character);
        }
    }

    /// Most texts have no other characters.
    private static boolean isPlain(int character) {
        return character >= ' ' && character < 0x7F && "&<>\"'".indexOf(character) < 0;
    }

    private static boolean isForbidden(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.SURROGATE
                || (character & 0xFFFE) == 0xFFFE;
    }
}
