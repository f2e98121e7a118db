package org.huimages.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huimages.url.ImageId;
import org.huimages.url.Size;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class TagsTest {
    private static final ImageId ID = new ImageId(Documents.ID);
    private static final Size VGA = new Size.Fit(640, 480);
    private static final Optional<ImageInfo> LANDSCAPE = Optional.of(Documents.info(Documents.landscape()));

    private final Tags tags = new Tags(new Addresses("http://i", Optional.empty(), Optional.empty()), " - ACME");

    @Test
    void aTagHasAddressDimensionsAndText() {
        assertEquals(
                "<img src=\"http://i/320x240/" + ID
                        + "/test.jpeg\" width=\"320\" height=\"240\" alt=\"test - ACME\" />",
                tags.image(ID, new Size.Fit(320, 240), Map.of(), LANDSCAPE));
    }

    @Test
    void theNewestTitleIsTheTextAndTheFileNameComesSecond() {
        Optional<ImageInfo> two = Optional.of(Documents.info(Documents.of(Documents.ID, 9, 9, "a.jpg", "old", "new")));
        Optional<ImageInfo> none = Optional.of(Documents.info(Documents.of(Documents.ID, 9, 9, "my_cat.jpg")));
        assertEquals("new - ACME", alt(two, Map.of()));
        assertEquals("my cat.jpg - ACME", alt(none, Map.of()));
        assertEquals("- ACME", alt(Optional.empty(), Map.of()));
        assertEquals("given", alt(two, Map.of("alt", "given")));
        assertEquals("", alt(two, Map.of("alt", "")));
    }

    private String alt(Optional<ImageInfo> info, Map<String, String> attributes) {
        return image(tags.image(ID, VGA, attributes, info)).attr("alt");
    }

    @Test
    void withoutADocumentATagHasLessInItButIsOne() {
        assertEquals(
                "<img src=\"http://i/640x480/" + ID + ".jpeg\" alt=\"- ACME\" />",
                tags.image(ID, VGA, Map.of(), Optional.empty()));
        assertTrue(tags.image(ID, new Size.Exact(75, 75), Map.of(), Optional.empty())
                .contains("width=\"75\""));
        assertEquals(
                "<picture><img src=\"http://i/640x480/" + ID
                        + ".jpeg\" alt=\"- ACME\" decoding=\"async\" loading=\"lazy\" /></picture>",
                sorted(tags.picture(ID, VGA, PictureOptions.usual(), Optional.empty())));
    }

    /// Attributes that a map gave may stand in any order.
    private static String sorted(String tag) {
        return tag.replace("loading=\"lazy\" decoding=\"async\"", "decoding=\"async\" loading=\"lazy\"");
    }

    @Test
    void aPictureNamesEveryFormatThatIsMade() {
        Document page = Jsoup.parse(tags.picture(ID, new Size.Fit(400, 300), PictureOptions.usual(), LANDSCAPE));
        assertEquals(1, page.select("picture > source").size());
        Element webp = page.expectFirst("source[type=image/webp]");
        assertEquals(
                "http://i/400x300/" + ID + "/test.webp 1x, http://i/800x600/" + ID + "/test.webp 2x",
                webp.attr("srcset"));
        Element image = page.expectFirst("picture > img");
        assertEquals("400", image.attr("width"));
        assertEquals("300", image.attr("height"));
        assertEquals("lazy", image.attr("loading"));
        assertTrue(image.attr("srcset").endsWith("/800x600/" + ID + "/test.jpeg 2x"));
    }

    @Test
    void avifIsNamedOnlyWhereItIsMade() {
        Optional<ImageInfo> avif =
                Optional.of(Documents.info(Documents.landscape().replace("[\"jpeg\",", "[\"jpeg\",\"avif\",")));
        String tag = tags.picture(ID, VGA, PictureOptions.usual(), avif);
        assertTrue(tag.indexOf("image/avif") < tag.indexOf("image/webp"), tag);
        assertTrue(tag.contains("image/avif"));
        assertFalse(tags.picture(ID, VGA, PictureOptions.usual(), LANDSCAPE).contains("avif"));
    }

    @Test
    void aSecondFileIsNamedOnlyIfItHasMorePixels() {
        String tag = tags.picture(ID, new Size.Fit(2000, 2000), PictureOptions.usual(), LANDSCAPE);
        assertFalse(tag.contains("2x\""), tag);
        assertFalse(image(tag).hasAttr("srcset"));
    }

    @Test
    void widthsAreThoseOfTheFiles() {
        PictureOptions options = PictureOptions.usual().responsive("100vw", 320, 1280, 2560);
        Element image = image(tags.picture(ID, VGA, options, LANDSCAPE));
        assertEquals("100vw", image.attr("sizes"));
        assertEquals(
                "http://i/320x240/%1$s/test.jpeg 320w, http://i/640x480/%1$s/test.jpeg 640w, ".formatted(ID)
                        + "http://i/1280x960/%s/test.jpeg 1000w".formatted(ID),
                image.attr("srcset"));
    }

    @Test
    void widthsMayBeWrittenInOneText() {
        PictureOptions numbers = PictureOptions.usual().responsive("100vw", 320, 1280, 2560);
        PictureOptions text = PictureOptions.usual().responsive("100vw", " 320, 1280\t2560 ");
        assertEquals(tags.picture(ID, VGA, numbers, LANDSCAPE), tags.picture(ID, VGA, text, LANDSCAPE));
    }

    @Test
    void thePlaceholderIsShownUntilThePictureIsThere() {
        String uri = "data:image/webp;base64,UklGRg==";
        Optional<ImageInfo> info = Optional.of(Documents.info(
                Documents.landscape().replace("\"private\"", "\"placeholder\":\"" + uri + "\",\"private\"")));
        assertTrue(image(tags.picture(ID, VGA, PictureOptions.usual(), info))
                .attr("style")
                .contains(uri));
        PictureOptions strict = PictureOptions.usual().withoutPlaceholder();
        assertFalse(image(tags.picture(ID, VGA, strict, info)).hasAttr("style"));
    }

    @Test
    void whatIsNoPlaceholderIsNotShown() {
        for (String uri : List.of("https://evil.example/x.webp", "data:image/webp;base64,A);color:red", "")) {
            Optional<ImageInfo> info = Optional.of(Documents.info(
                    Documents.landscape().replace("\"private\"", "\"placeholder\":\"" + uri + "\",\"private\"")));
            assertFalse(
                    image(tags.picture(ID, VGA, PictureOptions.usual(), info)).hasAttr("style"), uri);
        }
    }

    @Test
    void whatServersDoNotMakeIsNotOfferedForFineScreens() {
        Optional<ImageInfo> large = Optional.of(Documents.info(Documents.of(Documents.ID, 9000, 9000, "a.jpg")));
        assertTrue(tags.picture(ID, new Size.Fit(2048, 10), PictureOptions.usual(), large)
                .contains("/4096x20/"));
        assertFalse(tags.picture(ID, new Size.Fit(2049, 10), PictureOptions.usual(), large)
                .contains(" 2x"));
    }

    @Test
    void anOriginalIsNoPictureElement() {
        assertThrows(
                IllegalArgumentException.class,
                () -> tags.picture(ID, new Size.Original(), PictureOptions.usual(), LANDSCAPE));
    }

    private static Element image(String tag) {
        return Jsoup.parse(tag).expectFirst("img");
    }
}
