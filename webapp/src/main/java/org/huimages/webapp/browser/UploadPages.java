package org.huimages.webapp.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huimages.catalog.Catalog.Saved;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.upload.Spool;
import org.huimages.url.ImageId;
import org.huimages.webapp.api.Intake;
import org.huimages.webapp.api.UploadReader;
import org.huimages.webapp.http.Access;
import org.huimages.webapp.http.Csrf;

/// Uploads by a form, and by programs that were made for the old system (`upload/api/`).
final class UploadPages {
    private static final int CREATED = 201;
    private static final int OK = 200;

    private final Intake intake;
    private final UploadReader forms;
    private final UploadReader programs;

    UploadPages(Intake intake, Spool spool) {
        this.intake = intake;
        this.forms = new UploadReader(spool, "file", Set.of(Csrf.FIELD));
        this.programs = new UploadReader(spool, "uploadfile", Set.of());
    }

    List<Route> routes() {
        return List.of(
                Route.page(
                        "/upload/",
                        Access.EDITOR,
                        visit -> Answer.Page.of("upload", visit.say("upload.title"), Map.of())),
                Route.reading("/upload/", Access.EDITOR, this::upload),
                Route.reading("/upload/api/", Access.EDITOR, this::program));
    }

    private Answer upload(Visit visit) {
        try (UploadReader.Upload upload = forms.read(visit.request())) {
            if (!Csrf.fits(visit.request(), upload.own(Csrf.FIELD))) {
                throw new Failure.Forbidden(visit.say("upload.again")).exception();
            }
            List<Saved> saved = new ArrayList<>();
            List<String> refused = new ArrayList<>();
            upload.files().forEach(file -> save(file, upload, visit, saved, refused));
            return told(visit, saved, refused);
        }
    }

    private void save(
            UploadReader.File file, UploadReader.Upload upload, Visit visit, List<Saved> saved, List<String> refused) {
        try {
            saved.add(intake.save(file, upload.fields(), visit.request()));
        } catch (FailureException failed) {
            refused.add(
                    visit.say("upload.refused", file.name(), failed.failure().text()));
        }
    }

    private static Answer told(Visit visit, List<Saved> saved, List<String> refused) {
        long old = saved.stream().filter(one -> !one.created()).count();
        String words = visit.say("upload.done", saved.size() - old, old);
        if (refused.isEmpty()) {
            visit.tell(words);
        } else {
            visit.complain(String.join(" · ", refused));
        }
        return new Answer.See(
                switch (saved.size()) {
                    case 0 -> "upload/";
                    case 1 -> "image/" + saved.getFirst().document().id() + "/";
                    default -> "edit/?" + ids(saved);
                });
    }

    private static String ids(List<Saved> saved) {
        return saved.stream()
                .map(one -> one.document().id())
                .map(ImageId::text)
                .map(id -> "id=" + id)
                .collect(Collectors.joining("&"));
    }

    /// Answers the bare ID.
    private Answer program(Visit visit) {
        try (UploadReader.Upload upload = programs.read(visit.request())) {
            Saved saved = intake.save(upload.files().getFirst(), upload.fields(), visit.request());
            return new Answer.Text(
                    saved.created() ? CREATED : OK, saved.document().id().text());
        }
    }
}
