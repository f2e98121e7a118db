package org.huimages.url;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePathTest {
    private static final Size SMALL = new Size.Fit(240, 160);

    @Test
    void isShortWithoutAName() {
        var path = new ImagePath(SMALL, Any.ID, "", Extension.JPEG);
        assertEquals("/240x160/" + Any.ID + ".jpeg", path.path());
        assertEquals(path.path(), path.encoded());
    }

    @Test
    void carriesANameForPeople() {
        var path = new ImagePath(new Size.Exact(75, 75), Any.ID, "Größe 5&6; 100%", Extension.WEBP);
        assertEquals("/75x75!/" + Any.ID + "/Größe 5&6; 100%.webp", path.path());
        assertEquals("/75x75!/" + Any.ID + "/Gr%C3%B6%C3%9Fe%205%266%3B%20100%25.webp", path.encoded());
    }

    @Test
    void keepsWhatMeansNothingInAPathAndEncodesTheRest() {
        String kept = "AZaz09-._~!$'()*,=:@";
        var path = new ImagePath(SMALL, Any.ID, kept + ";&+%?#[]\"<> 😀", Extension.JPEG);
        assertTrue(path.encoded().endsWith(kept + "%3B%26%2B%25%3F%23%5B%5D%22%3C%3E%20%F0%9F%98%80.jpeg"));
    }

    @Property
    @Domain(Any.class)
    void parseIsTheInverseOfFormat(@ForAll ImagePath path) {
        assertEquals(new ParsedPath.Plain(path), ImagePath.parse(path.path()));
    }

    @Property
    @Domain(Any.class)
    void theEncodedPathDecodesToThePath(@ForAll ImagePath path) {
        var address = URI.create("http://example.org" + path.encoded());
        assertEquals(path.path(), address.getPath());
        assertEquals(path.encoded(), address.normalize().getRawPath());
        assertTrue(path.encoded().matches("[A-Za-z0-9._~!$'()*,=:@/%-]+"));
    }

    @Property
    @Domain(Any.class)
    void changesOnePartAtATime(@ForAll ImagePath path) {
        ImagePath original = path.withSize(new Size.Original());
        assertEquals(new ImagePath(new Size.Original(), path.id(), path.name(), path.extension()), original);
        assertEquals(Extension.GIF, original.withExtension(Extension.GIF).extension());
        assertEquals(path, original.withSize(path.size()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "a/b",
                "\\",
                ".",
                "..",
                "a\nb",
                "\r",
                "\u0000",
                "\u007f",
                "\u0085",
                "\ud800",
                "\udc00",
                "a\udc00\ud800"
            })
    void refusesNamesThatWouldNotComeBack(String name) {
        assertThrows(IllegalArgumentException.class, () -> new ImagePath(SMALL, Any.ID, name, Extension.JPEG));
    }

    @Test
    void namesHaveAtMost255Characters() {
        assertEquals(
                255,
                new ImagePath(SMALL, Any.ID, "n".repeat(255), Extension.JPG)
                        .name()
                        .length());
        assertThrows(
                IllegalArgumentException.class, () -> new ImagePath(SMALL, Any.ID, "n".repeat(256), Extension.JPG));
    }

    @ParameterizedTest
    @EnumSource(names = {"GIF", "HEIC", "TIFF", "BMP", "BIN"})
    void someExtensionsAreForOriginalsOnly(Extension extension) {
        var original = new ImagePath(new Size.Original(), Any.ID, "", extension);
        assertThrows(IllegalArgumentException.class, () -> original.withSize(SMALL));
        assertThrows(IllegalArgumentException.class, () -> original.withSize(new Size.Exact(1, 1)));
    }
}
