package org.huimages.webapp.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.huimages.catalog.ImageDocument;
import org.huimages.url.Extension;
import org.huimages.url.ImagePath;
import org.huimages.url.Size;
import org.huimages.webapp.http.Access;
import org.huimages.webapp.http.Json;
import org.huimages.webapp.http.Origin;
import tools.jackson.databind.node.ObjectNode;

/// A picture's document as the API shows it.
///
/// @param publicUrl what addresses of pictures begin with; the request's own if not set
public record DocumentView(Optional<URI> publicUrl) {

    ObjectNode of(ImageDocument document, HttpServletRequest request) {
        ObjectNode node = Json.object()
                .put("id", document.id().text())
                .put("url", base(request) + original(document).encoded())
                .put("width", document.facts().dimensions().width())
                .put("height", document.facts().dimensions().height())
                .put("length", document.facts().length())
                .put("contentType", document.facts().format().mediaType());
        if (Access.READER.allows(request)) {
            node.put("filename", document.description().filename());
        }
        document.description().titles().forEach(node.putArray("titles")::add);
        return node.put("ctime", document.created().text())
                .put("mtime", document.modified().text());
    }

    private static ImagePath original(ImageDocument document) {
        return new ImagePath(
                new Size.Original(),
                document.id(),
                "",
                Extension.of(document.facts().format()));
    }

    private String base(HttpServletRequest request) {
        return publicUrl.map(URI::toString).orElseGet(() -> Origin.of(request) + request.getContextPath());
    }
}
