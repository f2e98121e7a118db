package org.huimages.keeper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the cache takes, on disk from one start to the next.
///
/// @param counted when all files were counted last
/// @param closed whether nothing was changed afterwards: after a halt it is an estimate
record Totals(Use use, Instant counted, boolean closed) {
    private static final Pattern FORM =
            Pattern.compile("bytes=([0-9]{1,18}) files=([0-9]{1,18}) counted=([0-9]{1,11}) (open|closed)\n");

    String text() {
        return "bytes=%d files=%d counted=%d %s\n"
                .formatted(use.bytes(), use.files(), counted.getEpochSecond(), closed ? "closed" : "open");
    }

    static Optional<Totals> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(of(form)) : Optional.empty();
    }

    private static Totals of(Matcher form) {
        return new Totals(
                new Use(Long.parseLong(form.group(1)), Long.parseLong(form.group(2))),
                Instant.ofEpochSecond(Long.parseLong(form.group(3))),
                "closed".equals(form.group(4)));
    }

    /// Empty where there are none that can be understood.
    static Optional<Totals> read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /// @return whether that could be done: on a full disk it cannot
    boolean write(Path file) {
        Path unfinished = file.resolveSibling(CacheTree.name(file) + ".new");
        try {
            Files.writeString(unfinished, text());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException failed) {
            return false;
        }
    }
}
