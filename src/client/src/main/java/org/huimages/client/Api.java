package org.huimages.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huimages.client.http.Answer;
import org.huimages.client.http.Call;
import org.huimages.client.http.Connection;
import org.huimages.client.http.Form;
import org.huimages.client.json.Json;
import org.huimages.url.ImageId;

/// The server's API, call by call.
///
/// @param connection empty if no address is known
record Api(Optional<Connection> connection) implements DocumentCache.Source, AutoCloseable {
    private static final String IMAGES = "/api/images";
    private static final int GONE = 410;
    private static final int UNAVAILABLE = 503;
    private static final Duration FOR_A_TAG = Duration.ofSeconds(2);
    private static final Duration FOR_A_LOOK = Duration.ofSeconds(5);
    private static final Duration FOR_AN_UPLOAD = Duration.ofMinutes(10);

    /// For a page that is being written: tried once, and not for long.
    @Override
    public DocumentCache.Fetched fetch(ImageId id, Optional<DocumentCache.Fetched> known) {
        Call call = Call.of("GET", document(id)).within(FOR_A_TAG).triedAtMost(1);
        Optional<String> etag = known.flatMap(DocumentCache.Fetched::etag);
        Answer answer = send(etag.map(tag -> call.with("If-None-Match", tag)).orElse(call));
        if (answer.status() == 304 && known.isPresent()) {
            return known.get();
        }
        return new DocumentCache.Fetched(found(answer).map(Api::info), answer.etag());
    }

    Optional<ImageInfo> find(ImageId id) {
        return found(send(Call.of("GET", document(id)))).map(Api::info);
    }

    /// Whom we may not know is not there for us.
    private static Optional<String> found(Answer answer) {
        return switch (answer.status()) {
            case 204, 401, 403, 404, 410 -> Optional.empty();
            default -> Optional.of(checked(answer).text());
        };
    }

    List<ImageInfo> find(Collection<ImageId> ids) {
        return read(listed(ids), ImagePage::of).images();
    }

    /// For a page that is being written.
    List<ImageInfo> findForTags(Collection<ImageId> ids) {
        return read(listed(ids).within(FOR_A_TAG).triedAtMost(1), ImagePage::of).images();
    }

    private static Call listed(Collection<ImageId> ids) {
        String list = ids.stream().map(ImageId::text).collect(Collectors.joining(","));
        return Call.of("GET", IMAGES + "?ids=" + list);
    }

    ImagePage page(String target) {
        return read(Call.of("GET", target), ImagePage::of);
    }

    ImageInfo save(Upload upload) {
        Form form = upload.form();
        Call call = Call.of("POST", IMAGES)
                .with("Content-Type", form.contentType())
                .withBody(form::body)
                .within(FOR_AN_UPLOAD)
                .triedAtMost(upload.tries());
        return read(call, ImageInfo::of);
    }

    ImageInfo change(ImageId id, Changes changes) {
        return read(Call.of("PATCH", document(id)).withJson(changes.text()), ImageInfo::of);
    }

    /// What an earlier try has done already is done.
    void delete(ImageId id, String why) {
        Answer answer = send(Call.of("DELETE", document(id) + "?why=" + Selection.encoded(why)));
        if (answer.status() != GONE) {
            checked(answer);
        }
    }

    /// A file that only readers get, through the server itself.
    Answer picture(String path) {
        return checked(send(Call.of("GET", path)));
    }

    boolean hasServer() {
        return connection.isPresent();
    }

    ImageInfo restore(ImageId id) {
        return read(Call.of("POST", document(id) + "/restore"), ImageInfo::of);
    }

    /// `random`, or `ID/next`.
    Optional<ImageId> neighbour(String which) {
        return found(strictly(send(Call.of("GET", IMAGES + "/" + which))))
                .map(Api::info)
                .map(ImageInfo::id);
    }

    private static Answer strictly(Answer answer) {
        return answer.status() == 401 || answer.status() == 403 ? checked(answer) : answer;
    }

    /// One that is down says so, too.
    ServerHealth health() {
        Answer answer = send(Call.of("GET", "/health/ready").within(FOR_A_LOOK).triedAtMost(1));
        return understood((answer.status() == UNAVAILABLE ? answer : checked(answer)).text(), ServerHealth::of);
    }

    Marks marks(ImageId id, String user) {
        return read(Call.of("GET", marksOf(id, user)), Marks::of);
    }

    Marks mark(ImageId id, String user, MarksChange change) {
        return read(Call.of("PUT", marksOf(id, user)).withJson(change.text()), Marks::of);
    }

    List<TagCount> tags(String prefix, int limit) {
        Call call = Call.of("GET", "/api/tags?limit=" + limit + "&prefix=" + Selection.encoded(prefix));
        return read(call, Api::tagCounts);
    }

    private static List<TagCount> tagCounts(Json answer) {
        return answer.get("tags").stream()
                .flatMap(tags -> tags.elements().stream())
                .map(Api::tagCount)
                .toList();
    }

    private static TagCount tagCount(Json tag) {
        return new TagCount(
                tag.get("tag").map(Json::plain).orElse(""),
                tag.get("count").map(Json::text).map(Integer::valueOf).orElse(0));
    }

    private static String document(ImageId id) {
        return IMAGES + "/" + id;
    }

    private static String marksOf(ImageId id, String user) {
        return document(id) + "/users/" + Selection.encoded(user);
    }

    private <T> T read(Call call, Function<Json, T> reader) {
        return understood(checked(send(call)).text(), reader);
    }

    private static ImageInfo info(String text) {
        return understood(text, ImageInfo::of);
    }

    /// A proxy's own page may have come instead.
    private static <T> T understood(String text, Function<Json, T> reader) {
        try {
            return reader.apply(Json.parse(text));
        } catch (IllegalArgumentException | ArithmeticException nonsense) {
            throw new HuImagesException(0, "no answer of huImages: " + nonsense.getMessage(), nonsense);
        }
    }

    private Answer send(Call call) {
        Connection server = connection.orElseThrow(
                () -> new HuImagesException(0, "where is the server? Set HUIMAGES_API_URL, or api(...)", null));
        try {
            return server.send(call);
        } catch (IOException nobody) {
            throw new HuImagesException(0, "no answer from " + server.base() + ": " + nobody, nobody);
        }
    }

    static Answer checked(Answer answer) {
        if (answer.isSuccess()) {
            return answer;
        }
        throw new HuImagesException(answer.status(), answer.status() + ": " + answer.refusal(), null);
    }

    @Override
    public void close() {
        connection.ifPresent(Connection::close);
    }
}
