package org.huimages.webapp.api;

import java.util.List;
import java.util.stream.Stream;
import org.huimages.catalog.Audience;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.ImageDocument;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.url.ImageId;
import org.huimages.webapp.http.Quoted;

/// Which pictures a list has, and in which order.
@FunctionalInterface
interface Selection {
    List<String> PARAMETERS = List.of("ids", "tag", "favorite", "q", "order", "trash");
    int MOST_IDS = 200;

    /// The pictures after the one with the ID `after`, or the first ones if that is empty.
    List<ImageDocument> list(String after, int limit);

    /// What the call's parameters say.
    ///
    /// @throws FailureException [Failure.Unprocessable] if they say nothing, or two different things
    static Selection of(Call call, Catalog catalog) {
        List<String> given =
                PARAMETERS.stream().filter(name -> call.query(name).isPresent()).toList();
        if (given.size() > 1) {
            throw new Failure.Unprocessable(
                            "'%s' and '%s' cannot go together".formatted(given.getFirst(), given.getLast()))
                    .exception();
        }
        return given.isEmpty()
                ? (after, limit) -> catalog.page(call.audience(), after, limit)
                : of(given.getFirst(), call, catalog);
    }

    private static Selection of(String name, Call call, Catalog catalog) {
        Audience audience = call.audience();
        String value = call.query(name).orElse("");
        return switch (name) {
            case "ids" -> ids(value, call, catalog);
            case "tag" -> (after, limit) -> catalog.tagged(audience, Tags.wanted(value), after, limit);
            case "favorite" -> (after, limit) -> catalog.favourites(audience, value, after, limit);
            case "q" -> (after, limit) -> catalog.search(audience, value, after, limit);
            case "order" -> {
                only("newest", name, value);
                yield (after, limit) -> catalog.newest(audience, ImageId.parse(after), limit);
            }
            default -> {
                only("true", name, value);
                yield catalog::deleted;
            }
        };
    }

    private static void only(String possible, String name, String value) {
        if (!value.equals(possible)) {
            throw new Failure.Unprocessable("'%s' can only be '%s'".formatted(name, possible)).exception();
        }
    }

    /// Those that are there of the ones asked for, in their order.
    private static Selection ids(String value, Call call, Catalog catalog) {
        if (Stream.of("after", "limit").anyMatch(name -> call.query(name).isPresent())) {
            throw new Failure.Unprocessable("'ids' is a list of its own: without 'after' and 'limit'").exception();
        }
        List<ImageId> ids = Stream.of(value.split(",", -1))
                .filter(text -> !text.isBlank())
                .map(Selection::id)
                .distinct()
                .toList();
        if (ids.size() > MOST_IDS) {
            throw new Failure.Unprocessable("'ids' can be %d at most".formatted(MOST_IDS)).exception();
        }
        return (after, limit) ->
                catalog.findAll(ids).stream().filter(call.audience()::sees).toList();
    }

    private static ImageId id(String text) {
        return ImageId.parse(text.strip())
                .orElseThrow(() -> new Failure.Unprocessable(Quoted.of(text) + " is not an ID").exception());
    }
}
