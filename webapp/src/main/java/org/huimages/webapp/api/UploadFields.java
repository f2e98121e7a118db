package org.huimages.webapp.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.huimages.catalog.CleanText;
import org.huimages.catalog.Description;
import org.huimages.catalog.JsonText;
import org.huimages.catalog.Timestamp;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.upload.Details;
import org.huimages.webapp.http.JsonParts;

/// The texts that come with an upload, and hold for each of its files: fields of a form, or parameters.
public final class UploadFields {
    private static final int LONGEST_TOGETHER = 64 * 1024;
    private static final String REFERENCE = "ref.";

    private final List<String> titles = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final TreeMap<String, List<JsonText>> references = new TreeMap<>();
    private final SortedSet<String> tags = new TreeSet<>();
    private Optional<Timestamp> timestamp = Optional.empty();
    private long together;

    /// Takes a field in. Each but `timestamp` may come several times.
    ///
    /// @throws FailureException [Failure.Unprocessable] for a field that is not known or says what it cannot;
    ///     [Failure.TooLarge] if all of them together are too long
    void add(String name, String value) {
        together += value.length();
        if (together > LONGEST_TOGETHER) {
            throw new Failure.TooLarge(
                            "fields over %d characters together are not accepted".formatted(LONGEST_TOGETHER))
                    .exception();
        }
        switch (name) {
            case "title" -> titles.add(CleanText.of(value));
            case "type" -> types.add(CleanText.of(value));
            case "tags" -> addTags(Tags.of(value));
            case "timestamp" -> date(Moments.parse(value.strip()));
            case "file" -> throw textInsteadOfFile();
            default -> addReference(name, value);
        }
    }

    private void addTags(SortedSet<String> more) {
        tags.addAll(more);
        Tags.checked(tags);
    }

    private void date(Timestamp moment) {
        if (timestamp.isPresent()) {
            throw new Failure.Unprocessable("'timestamp' can only be given once").exception();
        }
        timestamp = Optional.of(moment);
    }

    private static FailureException textInsteadOfFile() {
        return new Failure.Unprocessable("'file' is a text here, not a file (with curl: -F file=@photo.jpg)")
                .exception();
    }

    private void addReference(String name, String value) {
        if (!name.startsWith(REFERENCE)) {
            throw Field.unknown("field", name);
        }
        JsonText reference = Field.checkedReference(JsonParts.valueOrString(value));
        List<JsonText> values = references.computeIfAbsent(
                Field.checkedKey(name.substring(REFERENCE.length())), key -> new ArrayList<>());
        if (!values.contains(reference)) {
            values.add(reference);
        }
    }

    /// What they say of a file.
    ///
    /// @param filename as the sender calls it
    Details details(String filename, String uploader) {
        Description description = new Description(
                filename, Patch.lastOfEach(titles), types.stream().distinct().toList(), references);
        return new Details(description, timestamp, uploader);
    }

    /// The uploader's tags.
    SortedSet<String> tags() {
        return new TreeSet<>(tags);
    }
}
