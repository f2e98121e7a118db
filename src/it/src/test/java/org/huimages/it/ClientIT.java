package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.huimages.client.Changes;
import org.huimages.client.HuImages;
import org.huimages.client.HuImagesException;
import org.huimages.client.ImageInfo;
import org.huimages.client.ImagePage;
import org.huimages.client.Marks;
import org.huimages.client.MarksChange;
import org.huimages.client.Selection;
import org.huimages.client.TagCount;
import org.huimages.client.Upload;
import org.huimages.header.Orientation;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.Race;
import org.huimages.testkit.net.FaultProxy;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageId;
import org.huimages.url.SigningKeys;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The client against the real server, which makes nothing but what the client has signed.
@Timeout(180)
class ClientIT {
    /// For each of eight orientations.
    private static final int SIZES = Boolean.getBoolean("huimages.full") ? 500 : 63;

    private static final String KEYS = "k1:" + "5a".repeat(32);

    @TempDir
    static Path folder;

    private static Server server;
    private static HuImages images;

    @BeforeAll
    static void start() {
        server = Server.start(folder, Map.of("HUIMAGES_SIZES", "signed", "HUIMAGES_SIGNING_KEYS", KEYS));
        images = client(server.http().base());
    }

    private static HuImages client(URI address) {
        return HuImages.builder(address.toString())
                .api(address.toString())
                .user("admin", Server.PASSWORD)
                .signingKeys(SigningKeys.parse(KEYS))
                .build();
    }

    @AfterAll
    static void stop() {
        images.close();
        server.close();
    }

    private static byte[] photo(int seed) {
        return PictureMaker.jpeg(PictureMaker.photo(320, 240, seed));
    }

