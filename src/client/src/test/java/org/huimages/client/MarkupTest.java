package org.huimages.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.huimages.url.ImageFormat;
import org.huimages.url.SigningKeys;
import org.huimages.url.Size;
import org.junit.jupiter.api.Test;

/// Tags of pictures whose documents somebody has himself.
class MarkupTest {
    private static final String ID = "DY2NPHCJXAJVUNJ5TOVCQZWIFC7MPE6601";
    private static final ImageInfo INFO = ImageInfo.parse("""
            {"id": "%s", "width": 1800, "height": 1200, "contentType": "image/png", "filename": "x.png",
             "titles": ["A <waterfall>"], "formats": ["jpeg", "webp"], "focalRev": 0}""".formatted(ID));

    @Test
    void addressesBeginWithWhatIsSaid() {
        Size small = new Size.Fit(240, 160);
        assertEquals(
                "/img/240x160/" + ID + "/A-_waterfall_.webp", Markup.at("/img").address(INFO, small, ImageFormat.WEBP));
        assertEquals(
                "/o/" + ID + "/A-_waterfall_.png", Markup.at("").address(INFO, new Size.Original(), ImageFormat.JPEG));
    }

    @Test
    void tagsHaveDimensionsAndNothingThatIsNotMade() {
        String picture = Markup.at("").picture(INFO, new Size.Fit(240, 160), PictureOptions.usual());
        assertTrue(picture.contains("width=\"240\" height=\"160\" alt=\"A &lt;waterfall&gt;\""), picture);
        assertTrue(picture.contains("image/webp") && !picture.contains("avif"), picture);
        String image = Markup.at("").image(INFO, new Size.Fit(240, 160), Map.of("class", "left"));
        assertTrue(image.startsWith("<img src=\"/240x160/") && image.contains("class=\"left\""), image);
    }

    @Test
    void renditionsAreSignedIfThereAreKeys() {
        Markup signed = Markup.at("").signed(SigningKeys.parse("k:" + "ab".repeat(16)));
        assertTrue(signed.address(INFO, new Size.Fit(9, 9), ImageFormat.JPEG).contains("?sig=k."));
        assertFalse(signed.address(INFO, new Size.Original(), ImageFormat.JPEG).contains("sig="));
    }

    @Test
    void whatIsNoDocumentIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ImageInfo.parse("{}"));
        assertThrows(IllegalArgumentException.class, () -> ImageInfo.parse("no JSON"));
    }
}
