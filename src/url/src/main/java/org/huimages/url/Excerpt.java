package org.huimages.url;

/// Foreign text as it may stand in a message or a log: short and on one line.
final class Excerpt {
    private static final int LIMIT = 80;

    private Excerpt() {}

    static String of(String text) {
        String start = text.length() <= LIMIT ? text : text.substring(0, LIMIT) + "...";
        return "'" + start.replaceAll("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]", "?") + "'";
    }
}
