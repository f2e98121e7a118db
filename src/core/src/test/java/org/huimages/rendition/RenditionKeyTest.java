package org.huimages.rendition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.huimages.url.ImagePath;
import org.huimages.url.ParsedPath;
import org.huimages.url.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenditionKeyTest {
    private static final String ID = "3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ01";

    @ParameterizedTest
    @CsvSource({
        "/240x160/ID/any-name.jpeg, 3I/ID/240x160.jpeg",
        "/240x160/ID.jpg,           3I/ID/240x160.jpeg",
        "/75x75!/ID.webp,           3I/ID/75x75!.webp",
        "/o/ID/x.tiff,              3I/ID/o.tiff",
    })
    void aFileLiesInTheFolderOfItsPicture(String path, String location) {
        assertEquals(location.replace("ID", ID), key(path).location());
    }

    @Test
    void namesAndSpellingsOfTheFormatMakeNoDifference() {
        assertEquals(key("/240x160/ID/a.jpg"), key("/240x160/ID/b.jpeg"));
        assertEquals(
                new RenditionKey(new ImageId(ID), new Size.Fit(240, 160), ImageFormat.JPEG), key("/240x160/ID.jpg"));
    }

    private static RenditionKey key(String path) {
        return RenditionKey.of(((ParsedPath.Plain) ImagePath.parse(path.replace("ID", ID))).path());
    }
}
