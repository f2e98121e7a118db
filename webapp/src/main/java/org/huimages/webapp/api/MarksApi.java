package org.huimages.webapp.api;

import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.CleanText;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.Marks;
import org.huimages.catalog.Opinion;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.webapp.http.Access;
import org.huimages.webapp.http.Json;
import org.huimages.webapp.http.JsonBody;
import tools.jackson.databind.node.ObjectNode;

/// What users think of pictures. Each has his own marks; an editor may keep those of others, as an application
/// does whose users this server does not know.
final class MarksApi {
    private static final String PATH = "/images/{id}/users/{user}";
    private static final int LONGEST_USER = 200;
    private static final int BEST = 10;

    private static final Changes<Marks> CHANGES = new Changes<Marks>()
            .with("tags", field -> replaced(Tags.of(field.texts())))
            .with("removeTags", field -> removed(Tags.of(field.texts())))
            .with("addTags", field -> added(Tags.of(field.texts())))
            .with("favorite", MarksApi::favourite)
            .with("rating", MarksApi::rating);

    private final Catalog catalog;
    private final Pictures pictures;

    MarksApi(Catalog catalog, Pictures pictures) {
        this.catalog = catalog;
        this.pictures = pictures;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", PATH, Access.READER, this::find),
                Route.of("PUT", PATH, Access.READER, this::change).thatReadsJsonAndWaits());
    }

    private Reply find(Call call) {
        String user = user(call);
        ImageDocument document = pictures.present(call);
        return answer(document, user, catalog.marks(document.id(), user));
    }

    private Reply change(Call call) {
        String user = user(call);
        UnaryOperator<Marks> change = CHANGES.read(JsonBody.members(call.request()));
        ImageDocument document = pictures.present(call);
        Marks changed = catalog.mark(document.id(), user, marks -> checked(change.apply(marks)))
                .orElseThrow(Call::noPicture);
        return answer(document, user, changed);
    }

    /// @throws FailureException [Failure.Forbidden] if the caller may not speak for this user
    private static String user(Call call) {
        String user = call.variable("user");
        if (!user.equals(call.user()) && !call.may(Access.EDITOR)) {
            throw new Failure.Forbidden("marks of others need the role huimages-editor").exception();
        }
        if (user.isEmpty()
                || user.length() > LONGEST_USER
                || !CleanText.of(user).equals(user)) {
            throw new Failure.Unprocessable("a user's name is 1 to %d characters, none of them a control character"
                            .formatted(LONGEST_USER))
                    .exception();
        }
        return user;
    }

    private static Marks checked(Marks marks) {
        return marks.withTags(Tags.checked(marks.tags()));
    }

    private Reply answer(ImageDocument document, String user, Marks marks) {
        ObjectNode answer = Json.object().put("id", document.id().text()).put("user", user);
        marks.tags().forEach(answer.putArray("tags")::add);
        answer.put("favorite", marks.favourite());
        marks.rating().ifPresentOrElse(rating -> answer.put("rating", rating), () -> answer.putNull("rating"));
        Opinion opinion = catalog.opinion(document.id());
        opinion.average()
                .ifPresentOrElse(
                        average -> answer.put("ratingAverage", average), () -> answer.putNull("ratingAverage"));
        return Reply.ok(answer.put("ratingCount", opinion.ratings()));
    }

    private static UnaryOperator<Marks> replaced(SortedSet<String> tags) {
        return marks -> marks.withTags(tags);
    }

    private static UnaryOperator<Marks> removed(Collection<String> tags) {
        return marks -> {
            SortedSet<String> left = new TreeSet<>(marks.tags());
            left.removeAll(tags);
            return marks.withTags(left);
        };
    }

    private static UnaryOperator<Marks> added(Collection<String> tags) {
        return marks -> {
            SortedSet<String> all = new TreeSet<>(marks.tags());
            all.addAll(tags);
            return marks.withTags(all);
        };
    }

    private static UnaryOperator<Marks> favourite(Field field) {
        boolean favourite = field.truth();
        return marks -> marks.withFavourite(favourite);
    }

    private static UnaryOperator<Marks> rating(Field field) {
        OptionalInt rating = field.isNull() ? OptionalInt.empty() : OptionalInt.of(field.wholeNumber(1, BEST));
        return marks -> marks.withRating(rating);
    }
}
