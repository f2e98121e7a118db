package org.huimages.catalog;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Any JSON value, as its text: numbers keep the form in which they were written.
///
/// @param text one valid JSON value, without blanks around it; who makes this has checked it
public record JsonText(String text) {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u(\\p{XDigit}{4})|.)");
    private static final int HEXADECIMAL = 16;

    public JsonText {
        text = text.strip();
    }

    /// The text with the letters that are meant where it has escapes (`\u00fc`), for looking for words in it.
    /// Escapes that mean no letter become blanks.
    String readable() {
        return ESCAPE.matcher(text).replaceAll(escape -> Matcher.quoteReplacement(meaning(escape)));
    }

    private static String meaning(MatchResult escape) {
        String code = escape.group(1);
        return code == null ? " " : Character.toString(Integer.parseInt(code, HEXADECIMAL));
    }
}
