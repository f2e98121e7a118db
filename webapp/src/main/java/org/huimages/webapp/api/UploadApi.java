package org.huimages.webapp.api;

import java.util.List;
import org.huimages.catalog.Catalog.Saved;
import org.huimages.failure.FailureException;
import org.huimages.webapp.http.Access;
import org.huimages.webapp.http.FailureLog;
import org.huimages.webapp.http.Json;
import org.huimages.webapp.http.Problems;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `POST /api/images`
final class UploadApi {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int MULTI_STATUS = 207;

    private final Intake intake;
    private final UploadReader reader;
    private final DocumentView view;

    UploadApi(Intake intake, UploadReader reader, DocumentView view) {
        this.intake = intake;
        this.reader = reader;
        this.view = view;
    }

    List<Route> routes() {
        return List.of(Route.of("POST", "/images", Access.EDITOR, this::upload)
                .taking("filename", "title", "tags", "type", "timestamp", "ref.{key}")
                .thatWaits());
    }

    /// One file is answered as itself; several as an array, with the status that all share or 207.
    private Reply upload(Call call) {
        try (UploadReader.Upload upload = reader.read(call.request())) {
            if (upload.files().size() == 1) {
                Saved saved = intake.save(upload.files().getFirst(), upload.fields(), call.request());
                return view.reply(status(saved), saved.document(), call);
            }
            return together(upload.files().stream()
                    .map(file -> saveOrTell(file, upload.fields(), call))
                    .toList());
        }
    }

    private static int status(Saved saved) {
        return saved.created() ? CREATED : OK;
    }

    private ObjectNode saveOrTell(UploadReader.File file, UploadFields fields, Call call) {
        try {
            Saved saved = intake.save(file, fields, call.request());
            return view.of(saved.document(), call).put("status", status(saved));
        } catch (FailureException failed) {
            return Problems.json(FailureLog.note(failed, "one of several uploads"))
                    .put("filename", file.name());
        }
    }

    private static Reply together(List<ObjectNode> results) {
        List<Integer> statuses = results.stream()
                .map(result -> result.get("status").asInt())
                .distinct()
                .toList();
        ArrayNode all = Json.array();
        all.addAll(results);
        return Reply.of(statuses.size() == 1 ? statuses.getFirst() : MULTI_STATUS, all);
    }
}
