package org.huimages.testkit.trial;

/// What became of a file.
///
/// @param millis the longest that one step took
/// @param kilobytes by which the process grew at most
/// @param excess kilobytes of that, at most, that were not promised
/// @param detail one line: why
public record Verdict(Kind kind, long millis, long kilobytes, long excess, String detail) {

    public enum Kind {
        /// Proved whole, and shown.
        TAKEN,
        /// Refused with a failure that blames the file.
        REFUSED,
        /// Anything else: the promise is broken.
        BROKEN
    }

    static Verdict broken(String detail) {
        return new Verdict(Kind.BROKEN, 0, 0, 0, detail);
    }

    /// As one line.
    String line() {
        return String.join(
                " ",
                kind.name(),
                Long.toString(millis),
                Long.toString(kilobytes),
                Long.toString(excess),
                detail.lines().findFirst().orElse(""));
    }

    static Verdict parse(String line) {
        String[] words = line.split(" ", 5);
        return new Verdict(
                Kind.valueOf(words[0]),
                Long.parseLong(words[1]),
                Long.parseLong(words[2]),
                Long.parseLong(words[3]),
                words[4]);
    }
}
