package org.huimages.client;

import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.huimages.client.http.Answer;
import org.huimages.client.http.Call;
import org.huimages.client.http.Connection;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.huimages.url.Size;

/// An image server, as an application sees it. One object serves the whole application; it is thread-safe.
///
/// **Addresses and tags** (`imageUrl`, `scaledImageUrl`, `scaledTag`, `pictureTag`, `scaledDimensions`) need one short
/// request for a picture that was not seen before, and none afterwards. They never throw because of the server: while
/// it is away, or does not know the picture, the address has no name in it and the tag no dimensions.
///
/// **Everything else** asks the server each time and throws [HuImagesException] when it refuses or does not answer.
///
/// Sizes are written as in addresses: `240x160` fits in this box and is never enlarged, `75x75!` is exactly this large,
/// `o` is the original, and there are names: `small`, `square`, ... ([Size#NAMED]); an empty text means 150x150. Any
/// other text, and one that is no ID, throws [IllegalArgumentException]: that is a mistake in the program.
public final class HuImages implements AutoCloseable {
    private static final int NOT_FOUND = 404;

    private final Api api;
    private final Addresses addresses;
    private final Tags tags;
    private final DocumentCache documents;
    private final Gallery gallery;
    private final Connection pictures;

    HuImages(HuImagesBuilder builder) {
        this.api = new Api(builder.connection());
        this.addresses = builder.addresses();
        this.tags = new Tags(addresses, builder.altAddition());
        this.documents = new DocumentCache(api, builder.cached(), builder.timeToLive());
        this.gallery = new Gallery(documents);
        this.pictures = builder.connection(URI.create(addresses.base()));
    }

    /// With what the environment says (a system property of the same name comes first): `IMAGESERVERURL`, what
    /// addresses of pictures begin with; `HUIMAGES_API_URL`, where calls go, without which only addresses can be
    /// written; `HUIMAGES_USER` and `HUIMAGES_PASSWORD`; `HUIMAGESALTADDITION`; `HUIMAGES_SIGNING_KEYS`.
    ///
    /// @throws IllegalArgumentException if `IMAGESERVERURL` is missing, or something cannot be read
    public static HuImages fromEnvironment() {
        return FromEnvironment.builder(FromEnvironment.ofThisProcess()).build();
    }

    /// @param pictures what addresses of pictures begin with: `https://images.example.com`, a context path included
    public static HuImagesBuilder builder(String pictures) {
        return new HuImagesBuilder(pictures);
    }

    /// Saves a picture. The same bytes again have the same ID; then what is new in the upload is added.
    public ImageInfo saveImage(Upload upload) {
        return remembered(api.save(upload));
    }

    private ImageInfo remembered(ImageInfo info) {
        documents.put(info);
        return info;
    }

    /// The address of the original: `http://i.hdimg.net/o/23EQ...01/test.jpeg`.
    public String imageUrl(String id) {
        ImageId image = new ImageId(id);
        return addresses.original(image, documents.find(image));
    }

    /// The address of the picture in a size, as JPEG; of the original if that is the size.
    public String scaledImageUrl(String id, String size) {
        return Sizes.of(size) instanceof Size.Original ? imageUrl(id) : scaledImageUrl(id, size, ImageFormat.JPEG);
    }

    /// The same in the size that is meant where none is said: 150x150.
    public String scaledImageUrl(String id) {
        return scaledImageUrl(id, "");
    }

    /// The address of the picture in a size and a format.
    public String scaledImageUrl(String id, String size, ImageFormat format) {
        ImageId image = new ImageId(id);
        return addresses.of(image, Sizes.of(size), format, documents.find(image));
    }

    /// The tag in the size that is meant where none is said: 150x150.
    public String scaledTag(String id) {
        return scaledTag(id, "");
    }

    /// `<img src=... width=... height=... alt=... />`, everything escaped.
    public String scaledTag(String id, String size) {
        return scaledTag(id, size, Map.of());
    }

    /// The same with further attributes, or others: an `alt` that is given is taken as it is.
    ///
    /// @throws IllegalArgumentException if the name of an attribute is not one
    public String scaledTag(String id, String size, Map<String, String> attributes) {
        ImageId image = new ImageId(id);
        return tags.image(image, Sizes.of(size), attributes, documents.find(image));
    }

    /// A `<picture>` with every format that the server makes of it, for screens of one and of two pixels a CSS pixel.
    public String pictureTag(String id, String size) {
        return pictureTag(id, size, PictureOptions.usual());
    }

