package org.huimages.client.html;

/// Text as a browser has it.
public final class Shown {
    private Shown() {}

    /// What HTML does not have is replaced.
    public static String of(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().map(one -> isShown(one) ? one : 0xFFFD).forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static boolean isShown(int one) {
        boolean space = one == '\t' || one == '\n' || one == '\r';
        return space
                || (!Character.isISOControl(one)
                        && Character.getType(one) != Character.SURROGATE
                        && (one & 0xFFFE) != 0xFFFE);
    }
}
