package org.huimages.webapp.browser;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huimages.catalog.Description;
import org.huimages.catalog.Facts;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.JsonText;
import org.huimages.catalog.Timestamp;
import org.huimages.webapp.http.Access;

/// What is known of a file, in words.
final class FileFacts {
    private static final double KILO = 1024;
    private static final double MILLION = 1_000_000;

    private final Visit visit;
    private final List<Fact> facts = new ArrayList<>();

    /// A line of the table.
    public record Fact(String name, String value) {}

    private FileFacts(Visit visit) {
        this.visit = visit;
    }

    /// File name, people and references are for readers.
    static List<Fact> of(ImageDocument document, Exif exif, Visit visit) {
        FileFacts all = new FileFacts(visit);
        document.facts().ifPresent(all::file);
        exif.camera().ifPresent(camera -> all.add("camera", camera));
        exif.exposure().ifPresent(exposure -> all.add("exposure", exposure));
        exif.taken().ifPresent(taken -> all.add("taken", taken));
        all.add("created", date(document.created(), visit));
        if (!document.modified().equals(document.created())) {
            all.add("modified", date(document.modified(), visit));
        }
        if (visit.may(Access.READER)) {
            all.people(document);
        }
        all.add("id", document.id().text());
        return all.facts;
    }

    private void add(String key, String value) {
        if (!value.isBlank()) {
            facts.add(new Fact(visit.say("fact." + key), value));
        }
    }

    private void file(Facts file) {
        add(
                "size",
                visit.say(
                        "fact.pixels",
                        file.dimensions().width(),
                        file.dimensions().height(),
                        file.dimensions().pixels() / MILLION));
        add("type", visit.say("fact.typed", file.format().name(), bytes(file.length())));
    }

    private String bytes(long length) {
        return length < KILO * KILO
                ? visit.say("fact.kilobytes", Math.max(1, Math.round(length / KILO)))
                : visit.say("fact.megabytes", length / KILO / KILO);
    }

    private void people(ImageDocument document) {
        Description description = document.description();
        add("filename", description.filename());
        add("uploader", document.uploader());
        add("types", String.join(", ", description.types()));
        description
                .references()
                .forEach((key, values) -> facts.add(new Fact(
                        key,
                        String.join(", ", values.stream().map(JsonText::text).toList()))));
        List<String> titles = description.titles();
        add("titles", titles.size() < 2 ? "" : String.join(" · ", titles.subList(0, titles.size() - 1)));
    }

    /// Old documents have any text.
    static String date(Timestamp moment, Visit visit) {
        DateTimeFormatter words = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(visit.texts().language());
        return Optional.of(moment)
                .flatMap(Timestamp::instant)
                .map(instant -> words.format(instant.atOffset(ZoneOffset.UTC)) + " UTC")
                .orElse(moment.text());
    }
}
