package org.huimages.url;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathParserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/o/ID.gif",
                "/o/ID/x.tiff",
                "/o/ID/x.bmp",
                "/o/ID.bin",
                "/o/ID/x.heic",
                "/240x160/ID.jpeg",
                "/240x160/ID.jpg",
                "/75x75!/ID/x.avif",
                "/240x160/ID/photo.php.jpeg",
                "/240x160/ID/photo.JPG.jpeg",
                "/240x160/ID/dots....jpeg",
                "/240x160/ID/....jpeg",
                "/240x160/ID/ .jpeg",
                "/240x160/ID/ID.jpeg",
                "/999999999x1/ID.png",
                "/240x160/ID/two\u2028lines.jpeg"
            })
    void plainFormsStay(String path) {
        assertEquals(path, plain(path));
    }

    @ParameterizedTest(name = "{0} moves to {1}")
    @CsvSource({
        "/240x160/ID,                  /240x160/ID.jpeg",
        "/240x160/ID/,                 /240x160/ID.jpeg",
        "/240x160/ID///,               /240x160/ID.jpeg",
        "/240x160/ID/photo,            /240x160/ID/photo.jpeg",
        "/240x160/ID/photo.php,        /240x160/ID/photo.php.jpeg",
        "/240x160/ID/photo.bmp,        /240x160/ID/photo.bmp.jpeg",
        "/240x160/ID/photo.bin,        /240x160/ID/photo.bin.jpeg",
        "/240x160/ID/photo.,           /240x160/ID/photo..jpeg",
        "/240x160/ID/jpeg,             /240x160/ID/jpeg.jpeg",
        "/240x160/ID/.jpeg,            /240x160/ID.jpeg",
        "/240x160/ID/.htaccess,        /240x160/ID/.htaccess.jpeg",
        "/240x160/ID/...,              /240x160/ID/....jpeg",
        "/240x160/ID/a/b/c.png,        /240x160/ID/c.png",
        "/240x160/ID//a//c.jpg//,      /240x160/ID/c.jpg",
        "/240x160/ID/a.png/b,          /240x160/ID/b.jpeg",
        "/240x160/ID.jpe,              /240x160/ID.jpeg",
        "/240x160/ID/x.jpe,            /240x160/ID/x.jpeg",
        "/240x160/ID.JPG,              /240x160/ID.jpg",
        "/240x160/ID/x.Jpeg,           /240x160/ID/x.jpeg",
        "/240x160/ID/x.JPE,            /240x160/ID/x.jpeg",
        "/o/ID/x.tif,                  /o/ID/x.tiff",
        "/o/ID/x.HEIF,                 /o/ID/x.heic",
        "/o/ID,                        /o/ID.jpeg",
        "/0240x0160/ID.jpeg,           /240x160/ID.jpeg",
        "/00000000075x75!/ID/x.jpeg,   /75x75!/ID/x.jpeg",
        "/small/ID/x.jpeg,             /240x160/ID/x.jpeg",
        "/square/ID,                   /75x75!/ID.jpeg",
        "/0240x160/ID//a/photo.php/,   /240x160/ID/photo.php.jpeg"
    })
    void oldFormsMove(String path, String target) {
        assertEquals(target, moved(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "//",
                "o/ID.jpeg",
                "//o/ID.jpeg",
                "/o//ID.jpeg",
                "/o",
                "/o/",
                "/ID.jpeg",
                "/x/o/ID.jpeg",
                "/O/ID.jpeg",
                "/0o/ID.jpeg",
                "/0small/ID.jpeg",
                "/Small/ID.jpeg",
                "/0x0/ID.jpeg",
                "/000x5/ID.jpeg",
                "/5x/ID.jpeg",
                "/1000000000x1/ID.jpeg",
                "/240x160/ID.",
                "/240x160/ID.php",
                "/240x160/ID.bmp",
                "/240x160/ID.jpeg/",
                "/240x160/ID.jpeg/x.jpeg",
                "/240x160/ID.x.jpeg",
                "/240x160/IDx.jpeg",
                "/240x160/ID ",
                "/240x160/id.jpeg",
                "/240x160/ID/x.gif",
                "/240x160/ID/x.TIF",
                "/75x75!/ID.heic",
                "/o/ID/.",
                "/o/ID/..",
                "/o/ID/../x.jpeg",
                "/o/ID/a/./x.jpeg",
                "/o/ID/..jpeg",
                "/o/ID/...jpeg",
                "/o/ID/a\\b.jpeg",
                "/o/ID/a\nb.jpeg",
                "/o/ID\n",
                "/o/ID.jpeg\n",
                "/o\n/ID.jpeg",
                "/o/ID/\u0000.jpeg",
                "/o/ID/\ud800.jpeg",
                "/o/ID/x\udc00",
                "/../o/ID.jpeg",
                "/o/ID.jpeg?x",
                "/api/images"
            })
    void everythingElseIsUnknown(String path) {
        assertEquals(new ParsedPath.Unknown(), ImagePath.parse(withId(path)));
    }

    @ParameterizedTest
    @ValueSource(strings = {".jpeg", "", "/", ".php"})
    void aNameThatIsTooLongIsLeftOut(String end) {
        assertEquals("/o/ID.jpeg", moved("/o/ID/" + "n".repeat(256) + end));
    }

    @Property(tries = 20_000)
    void anyPathGetsAnAnswerAndNoRedirectLeadsToAnother(@ForAll("scraps") String path) {
        switch (ImagePath.parse(path)) {
            case ParsedPath.Plain(ImagePath address) -> assertEquals(path, address.path());
            case ParsedPath.Moved(ImagePath target) -> {
                assertNotEquals(path, target.path());
                assertEquals(new ParsedPath.Plain(target), ImagePath.parse(target.path()));
            }
            case ParsedPath.Unknown() -> {}
        }
    }

    @Property
    void anyTextGetsAnAnswer(@ForAll String path) {
        assertEquals(new ParsedPath.Unknown(), ImagePath.parse(path));
    }

    @Provide
    Arbitrary<String> scraps() {
        Arbitrary<String> sizes = Arbitraries.of("/o/", "/240x160/", "/007x7!/", "/small/", "/0x1/", "/", "//o/", "");
        Arbitrary<String> scraps = Arbitraries.of(
                "/",
                "//",
                ".",
                "..",
                "/../",
                "o",
                "0",
                "00",
                "1x1",
                "!",
                "ID",
                "\\",
                "%2F",
                ".jpeg",
                ".jpe",
                ".JPG",
                ".gif",
                ".tif",
                ".php",
                "photo",
                "\u0000",
                "\n",
                "\ud83d",
                "\ude00",
                "é",
                "İ",
                "n".repeat(250),
                "small",
                ";",
                "?");
        return sizes.flatMap(size -> Arbitraries.of("ID", "ID/", "ID.", "")
                .flatMap(id -> scraps.list().ofMaxSize(8).map(ends -> withId(size + id + String.join("", ends)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/*",
                "/o/*",
                "/0*",
                "/0*/ID.jpeg",
                "/1*x1/ID.jpeg",
                "/0*1x1/ID.jpeg",
                "/o/ID/*",
                "/o/ID.*",
                "/o/ID/a*",
                "/o/ID//*a",
                "/o/ID/..*",
                "/o/ID/.*.jpeg",
                "/o/ID/a/*a/*"
            })
    void aMillionCharactersTakeNoTime(String pattern) {
        int star = pattern.indexOf('*');
        String repeated = pattern.substring(star - 1, star).repeat(1_000_000);
        String path = withId(pattern.replace("*", repeated));
        assertTimeoutPreemptively(Duration.ofSeconds(1), () -> ImagePath.parse(path));
    }

    private static String plain(String path) {
        return ImagePath.parse(withId(path)) instanceof ParsedPath.Plain(ImagePath address)
                ? withoutId(address.path())
                : "not plain";
    }

    private static String moved(String path) {
        return ImagePath.parse(withId(path)) instanceof ParsedPath.Moved(ImagePath target)
                ? withoutId(target.path())
                : "not moved";
    }

    private static String withId(String path) {
        return path.replace("ID", Any.ID.text());
    }

    private static String withoutId(String path) {
        return path.replace(Any.ID.text(), "ID");
    }
}
