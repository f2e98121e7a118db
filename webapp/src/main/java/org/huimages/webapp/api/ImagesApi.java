package org.huimages.webapp.api;

import java.util.List;
import org.huimages.catalog.Catalog;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.upload.Details;
import org.huimages.upload.Uploads;
import org.huimages.url.ImageId;
import org.huimages.webapp.api.Route.Call;
import org.huimages.webapp.http.Access;
import org.huimages.webapp.http.Client;
import org.huimages.webapp.http.FailureLog;
import org.huimages.webapp.http.Json;
import org.huimages.webapp.http.Problems;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The calls on pictures.
public final class ImagesApi {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int MULTI_STATUS = 207;

    private final Uploads uploads;
    private final UploadReader reader;
    private final Catalog catalog;
    private final DocumentView view;

    public ImagesApi(Uploads uploads, UploadReader reader, Catalog catalog, DocumentView view) {
        this.uploads = uploads;
        this.reader = reader;
        this.catalog = catalog;
        this.view = view;
    }

    List<Route> routes() {
        return List.of(
                new Route("POST", "/images", Access.EDITOR, this::upload, Route.Pace.WAITS),
                new Route("GET", "/images/{id}", Access.ANYONE, this::find, Route.Pace.QUICK));
    }

    private Reply find(Call call) {
        String text = call.variables().getOrDefault("id", "");
        return ImageId.parse(text)
                .flatMap(catalog::find)
                .map(document -> new Reply(OK, view.of(document, call.request())))
                .orElseThrow(() -> new Failure.NotFound("there is no picture with this ID").exception());
    }

    /// One file is answered as itself; several as an array, with the status that all share or 207.
    private Reply upload(Call call) {
        try (UploadReader.Upload upload = reader.read(call.request())) {
            if (upload.files().size() == 1) {
                return save(upload.files().getFirst(), upload, call);
            }
            return together(upload.files().stream()
                    .map(file -> saveOrTell(file, upload, call))
                    .toList());
        }
    }

    private Reply save(UploadReader.File file, UploadReader.Upload upload, Call call) {
        Details details = new Details(file.name(), upload.titles(), upload.timestamp());
        Catalog.Saved saved = uploads.save(file.spooled(), details, Client.of(call.request()));
        return new Reply(saved.created() ? CREATED : OK, view.of(saved.document(), call.request()));
    }

    private Reply saveOrTell(UploadReader.File file, UploadReader.Upload upload, Call call) {
        try {
            return save(file, upload, call);
        } catch (FailureException failed) {
            ObjectNode problem = Problems.json(FailureLog.note(failed, "one of several uploads"));
            return new Reply(problem.get("status").asInt(), problem.put("filename", file.name()));
        }
    }

    private static Reply together(List<Reply> replies) {
        boolean alike = replies.stream().mapToInt(Reply::status).distinct().count() == 1;
        ArrayNode all = Json.array();
        replies.forEach(reply -> all.add(withStatus(reply)));
        return new Reply(alike ? replies.getFirst().status() : MULTI_STATUS, all);
    }

    private static ObjectNode withStatus(Reply reply) {
        return ((ObjectNode) reply.body()).put("status", reply.status());
    }
}
