package org.huimages.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.huimages.client.html.Shown;
import org.huimages.url.ImageId;
import org.huimages.url.ImagePath;
import org.huimages.url.ParsedPath;
import org.huimages.url.Size;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Whatever people call their pictures, and whatever a server sends: a tag is one element, and says what they said.
class AnyTextTest {
    private static final String BASE = "https://pictures.example.com/img";
    private static final ImageId ID = new ImageId(Documents.ID);
    private static final Size SMALL = new Size.Fit(240, 160);
    private static final Tags TAGS = new Tags(new Addresses(BASE, Optional.empty(), Optional.empty()), "");
    private static final Set<String> OF_IMAGES =
            Set.of("src", "srcset", "width", "height", "alt", "loading", "decoding", "style");

    /// Texts that have broken pages before, and any others.
    @Provide
    Arbitrary<String> titles() {
        Arbitrary<String> known = Arbitraries.of(
                "\"><script>alert(1)</script>",
                "' onerror='alert(1)",
                "--></picture><b>",
                "&quot;&#39;&amp;amp;",
                "\u202Eright to left \u05E9\u05DC\u05D5\u05DD \u0627\u0644\u0634\u0644\u0627\u0644",
                "\uD83D\uDE00 \uD83C\uDDE9\uD83C\uDDEA \uD83D\uDC69\u200D\uD83D\uDE80",
                "half \uD83D",
                "a\u0000b\u001Bc\uFFFF",
                "tab\there\r\nand there",
                "<".repeat(10_240),
                "10 kB of text & more. ".repeat(500),
                "");
        return Arbitraries.oneOf(known, Arbitraries.strings().all());
    }

    @Property
    void theTextOfATagIsTheTitle(@ForAll("titles") String title) {
        Element image = onlyElement(TAGS.image(ID, SMALL, Map.of(), titled(title)));
        assertEquals(title.isBlank() ? "photo" : Shown.of(title), image.attr("alt"));
        assertEquals(Set.of("src", "width", "height", "alt"), names(image));
        assertIsAddress(image.attr("src"));
    }

    @Property
    void thePartsOfAPictureAreThose(@ForAll("titles") String title) {
        Document page = Jsoup.parse(TAGS.picture(ID, SMALL, PictureOptions.usual(), titled(title)));
        assertEquals(
                List.of("picture", "source", "img"),
                page.body().select("*").not("body").stream()
                        .map(Element::tagName)
                        .toList());
        assertEquals("", page.text());
        assertTrue(OF_IMAGES.containsAll(names(page.expectFirst("img"))));
        assertEquals(Set.of("type", "srcset"), names(page.expectFirst("source")));
        for (String candidate : page.expectFirst("source").attr("srcset").split(", ", -1)) {
            assertIsAddress(candidate.replaceFirst(" [12]x$", ""));
        }
    }

    @Property
    void attributesAreWhatTheApplicationSays(@ForAll("titles") String alt, @ForAll("titles") String other) {
        Map<String, String> attributes = Map.of("alt", alt, "title", other, "data-x", other);
        for (String tag : List.of(
                TAGS.image(ID, SMALL, attributes, titled("t")),
                TAGS.picture(
                        ID,
                        SMALL,
                        PictureOptions.usual()
                                .with("alt", alt)
                                .with("title", other)
                                .with("data-x", other),
                        titled("t")))) {
            Element image = Jsoup.parse(tag).expectFirst("img");
            assertEquals(Shown.of(alt), image.attr("alt"));
            assertEquals(Shown.of(other), image.attr("title"));
            assertEquals(Shown.of(other), image.attr("data-x"));
        }
    }

    /// Members that are missing, or something else than they should be.
    @Property
    void noDocumentMakesATagFail(
            @ForAll("members") String member, @ForAll("values") String value, @ForAll boolean missing) {
        String document = with(member, missing ? "null" : value);
        Optional<ImageInfo> info = read(document);
        for (Size size : List.of(SMALL, new Size.Exact(75, 75))) {
            assertFalse(TAGS.image(ID, size, Map.of(), info).isEmpty());
            assertFalse(TAGS.picture(ID, size, PictureOptions.usual(), info).isEmpty());
        }
        assertFalse(new Addresses(BASE, Optional.empty(), Optional.empty())
                .original(ID, info)
                .isEmpty());
    }

    @Provide
    Arbitrary<String> members() {
        return Arbitraries.of(
                "id",
                "width",
                "height",
                "length",
                "contentType",
                "filename",
                "titles",
                "formats",
                "private",
                "focal",
                "focalRev",
                "placeholder");
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(
                "0",
                "-1",
                "1.5",
                "1e3",
                "99999999999999999999",
                "true",
                "\"\"",
                "\"x\"",
                "[]",
                "[null]",
                "[1,[2]]",
                "{}",
                "{\"a\":[]}");
    }

    private static String with(String member, String value) {
        return Documents.landscape()
                .replace("\"" + member + "\":", "\"not-" + member + "\":")
                .replaceFirst("\\{", "{\"" + member + "\":" + value + ",");
    }

    /// As the client reads an answer: what is no document is none.
    private static Optional<ImageInfo> read(String document) {
        try {
            return Optional.of(Documents.info(document));
        } catch (IllegalArgumentException | ArithmeticException none) {
            return Optional.empty();
        }
    }

    private static Optional<ImageInfo> titled(String title) {
        return Optional.of(Documents.info(Documents.of(Documents.ID, 1000, 750, "photo", title)));
    }

    private static Element onlyElement(String tag) {
        Document page = Jsoup.parse("<p>" + tag + "</p>");
        assertEquals(1, page.expectFirst("p").childNodeSize());
        assertEquals(1, page.body().childNodeSize());
        return page.expectFirst("p > img");
    }

    private static Set<String> names(Element element) {
        return element.attributes().asList().stream().map(Attribute::getKey).collect(Collectors.toSet());
    }

    private static void assertIsAddress(String address) {
        assertTrue(address.startsWith(BASE + "/"), address);
        assertTrue(ImagePath.parse(address.substring(BASE.length())) instanceof ParsedPath.Plain, address);
    }
}
