package org.huimages.upload;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huimages.catalog.CleanText;
import org.huimages.catalog.Description;
import org.huimages.catalog.Timestamp;

/// What an uploader says about a picture.
///
/// @param description its file name is the last part of the path that was given, and may be empty; texts have no
///     control characters, and no title or type is empty
/// @param timestamp the moment to note instead of now, if given
/// @param uploader his user name; empty if it is not known
public record Details(Description description, Optional<Timestamp> timestamp, String uploader) {
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);

    public Details {
        description = new Description(
                CleanText.of(FOLDERS.matcher(description.filename()).replaceFirst("")),
                clean(description.titles()),
                clean(description.types()),
                description.references());
    }

    private static List<String> clean(List<String> texts) {
        return texts.stream().map(CleanText::of).filter(text -> !text.isEmpty()).toList();
    }
}