    /// A `<picture>` with every format that the server makes of it.
    public String pictureTag(String id, String size, PictureOptions options) {
        ImageId image = new ImageId(id);
        return tags.picture(image, Sizes.of(size), options, documents.find(image));
    }

    /// How large the picture is in a size: what the file has, to the pixel. Empty if the picture is not known.
    public Optional<Dimensions> scaledDimensions(String id, String size) {
        return Tags.dimensions(Sizes.of(size), documents.find(new ImageId(id)));
    }

    /// The original's length in bytes; empty if there is no such picture.
    public OptionalLong getLength(String id) {
        return imageInfo(id).map(ImageInfo::length).orElseGet(OptionalLong::empty);
    }

    /// What the server knows of a picture now; empty if there is no such picture.
    public Optional<ImageInfo> imageInfo(String id) {
        return api.find(new ImageId(id)).map(this::remembered);
    }

    /// What is known of many pictures, by ID, in their order; those that are not there are left out. One call for each
    /// hundred that were not seen before, and none for the others: to be called before the tags of a gallery are
    /// written. Needs the role `huimages-reader`, unless the server is open to all.
    public Map<ImageId, ImageInfo> imageInfos(Collection<String> ids) {
        return gallery.infos(ids, api::find);
    }

    /// Gets ready to write the tags of many pictures, with one call for each hundred that were not seen before. As with
    /// tags, nothing is thrown and nobody waits because of the server. What it takes is said at [#imageInfos].
    public void prepare(Collection<String> ids) {
        if (api.hasServer() && !documents.isAway()) {
            try {
                gallery.infos(ids, api::findForTags);
            } catch (HuImagesException failure) {
                documents.note(failure);
            }
        }
    }

    /// The file itself, as JPEG; the original's own format if that is the size. A private one takes the role
    /// `huimages-reader`.
    public byte[] scaledImageData(String id, String size) {
        String path = scaledImageUrl(id, size).substring(addresses.base().length());
        try {
            Answer answer = pictures.send(Call.of("GET", path));
            boolean maybePrivate = answer.status() == NOT_FOUND && api.hasServer();
            return maybePrivate ? api.picture(path).body() : Api.checked(answer).body();
        } catch (IOException nobody) {
            throw new HuImagesException(0, "no answer from " + addresses.base() + ": " + nobody, nobody);
        }
    }

    /// Puts a picture into the trash; it is not served any more.
    ///
    /// @param why for people; may be empty
    public void deleteImage(String id, String why) {
        ImageId image = new ImageId(id);
        api.delete(image, why);
        documents.forget(image);
    }

    /// Takes a picture out of the trash.
    public ImageInfo restoreImage(String id) {
        return remembered(api.restore(new ImageId(id)));
    }

    public ImageInfo updateMetadata(String id, Changes changes) {
        return remembered(api.change(new ImageId(id), changes));
    }

    /// Adds a title, which becomes the newest; one that is there already moves to the end.
    public ImageInfo setTitle(String id, String title) {
        return updateMetadata(id, Changes.none().addTitle(title));
    }

    /// Any picture; empty if there is none.
    public Optional<ImageId> randomImageId() {
        return api.neighbour("random");
    }

    /// The next one by ID; empty after the last one.
    public Optional<ImageId> nextImageId(String id) {
        return api.neighbour(new ImageId(id) + "/next");
    }

    /// The one before it by ID; empty before the first one.
    public Optional<ImageId> previousImageId(String id) {
        return api.neighbour(new ImageId(id) + "/previous");
    }

    /// A page of pictures.
    public ImagePage images(Selection selection) {
        ImagePage page = api.page("/api/images" + selection.query());
        page.images().forEach(documents::put);
        return page;
    }

    /// Tags that begin like this, most used first.
    public List<TagCount> tags(String prefix, int limit) {
        return api.tags(prefix, limit);
    }

    /// What a user thinks of a picture.
    public Marks marks(String id, String user) {
        return api.marks(new ImageId(id), user);
    }

    /// Changes what a user thinks of a picture. For another user than the one signed in this needs the role
    /// `huimages-editor`.
    public Marks mark(String id, String user, MarksChange change) {
        Marks marks = api.mark(new ImageId(id), user, change);
        documents.forget(new ImageId(id));
        return marks;
    }

    /// How the server is: it is asked once, for five seconds at most. Empty if there is no server to be asked, but only
    /// addresses are written.
    ///
    /// @throws HuImagesException if it does not answer
    public Optional<ServerHealth> serverHealth() {
        return api.hasServer() ? Optional.of(api.health()) : Optional.empty();
    }

    /// Ends the connections.
    @Override
    public void close() {
        pictures.close();
        api.close();
    }
}
