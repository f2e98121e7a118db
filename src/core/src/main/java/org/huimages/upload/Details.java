package org.huimages.upload;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huimages.catalog.Description;
import org.huimages.catalog.Timestamp;
import org.huimages.failure.Failure;

/// What an uploader says about a picture.
///
/// @param description its file name is the last part of the path that was given, and may be empty; texts have no
///     control characters, and no title or type is empty
/// @param timestamp the moment to note instead of now, if given
/// @param uploader his user name; empty if it is not known
public record Details(Description description, Optional<Timestamp> timestamp, String uploader) {
    private static final int LONGEST_TEXT = 10_000;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}+");
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);

    public Details {
        description = new Description(
                clean(FOLDERS.matcher(description.filename()).replaceFirst("")),
                clean(description.titles()),
                clean(description.types()),
                description.references());
    }

    private static List<String> clean(List<String> texts) {
        return texts.stream()
                .map(Details::clean)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String clean(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new Failure.Unprocessable("a text is longer than %d characters".formatted(LONGEST_TEXT)).exception();
        }
        return CONTROL.matcher(text).replaceAll(" ").strip();
    }
}
