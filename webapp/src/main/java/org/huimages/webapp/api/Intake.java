package org.huimages.webapp.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.SortedSet;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.Catalog.Saved;
import org.huimages.failure.FailureException;
import org.huimages.upload.Uploads;
import org.huimages.url.ImageId;
import org.huimages.webapp.http.Client;

/// Keeps received files, with what their sender says of them.
public record Intake(Uploads uploads, Catalog catalog) {

    /// @param request whose user sends it
    /// @throws FailureException as [Uploads#save]
    public Saved save(UploadReader.File file, UploadFields fields, HttpServletRequest request) {
        String user = Objects.requireNonNullElse(request.getRemoteUser(), "");
        SortedSet<String> tags = fields.tags();
        checkRoom(uploads.id(file.spooled()), user, tags);
        Saved saved = uploads.save(file.spooled(), fields.details(file.name(), user), Client.of(request));
        if (!tags.isEmpty()) {
            catalog.mark(saved.document().id(), user, marks -> Tags.added(marks, tags));
        }
        return saved;
    }

    /// A picture that is there already may have tags of this user: too many are refused before anything is changed.
    private void checkRoom(ImageId id, String user, SortedSet<String> tags) {
        if (!tags.isEmpty()) {
            Tags.added(catalog.marks(id, user), tags);
        }
    }
}
