package org.huimages.webapp.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.Description;
import org.huimages.catalog.Facts;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.JsonText;
import org.huimages.catalog.Opinion;
import org.huimages.catalog.Placeholder;
import org.huimages.catalog.Tombstone;
import org.huimages.pixel.Focal;
import org.huimages.url.Extension;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.huimages.url.ImagePath;
import org.huimages.url.Size;
import org.huimages.webapp.http.Access;
import org.huimages.webapp.http.Json;
import org.huimages.webapp.http.Origin;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/// A picture's document as the API shows it.
///
/// @param publicUrl what addresses of pictures begin with; the request's own if not set
/// @param catalog where the tags are
/// @param slow which formats there are of a picture, of those that nobody can wait for
public record DocumentView(Optional<URI> publicUrl, Catalog catalog, Function<ImageId, List<ImageFormat>> slow) {
    private static final List<String> FACTS = List.of("width", "height", "length", "contentType", "placeholder");
    private static final List<String> FORMATS = Arrays.stream(ImageFormat.values())
            .filter(ImageFormat::renderable)
            .filter(format -> format != ImageFormat.AVIF)
            .map(ImageFormat::extension)
            .toList();

    /// Everything that the caller may know: file name, references and people are for readers.
    ObjectNode of(ImageDocument document, Call call) {
        return of(document, catalog.opinion(document.id()), base(call.request()), call.may(Access.READER));
    }

    /// The same of each; the catalog is asked once.
    List<ObjectNode> of(List<ImageDocument> documents, Call call) {
        Map<ImageId, Opinion> opinions =
                catalog.opinions(documents.stream().map(ImageDocument::id).toList());
        String base = base(call.request());
        boolean whole = call.may(Access.READER);
        return documents.stream()
                .map(document -> of(document, opinions.getOrDefault(document.id(), Opinion.NONE), base, whole))
                .toList();
    }

    private ObjectNode of(ImageDocument document, Opinion opinion, String base, boolean whole) {
        ObjectNode node = node(document, base, opinion.tags(), whole);
        slow.apply(document.id()).stream().map(ImageFormat::extension).forEach(((ArrayNode) node.get("formats"))::add);
        return node;
    }

    /// The document with its ETag; 304 where the caller has that already.
    Reply reply(int status, ImageDocument document, Call call) {
        ObjectNode node = of(document, call);
        EntityTag tag = new EntityTag(version(document), EntityTag.hash(Json.text(node)));
        String kept = call.request().getHeader("If-None-Match");
        boolean asks = "GET".equals(call.request().getMethod())
                || "HEAD".equals(call.request().getMethod());
        Reply reply = asks && kept != null && tag.isKept(kept) ? Reply.unchanged() : Reply.of(status, node);
        return reply.with("ETag", tag.header());
    }

    /// The part of the ETag that changes whenever the document does.
    static String version(ImageDocument document) {
        return EntityTag.hash(Json.text(node(document, "", new TreeSet<>(), true)));
    }

    /// Everything about it but its tags, as JSON, with addresses that begin at the root of the application.
    ///
    /// @param formats that are to be offered, by extension
    /// @param whole for a reader; without file name, references and people else
    public static String json(ImageDocument document, List<String> formats, boolean whole) {
        ObjectNode node = node(document, "", new TreeSet<>(), whole);
        formats.forEach(node.putArray("formats")::add);
        return Json.text(node);
    }

    private static ObjectNode node(ImageDocument document, String base, SortedSet<String> tags, boolean whole) {
        ObjectNode node = Json.object()
                .put("id", document.id().text())
                .put("url", base + original(document).encoded());
        addFacts(node, document);
        if (whole) {
            node.put("filename", document.description().filename());
        }
        addDescription(node, document.description(), whole);
        tags.forEach(node.putArray("tags")::add);
        node.put("ctime", document.created().text())
                .put("mtime", document.modified().text());
        addPresentation(node, document);
        if (whole) {
            node.put("uploader", document.uploader());
        }
        document.state().tombstone().ifPresent(stone -> node.set("tombstone", tombstone(stone, whole)));
        return node;
    }

    private static ImagePath original(ImageDocument document) {
        return new ImagePath(
                new Size.Original(),
                document.id(),
                "",
                document.facts().map(facts -> Extension.of(facts.format())).orElse(Extension.JPEG));
    }

    private static void addFacts(ObjectNode node, ImageDocument document) {
        document.facts().ifPresentOrElse(facts -> addFacts(node, facts), () -> FACTS.forEach(node::putNull));
    }

    private static void addFacts(ObjectNode node, Facts facts) {
        node.put("width", facts.dimensions().width())
                .put("height", facts.dimensions().height())
                .put("length", facts.length())
                .put("contentType", facts.format().mediaType());
        facts.placeholder()
                .map(Placeholder::uri)
                .ifPresentOrElse(uri -> node.put("placeholder", uri), () -> node.putNull("placeholder"));
    }

    private static void addDescription(ObjectNode node, Description description, boolean whole) {
        description.titles().forEach(node.putArray("titles")::add);
        description.types().forEach(node.putArray("types")::add);
        if (whole) {
            ObjectNode references = node.putObject("references");
            description.references().forEach((key, values) -> addRaw(references.putArray(key), values));
        }
    }

    private static void addRaw(ArrayNode array, List<JsonText> values) {
        values.forEach(value -> array.addRawValue(new RawValue(value.text())));
    }

    private static void addPresentation(ObjectNode node, ImageDocument document) {
        FORMATS.forEach(node.putArray("formats")::add);
        node.put("private", document.state().hidden());
        document.focus().point().ifPresentOrElse(point -> addFocal(node, point), () -> node.putNull("focal"));
        node.put("focalRev", document.focus().revision());
    }

    private static void addFocal(ObjectNode node, Focal point) {
        node.putArray("focal").add(point.x()).add(point.y());
    }

    /// Why and by whom is for readers.
    static ObjectNode tombstone(Tombstone stone, boolean whole) {
        ObjectNode node = Json.object().put("when", stone.when().text()).put("erased", stone.erased());
        return whole ? node.put("why", stone.why()).put("by", stone.by()) : node;
    }

    private String base(HttpServletRequest request) {
        return publicUrl.map(URI::toString).orElseGet(() -> Origin.of(request) + request.getContextPath());
    }
}
