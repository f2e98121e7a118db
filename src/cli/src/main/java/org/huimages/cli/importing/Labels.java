package org.huimages.cli.importing;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huimages.client.Changes;
import org.huimages.client.ImageInfo;
import org.huimages.client.Upload;

/// What is to be said of each picture.
///
/// Titles and values of references may hold `%f`, the file's name; `%n`, that without its ending; `%d`, the way to its
/// folder; `%t`, `%n` with blanks for underscores and hyphens; `%%`, a per cent sign.
///
/// @param title for all of them
/// @param references key and value
record Labels(
        Optional<String> title, List<Map.Entry<String, String>> references, List<String> types, List<String> tags) {
    /// Names as people would say them: `blue_hour-2.jpg` is "blue hour 2".
    static final String TITLE_FROM_NAME = "%t";

    private static final Pattern PLACE = Pattern.compile("%(.)");
    private static final Pattern UNWANTED = Pattern.compile("[\\p{Cc}\\p{Cs}]+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /// @throws IllegalArgumentException if a `%` stands for nothing
    Labels {
        references = List.copyOf(references);
        types = types.stream()
                .map(Labels::clean)
                .filter(type -> !type.isEmpty())
                .toList();
        tags = tags.stream()
                .flatMap(tag -> BLANKS.splitAsStream(clean(tag).toLowerCase(Locale.ROOT)))
                .filter(tag -> !tag.isEmpty())
                .toList();
        title.ifPresent(Labels::check);
        references.forEach(reference -> check(reference.getValue()));
    }

    private static void check(String text) {
        PLACE.matcher(text).results().forEach(found -> place(found.group(1), Path.of("a.jpeg")));
    }

    Upload on(Upload plain, Found file) {
        Upload upload = plain.timestamp(file.time());
        Optional<String> text = titleOf(file.path());
        if (text.isPresent()) {
            upload = upload.title(text.get());
        }
        for (Map.Entry<String, String> reference : references) {
            upload = upload.reference(reference.getKey(), filled(reference.getValue(), file.path()));
        }
        for (String type : types) {
            upload = upload.type(type);
        }
        return tags.isEmpty() ? upload : upload.tags(tags.toArray(String[]::new));
    }

    /// What a picture that is there already has not yet of it, tags left aside; nothing, if it has all.
    Optional<Changes> missing(ImageInfo info, Path file) {
        Changes changes = Changes.none();
        boolean any = false;
        Optional<String> newTitle = titleOf(file).filter(text -> !info.titles().contains(text));
        if (newTitle.isPresent()) {
            changes = changes.addTitle(newTitle.get());
            any = true;
        }
        for (Map.Entry<String, String> reference : references) {
            String value = filled(reference.getValue(), file);
            if (!info.references().getOrDefault(reference.getKey(), List.of()).contains(value)) {
                changes = changes.addReference(reference.getKey(), value);
                any = true;
            }
        }
        List<String> newTypes =
                types.stream().filter(type -> !info.types().contains(type)).toList();
        if (!newTypes.isEmpty()) {
            changes = changes.addTypes(newTypes.toArray(String[]::new));
            any = true;
        }
        return any ? Optional.of(changes) : Optional.empty();
    }

    /// Tags that nobody has given it.
    List<String> missingTags(ImageInfo info) {
        return tags.stream().filter(tag -> !info.tags().contains(tag)).toList();
    }

    /// Nothing, where it would be blank.
    private Optional<String> titleOf(Path file) {
        return title.map(text -> clean(filled(text, file))).filter(text -> !text.isEmpty());
    }

    /// As the server keeps it: what it has already is not told again.
    private static String clean(String text) {
        return UNWANTED.matcher(text).replaceAll(" ").strip();
    }

    static String filled(String text, Path file) {
        return PLACE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(place(found.group(1), file)));
    }

    private static String place(String letter, Path file) {
        String name = String.valueOf(file.getFileName());
        return switch (letter) {
            case "f" -> name;
            case "n" -> withoutEnding(name);
            case "t" -> withoutEnding(name).replaceAll("[_\\s-]+", " ").strip();
            case "d" -> folder(file);
            case "%" -> "%";
            default -> throw new IllegalArgumentException("%" + letter + " stands for nothing: %d, %f, %n, %t or %%");
        };
    }

    private static String withoutEnding(String name) {
        return name.replaceFirst("(?<=.)\\.[^.]*$", "");
    }

    private static String folder(Path file) {
        return Optional.ofNullable(file.normalize().getParent())
                .map(folder -> folder.toString().replace(File.separatorChar, '/'))
                .orElse("");
    }
}
