package org.huimages.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.huimages.header.Orientation;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.Test;

class ImageDocumentTest {
    private static final ImageId ID = ImageId.of(new byte[20], "01");

    @Test
    void titlesAreACopy() {
        List<String> titles = new ArrayList<>(List.of("one"));
        ImageDocument document = document("name", titles, "now");
        titles.add("two");
        assertEquals(List.of("one"), document.titles());
    }

    @Test
    void savedAgainNewTitlesComeLastAndOnlyOnce() {
        ImageDocument document = document("name", List.of("one", "two", "three"), "then");
        ImageDocument later = document("other", List.of("two", "four"), "now");
        assertEquals(
                List.of("one", "three", "two", "four"),
                document.savedAgain(later).titles());
    }

    @Test
    void savedAgainOnlyTitlesAndTheTimeOfModificationChange() {
        ImageDocument document = document("name", List.of("one"), "then");
        ImageDocument later = document("other", List.of(), "now");
        ImageDocument saved = document.savedAgain(later);
        assertEquals(new Timestamp("then"), saved.created());
        assertEquals(new Timestamp("now"), saved.modified());
        assertEquals("name", saved.filename());
        assertEquals(List.of("one"), saved.titles());
    }

    private static ImageDocument document(String filename, List<String> titles, String moment) {
        return new ImageDocument(
                ID,
                ImageFormat.JPEG,
                new Dimensions(2, 1),
                Orientation.UPRIGHT,
                3,
                "0".repeat(64),
                filename,
                titles,
                new Timestamp(moment),
                new Timestamp(moment));
    }
}
