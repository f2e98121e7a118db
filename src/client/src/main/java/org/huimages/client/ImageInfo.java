package org.huimages.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.huimages.client.json.Json;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.huimages.url.Size;

/// What the server knows of one picture. Immutable.
///
/// File name, references and uploader are told to readers alone (role `huimages-reader`); for others they are empty.
public final class ImageInfo {
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");
    private static final Pattern PLACEHOLDER = Pattern.compile("data:image/webp;base64,[A-Za-z0-9+/]+={0,2}");

    private final ImageId id;
    private final Optional<Dimensions> dimensions;
    private final Json document;
    private final String freeName;

    private ImageInfo(ImageId id, Optional<Dimensions> dimensions, Json document) {
        this.id = id;
        this.dimensions = dimensions;
        this.document = document;
        this.freeName = FreeName.of(titles(), filename());
    }

    /// What a document says, as the API gives it.
    ///
    /// @throws IllegalArgumentException if it is no document
    public static ImageInfo parse(String json) {
        return of(Json.parse(json));
    }

    /// @throws IllegalArgumentException if it is no document
    static ImageInfo of(Json document) {
        ImageId id = new ImageId(plain(document, "id").orElse(""));
        return new ImageInfo(id, dimensions(document), document);
    }

    private static Optional<Dimensions> dimensions(Json document) {
        return number(document, "width")
                .flatMap(width -> number(document, "height")
                        .map(height -> new Dimensions(Math.toIntExact(width), Math.toIntExact(height))));
    }

    private static Optional<Long> number(Json document, String name) {
        return document.get(name)
                .map(Json::text)
                .filter(text -> WHOLE.matcher(text).matches())
                .map(Long::valueOf);
    }

    private static Optional<String> plain(Json document, String name) {
        return document.get(name).map(Json::plain);
    }

    private List<String> list(String name) {
        return document.get(name).stream()
                .flatMap(array -> array.elements().stream())
                .map(Json::plain)
                .toList();
    }

    public ImageId id() {
        return id;
    }

    /// The address of the original, as the server gives it.
    public String url() {
        return plain(document, "url").orElse("");
    }

    /// Of the upright picture; empty while the server has not looked at the original of an older system.
    public Optional<Dimensions> dimensions() {
        return dimensions;
    }

    /// How large the picture is in this size.
    public Optional<Dimensions> dimensions(Size size) {
        return dimensions.map(original -> original.scaledTo(size));
    }

    /// In bytes.
    public OptionalLong length() {
        return number(document, "length").map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    /// What the original is.
    public Optional<ImageFormat> format() {
        return plain(document, "contentType").flatMap(ImageFormat::ofMediaType);
    }

    /// As the uploader called it; empty if that is not known, or not told.
    public String filename() {
        return plain(document, "filename").orElse("");
    }

    /// Newest last.
    public List<String> titles() {
        return list("titles");
    }

    public List<String> types() {
        return list("types");
    }

    /// That anybody has given it.
    public List<String> tags() {
        return list("tags");
    }

    /// To other things, by key: texts as they are, other values as JSON.
    public Map<String, List<String>> references() {
        Map<String, List<String>> references = new LinkedHashMap<>();
        if (document.get("references").orElseGet(Json::nothing) instanceof Json.Members(Map<String, Json> members)) {
            members.forEach((key, values) -> references.put(
                    key, values.elements().stream().map(Json::plain).toList()));
        }
        return references;
    }

    /// When it was saved first: `20090129T235959.000000`, UTC; pictures of older systems may have any text.
    public String created() {
        return plain(document, "ctime").orElse("");
    }

    /// When it was saved or changed last, as [#created].
    public String modified() {
        return plain(document, "mtime").orElse("");
    }

    /// What renditions can be had in.
    public boolean isMadeAs(ImageFormat format) {
        return list("formats").contains(format.extension());
    }

    /// A tiny picture to show until the real one is there: a `data:` URI that can stand in HTML and CSS as it is.
    public Optional<String> placeholder() {
        return plain(document, "placeholder")
                .filter(uri -> PLACEHOLDER.matcher(uri).matches());
    }

    /// Whether it is for readers alone.
    public boolean isPrivate() {
        return document.get("private").filter(Json.of(true)::equals).isPresent();
    }

    /// How often its focal point was changed, which changes what exact sizes show.
    public long focalRevision() {
        return number(document, "focalRev").orElse(0L);
    }

    /// What stands in addresses for people and search engines; worked out once, for every tag needs it several times.
    String freeName() {
        return freeName;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ImageInfo that && document.equals(that.document);
    }

    @Override
    public int hashCode() {
        return document.hashCode();
    }

    /// The document as JSON.
    @Override
    public String toString() {
        return document.text();
    }
}
