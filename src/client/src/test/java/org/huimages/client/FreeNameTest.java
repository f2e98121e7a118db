package org.huimages.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.huimages.url.Extension;
import org.huimages.url.ImageId;
import org.huimages.url.ImagePath;
import org.huimages.url.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreeNameTest {
    private static final Size SMALL = new Size.Fit(240, 160);

    @ParameterizedTest
    @CsvSource({
        "test, test",
        "A waterfall, A-waterfall",
        "'a/b & c', a_b-_-c",
        "Müller & Söhne, Muller-_-Sohne",
        "Straße, Strasse",
        "'x=1,y:2_z', 'x=1,y:2_z'",
        "日本, _",
        "'a.b', a_b"
    })
    void theFirstTitleIsTheName(String title, String name) {
        assertEquals(
                name, FreeName.of(Documents.info(Documents.of(Documents.ID, 1, 1, "x.jpg", title, "newer")), SMALL));
    }

    @ParameterizedTest
    @CsvSource({"IMG_1.JPG, IMG_1", "a.jpeg, a", "a.jpg.jpg, a_jpg", "a.png, a_png", "'', ''"})
    void withoutATitleItIsTheFileName(String filename, String name) {
        assertEquals(name, FreeName.of(Documents.info(Documents.of(Documents.ID, 1, 1, filename)), SMALL));
    }

    @Property
    void whateverTheTitleItIsANameOfEightyCharactersAtMost(@ForAll String title) {
        String name = FreeName.of(Documents.info(Documents.of(Documents.ID, 1, 1, "", title)), SMALL);
        assertTrue(name.matches("[A-Za-z0-9_=,:-]{0,80}"), name);
        String path = new ImagePath(SMALL, new ImageId(Documents.ID), name, Extension.JPEG).encoded();
        assertTrue(path.endsWith("/" + name + ".jpeg") || name.isEmpty(), path);
    }

    @Test
    void aNewFocalPointGivesExactSizesANewName() {
        ImageInfo info = Documents.info(Documents.landscape().replace("\"focalRev\":0", "\"focalRev\":3"));
        assertEquals("test-f3", FreeName.of(info, new Size.Exact(75, 75)));
        assertEquals("test", FreeName.of(info, SMALL));
    }
}