    @Test
    void aPictureGoesInAndComesOut() throws IOException {
        byte[] photo = photo(1);
        Path file = Files.write(folder.resolve("IMG 1.JPG"), photo);
        ImageInfo info = images.saveImage(Upload.of(file)
                .title("Ein \"Wasserfall\" & mehr")
                .type("photo")
                .tags("water", "Blue")
                .reference("artnr", "14600")
                .timestamp(Instant.parse("2009-01-29T23:59:59Z")));
        String id = info.id().text();
        assertEquals(Uploads.id(photo), info.id());
        assertEquals(List.of("Ein \"Wasserfall\" & mehr"), info.titles());
        assertEquals("IMG 1.JPG", info.filename());
        assertEquals(Set.of("blue", "water"), Set.copyOf(info.tags()));
        assertEquals(Map.of("artnr", List.of("14600")), info.references());
        assertEquals("20090129T235959.000000", info.created());
        assertArrayEquals(photo, images.scaledImageData(id, "o"));
        assertEquals(photo.length, images.getLength(id).orElseThrow());
        assertEquals(
                info,
                images.saveImage(Upload.of(new ByteArrayInputStream(photo), "again.jpg")
                        .timestamp(Instant.parse("2009-01-29T23:59:59Z"))));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsForecastIsWhatTheFileHas(Orientation orientation) throws Exception {
        byte[] photo = PictureMaker.jpeg(PictureMaker.photo(331, 247, 2), orientation);
        String id = images.saveImage(Upload.of(photo, "a.jpg")).id().text();
        Random random = new Random(orientation.exif());
        for (int number = 0; number < SIZES; number++) {
            String size = (1 + random.nextInt(500)) + "x" + (1 + random.nextInt(500)) + (number % 2 == 0 ? "" : "!");
            var picture = ImageIO.read(new ByteArrayInputStream(images.scaledImageData(id, size)));
            Dimensions dimensions = new Dimensions(picture.getWidth(), picture.getHeight());
            assertEquals(Optional.of(dimensions), images.scaledDimensions(id, size), size);
        }
    }

    @Test
    void tagsLeadToPicturesOfTheirDimensions() {
        String id = images.saveImage(Upload.of(photo(3), "b.jpg").title("\"><script>"))
                .id()
                .text();
        String tag = images.scaledTag(id, "small");
        assertTrue(tag.contains("width=\"213\" height=\"160\" alt=\"&quot;&gt;&lt;script&gt;\""), tag);
        String address = tag.replaceFirst(".*src=\"([^\"]*)\".*", "$1");
        assertEquals(
                200,
                server.http()
                        .get(address.substring(server.http().base().toString().length()))
                        .statusCode());
        assertTrue(images.pictureTag(id, "small").contains("image/webp"));
    }

    @Test
    void whatWasUploadedHasAPlaceholderThatThePictureTagShows() {
        ImageInfo info = images.saveImage(Upload.of(photo(7), "p.jpg"));
        String tag = images.pictureTag(info.id().text(), "small");
        assertTrue(tag.contains(info.placeholder().orElseThrow()), tag);
        assertEquals(info.placeholder(), images.imageInfo(info.id().text()).flatMap(ImageInfo::placeholder));
    }

    @Test
    void theExamplesOfTheOldSystemHold() {
        byte[] photo = PictureMaker.jpeg(PictureMaker.photo(1000, 750, 8));
        String id =
                images.saveImage(Upload.of(photo, "x.jpg").title("test")).id().text();
        assertEquals(Optional.of(new Dimensions(320, 240)), images.scaledDimensions(id, "320x240"));
        assertEquals(Optional.of(new Dimensions(150, 150)), images.scaledDimensions(id, "150x150!"));
        String address = images.scaledImageUrl(id, "150x150!");
        assertTrue(address.replaceFirst("\\?.*", "").endsWith("/150x150!/" + id + "/test.jpeg"), address);
        assertTrue(images.imageUrl(id).endsWith("/o/" + id + "/test.jpeg"));
        byte[] square = PictureMaker.jpeg(PictureMaker.photo(500, 500, 8));
        String other = images.saveImage(Upload.of(square, "x.jpg")).id().text();
        assertEquals(Optional.of(new Dimensions(240, 240)), images.scaledDimensions(other, "320x240"));
    }

    @Test
    void whatNobodyHasSignedIsNotMade() {
        String id = images.saveImage(Upload.of(photo(9), "s.jpg")).id().text();
        try (HuImages unsigned =
                HuImages.builder(server.http().base().toString()).build()) {
            assertEquals(
                    403,
                    assertThrows(HuImagesException.class, () -> unsigned.scaledImageData(id, "small"))
                            .status());
        }
        assertTrue(images.scaledImageData(id, "small").length > 0);
    }

    @Test
    void aPrivatePictureIsThereForWhoMayReadIt() {
        byte[] photo = photo(10);
        String id = images.saveImage(Upload.of(photo, "s.jpg")).id().text();
        images.updateMetadata(id, Changes.none().hidden(true));
        assertArrayEquals(photo, images.scaledImageData(id, "o"));
        try (HuImages stranger =
                HuImages.builder(server.http().base().toString()).build()) {
            assertEquals(
                    404,
                    assertThrows(HuImagesException.class, () -> stranger.scaledImageData(id, "o"))
                            .status());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"><script>alert(1)</script>",
                "\u202Eright to left \u05E9\u05DC\u05D5\u05DD",
                "\uD83D\uDE00 \uD83C\uDDE9\uD83C\uDDEA",
                "&quot; ' &amp;",
                "10,000 characters"
            })
    void aTitleComesBackAsTheTextOfTheTag(String title) {
        String whole = title.startsWith("10,000") ? "<&\"'>.....".repeat(1000) : title;
        String id = images.saveImage(Upload.of(photo(11), "t.jpg").title(whole))
                .id()
                .text();
        Document page = Jsoup.parse(images.scaledTag(id, "small") + images.pictureTag(id, "small"));
        assertEquals(List.of(whole, whole), page.select("img").eachAttr("alt"));
        assertEquals(
                Set.of("picture", "source", "img"),
                page.body().select("*").not("body").stream()
                        .map(Element::tagName)
                        .collect(Collectors.toSet()));
        for (String address : page.select("img").eachAttr("src")) {
            String path = address.substring(server.http().base().toString().length());
            assertEquals(200, server.http().get(path).statusCode(), address);
        }
    }

    @Test
    void aTagCostsOneRequestAndAGalleryToo() {
        List<String> gallery = IntStream.range(0, 100)
                .mapToObj(seed -> PictureMaker.jpeg(PictureMaker.photo(24, 16, 1000 + seed)))
                .map(tiny -> images.saveImage(Upload.of(tiny, "g.jpg")).id().text())
                .toList();
        try (FaultProxy line = FaultProxy.before(server.http().base());
                HuImages reader = client(line.uri())) {
            assertTrue(reader.scaledTag(gallery.getFirst(), "small").contains("width=\"24\""));
            assertEquals(1, line.requests());
            reader.pictureTag(gallery.getFirst(), "vga");
            reader.scaledDimensions(gallery.getFirst(), "square");
            assertEquals(1, line.requests());
            reader.prepare(gallery);
            assertTrue(gallery.stream()
                    .map(id -> reader.scaledTag(id, "small"))
                    .allMatch(tag -> tag.contains("width=\"24\"")));
            assertEquals(100, reader.imageInfos(gallery).size());
            assertEquals(2, line.requests());
        }
    }

    @Test
    void documentsAreChangedAndMarked() {
        String id = images.saveImage(Upload.of(photo(4), "c.jpg")).id().text();
        images.setTitle(id, "one");
        images.setTitle(id, "two");
        assertEquals(List.of("two", "one"), images.setTitle(id, "one").titles());
        ImageInfo changed = images.updateMetadata(
                id,
                Changes.none().focal(Optional.of(new Changes.Focal(0.25, 0.5))).addReference("order", "7"));
        assertEquals(1, changed.focalRevision());
        assertTrue(images.scaledImageUrl(id, "square").contains("/two-f1.jpeg?sig=k1."));
        images.mark(id, "bob", MarksChange.none().rating(Optional.of(9)));
        Marks marks = images.mark(
                id, "ann", MarksChange.none().addTags("client").favourite(true).rating(Optional.of(6)));
        assertEquals(new Marks(List.of("client"), true, Optional.of(6), Optional.of(7.5), 2), marks);
        assertEquals(marks, images.marks(id, "ann"));
        assertEquals(List.of(new TagCount("client", 1)), images.tags("clie", 5));
        assertEquals(List.of(new ImageId(id)), ids(images.images(Selection.tagged("client"))));
        assertEquals(List.of(new ImageId(id)), ids(images.images(Selection.favourites("ann"))));
    }

    private static List<ImageId> ids(ImagePage page) {
        return page.images().stream().map(ImageInfo::id).toList();
    }

    @Test
    void neighboursAndPagesGoThroughAllPictures() {
        Set<String> saved = IntStream.range(100, 106)
                .mapToObj(seed -> images.saveImage(Upload.of(photo(seed), seed + ".jpg"))
                        .id()
                        .text())
                .collect(Collectors.toSet());
        String first = saved.stream().sorted().findFirst().orElseThrow();
        String next = images.nextImageId(first).orElseThrow().text();
        assertEquals(Optional.of(new ImageId(first)), images.previousImageId(next));
        assertTrue(images.randomImageId().isPresent());
        ImagePage page = images.images(Selection.all().limit(2));
        assertEquals(2, page.images().size());
        assertTrue(page.next().isPresent());
        assertEquals(
                saved,
                images.imageInfos(saved).keySet().stream().map(ImageId::text).collect(Collectors.toSet()));
    }

    @Test
    void whatIsDeletedIsGoneAndComesBack() {
        String id = images.saveImage(Upload.of(photo(5), "d.jpg")).id().text();
        images.deleteImage(id, "blurred");
        assertEquals(Optional.empty(), images.imageInfo(id));
        assertEquals(
                410,
                assertThrows(HuImagesException.class, () -> images.scaledImageData(id, "small"))
                        .status());
        assertEquals(id, images.restoreImage(id).id().text());
        assertTrue(images.scaledImageData(id, "small").length > 0);
    }

    @Test
    void refusalsAreSaidInWords() {
        HuImagesException refused =
                assertThrows(HuImagesException.class, () -> images.saveImage(Upload.of(new byte[] {1, 2, 3}, "x.txt")));
        assertEquals(415, refused.status());
        String address = server.http().base().toString();
        try (HuImages stranger =
                HuImages.builder(address).api(address).user("admin", "wrong").build()) {
            assertEquals(
                    401,
                    assertThrows(HuImagesException.class, () -> stranger.saveImage(Upload.of(photo(6), "x.jpg")))
                            .status());
        }
    }

    @Test
    void twoHundredThreadsShareOneClient() throws Exception {
        List<ImageId> ids = Race.run(
                200,
                thread -> images.saveImage(Upload.of(photo(200 + thread % 20), thread + ".jpg"))
                        .id());
        assertEquals(20, Set.copyOf(ids).size());
        List<String> tags =
                Race.run(200, thread -> images.scaledTag(ids.get(thread).text(), "small"));
        assertTrue(tags.stream().allMatch(tag -> tag.contains("width=\"213\"")));
    }
}
