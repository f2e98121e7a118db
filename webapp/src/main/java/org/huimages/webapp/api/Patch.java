package org.huimages.webapp.api;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.huimages.catalog.Description;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.JsonText;
import org.huimages.catalog.Timestamp;
import org.huimages.failure.FailureException;
import org.huimages.pixel.Focal;

/// What `PATCH /api/images/{id}` wants changed. What takes away comes first, then what adds.
final class Patch {
    private static final Changes<ImageDocument> CHANGES = new Changes<ImageDocument>()
            .with("titles", Patch::titles)
            .with("removeTypes", field -> described(field.texts(), types -> said -> said.withoutTypes(types)))
            .with(
                    "removeReferences",
                    field -> described(field.references(), references -> said -> said.withoutReferences(references)))
            .with("addTitle", field -> described(field.text(), title -> said -> said.with(titled(title))))
            .with("addTypes", field -> described(field.texts(), types -> said -> said.with(typed(types))))
            .with(
                    "addReferences",
                    field -> described(field.references(), references -> said -> said.with(referring(references))))
            .with("focal", Patch::focal)
            .with("private", Patch::hidden)
            .with("timestamp", Patch::timestamp);

    private final UnaryOperator<ImageDocument> change;
    private final boolean dated;

    private Patch(UnaryOperator<ImageDocument> change, boolean dated) {
        this.change = change;
        this.dated = dated;
    }

    /// @throws FailureException [Failure.Unprocessable] for a field that is not known, or is not what it has to be
    static Patch read(SequencedMap<String, JsonText> body) {
        return new Patch(CHANGES.read(body), body.containsKey("timestamp"));
    }

    /// The document with the changes. If there are any, `now` is when it was modified, but for a timestamp that
    /// was given.
    ImageDocument apply(ImageDocument document, Timestamp now) {
        ImageDocument changed = change.apply(document);
        return dated || changed.equals(document) ? changed : changed.modifiedAt(now);
    }

    private static <V> UnaryOperator<ImageDocument> described(V value, Function<V, UnaryOperator<Description>> change) {
        UnaryOperator<Description> described = change.apply(value);
        return document -> document.with(described.apply(document.description()));
    }

    private static UnaryOperator<ImageDocument> titles(Field field) {
        List<String> titles = lastOfEach(field.texts());
        return document -> document.with(document.description().withTitles(titles));
    }

    /// Each once, where it stood last.
    static List<String> lastOfEach(List<String> texts) {
        return List.copyOf(new LinkedHashSet<>(texts.reversed())).reversed();
    }

    private static Description titled(String title) {
        return Description.NONE.withTitles(List.of(title));
    }

    private static Description typed(List<String> types) {
        return new Description("", List.of(), types.stream().distinct().toList(), new TreeMap<>());
    }

    private static Description referring(SequencedMap<String, List<JsonText>> references) {
        return new Description("", List.of(), List.of(), references);
    }

    private static UnaryOperator<ImageDocument> focal(Field field) {
        Optional<Focal> point = field.isNull() ? Optional.empty() : Optional.of(point(field.shares(2)));
        return document -> document.with(document.focus().movedTo(point));
    }

    private static Focal point(List<Double> shares) {
        return new Focal(shares.getFirst(), shares.getLast());
    }

    private static UnaryOperator<ImageDocument> hidden(Field field) {
        boolean hidden = field.truth();
        return document -> document.with(document.state().withHidden(hidden));
    }

    private static UnaryOperator<ImageDocument> timestamp(Field field) {
        Timestamp moment = Moments.parse(field.text());
        return document -> document.modifiedAt(moment);
    }
}
