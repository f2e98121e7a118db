package org.huimages.webapp.http;

/// Foreign text as it may stand in a message: short, on one line, in quotes.
public final class Quoted {
    private static final int LIMIT = 80;

    private Quoted() {}

    public static String of(String text) {
        String start = text.length() <= LIMIT ? text : text.substring(0, LIMIT) + "...";
        return "'" + start.replaceAll("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]", "?") + "'";
    }
}
