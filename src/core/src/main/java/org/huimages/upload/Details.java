package org.huimages.upload;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huimages.catalog.Timestamp;
import org.huimages.failure.Failure;

/// What an uploader says about a picture.
///
/// @param filename the last part of the path that was given, without control characters; may be empty
/// @param titles without control characters, none of them empty
/// @param timestamp the moment to note instead of now, if given
public record Details(String filename, List<String> titles, Optional<Timestamp> timestamp) {
    private static final int LONGEST_TEXT = 10_000;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}+");
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);

    public Details {
        filename = clean(FOLDERS.matcher(filename).replaceFirst(""));
        titles = titles.stream()
                .map(Details::clean)
                .filter(title -> !title.isEmpty())
                .toList();
    }

    private static String clean(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new Failure.Unprocessable("a text is longer than %d characters".formatted(LONGEST_TEXT)).exception();
        }
        return CONTROL.matcher(text).replaceAll(" ").strip();
    }
}
