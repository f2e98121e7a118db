package org.huimages.job;

import java.util.Optional;

/// What a job has to tell of one picture.
///
/// @param subject mostly the ID of a picture
/// @param what one word, such as `missing`; they are counted
/// @param why for people; one line
public record ReportLine(String subject, String what, String why) {
    private static final int PARTS = 3;

    public ReportLine {
        subject = oneLine(subject);
        what = oneLine(what);
        why = oneLine(why);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    String text() {
        return subject + "\t" + what + "\t" + why;
    }

    static Optional<ReportLine> parse(String text) {
        String[] parts = text.split("\t", PARTS);
        return parts.length == PARTS ? Optional.of(new ReportLine(parts[0], parts[1], parts[2])) : Optional.empty();
    }
}
