package org.huimages.keeper;

/// The folders of pictures lie in folders named by the first two characters of an ID: 32 times 32 of them.
final class Prefixes {
    static final int COUNT = 1024;

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LENGTH = 2;

    private Prefixes() {}

    static boolean isOne(String name) {
        return name.length() == LENGTH
                && ALPHABET.indexOf(name.charAt(0)) >= 0
                && ALPHABET.indexOf(name.charAt(1)) >= 0;
    }

    /// The number of the one that a picture's folder, or the prefix itself, belongs to.
    static int of(String name) {
        return ALPHABET.indexOf(name.charAt(0)) * ALPHABET.length() + ALPHABET.indexOf(name.charAt(1));
    }

    static String name(int number) {
        return "" + ALPHABET.charAt(number / ALPHABET.length()) + ALPHABET.charAt(number % ALPHABET.length());
    }
}
