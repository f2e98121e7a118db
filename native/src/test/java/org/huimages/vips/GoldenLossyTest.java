package org.huimages.vips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.huimages.header.HeaderProbe;
import org.huimages.header.ImageHeader;
import org.huimages.header.ImageHeader.Trait;
import org.huimages.testkit.GoldenPictures;
import org.huimages.testkit.JpegSegments;
import org.huimages.testkit.Likeness;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.Pixels;
import org.huimages.testkit.Reference;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.Size;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Renditions as they are sent: JPEG, WebP and AVIF at the qualities that are set.
class GoldenLossyTest {
    private static final Dimensions SIZE = new Dimensions(1203, 801);
    private static final Size SMALL = new Size.Fit(480, 320);

    @TempDir
    static Path work;

    private static GoldenEngine engine;

    @BeforeAll
    static void open() {
        engine = new GoldenEngine(work);
    }

    /// The noise of the picture is what they leave out first.
    @Test
    void photographsKeepTheirLook() throws IOException {
        Pixels photo = Pixels.of(PictureMaker.photo(SIZE.width(), SIZE.height(), 6));
        assertLike(photo, "photo", ImageFormat.JPEG, new Likeness(34.5, 0.97));
        assertLike(photo, "photo", ImageFormat.WEBP, new Likeness(35.5, 0.97));
        assertLike(photo, "photo", ImageFormat.AVIF, new Likeness(34.5, 0.97));
    }

    /// No bands.
    @Test
    void gradientsStaySmooth() throws IOException {
        Pixels gradient = GoldenPictures.gradient(SIZE);
        assertLike(gradient, "gradient", ImageFormat.JPEG, new Likeness(46, 0.993));
        assertLike(gradient, "gradient", ImageFormat.WEBP, new Likeness(42.5, 0.99));
        assertLike(gradient, "gradient", ImageFormat.AVIF, new Likeness(44, 0.993));
    }

    /// Ringing around letters is what JPEG is known for.
    @Test
    void textsStaySharp() throws IOException {
        Pixels text = GoldenPictures.text(SIZE, Color.WHITE, Color.BLACK, 6);
        assertLike(text, "text", ImageFormat.JPEG, new Likeness(32, 0.985));
        assertLike(text, "text", ImageFormat.WEBP, new Likeness(35.5, 0.995));
        assertLike(text, "text", ImageFormat.AVIF, new Likeness(29.5, 0.985));
    }

    /// The worst that can be asked of an encoder: noise as strong as all there is.
    @Test
    void texturesKeepTheirStructure() throws IOException {
        Pixels texture = GoldenPictures.texture(SIZE, 6);
        assertLike(texture, "texture", ImageFormat.JPEG, new Likeness(32, 0.91));
        assertLike(texture, "texture", ImageFormat.WEBP, new Likeness(33, 0.94));
        assertLike(texture, "texture", ImageFormat.AVIF, new Likeness(31, 0.87));
    }

    private static void assertLike(Pixels picture, String name, ImageFormat format, Likeness least) throws IOException {
        byte[] file = PictureMaker.jpeg(picture.image());
        Pixels expected = Reference.rendition(Reference.decode(file), SMALL);
        Pixels actual = decoded(name, engine.render(name, file, SMALL, format), format);
        Likeness likeness = Likeness.of(expected, actual);
        assertTrue(likeness.reaches(least), () -> name + " as " + format + ": " + likeness + ", not " + least);
    }

    /// The JDK reads JPEG, the engine itself the others.
    private static Pixels decoded(String name, byte[] rendition, ImageFormat format) throws IOException {
        return format == ImageFormat.JPEG
                ? Reference.decode(rendition)
                : engine.render(name + "-" + format.extension(), rendition, SMALL);
    }

    @Test
    void jpegHasHalfTheChromaEachWayAndIsNotProgressive() throws IOException {
        byte[] photo = PictureMaker.progressiveJpeg(PictureMaker.photo(640, 480, 7));
        byte[] rendition = engine.render("sampling", photo, SMALL, ImageFormat.JPEG);
        assertEquals(List.of("2x2", "1x1", "1x1"), JpegSegments.sampling(rendition));
        ImageHeader header = HeaderProbe.probe(Files.write(work.resolve("sampling.jpeg"), rendition));
        assertFalse(header.has(Trait.PROGRESSIVE));
        assertEquals(1, header.scans());
    }
}
