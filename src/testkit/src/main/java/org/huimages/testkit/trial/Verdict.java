package org.huimages.testkit.trial;

/// What became of a file.
///
/// @param detail one line: why
/// @param millis the longest that one step took
/// @param kilobytes by which the process grew at most
public record Verdict(Kind kind, long millis, long kilobytes, String detail) {

    public enum Kind {
        /// Proved whole, and shown.
        TAKEN,
        /// Refused with a failure that blames the file.
        REFUSED,
        /// Anything else: the promise is broken.
        BROKEN
    }

    static Verdict broken(String detail) {
        return new Verdict(Kind.BROKEN, 0, 0, detail);
    }

    /// As one line.
    String line() {
        return kind + " " + millis + " " + kilobytes + " "
                + detail.lines().findFirst().orElse("");
    }

    static Verdict parse(String line) {
        String[] words = line.split(" ", 4);
        return new Verdict(Kind.valueOf(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]), words[3]);
    }
}
