package org.huimages.vips;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.huimages.testkit.GoldenPictures;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every kind of file that is accepted looks as good.
class GoldenInputTest {
    private static final Dimensions SIZE = new Dimensions(803, 601);
    private static final Pixels PHOTO = GoldenPictures.texture(SIZE, 5);
    private static final List<Size> SIZES =
            List.of(new Size.Exact(75, 75), new Size.Fit(240, 160), new Size.Fit(427, 427));

    @TempDir
    static Path work;

    private static GoldenEngine engine;

    @BeforeAll
    static void open() {
        engine = new GoldenEngine(work);
    }

    @Test
    void anInterlacedPngLooksAsGood() throws IOException {
        assertLike("interlaced", PictureMaker.interlacedPng(PHOTO.image()));
    }

    @Test
    void aProgressiveJpegLooksAsGood() throws IOException {
        assertLike("progressive", PictureMaker.progressiveJpeg(PHOTO.image()));
    }

    @Test
    void grayPngsLookAsGood() throws IOException {
        assertLike("gray", PictureMaker.png(photo(BufferedImage.TYPE_BYTE_GRAY)));
        assertLike("deep-gray", PictureMaker.png(photo(BufferedImage.TYPE_USHORT_GRAY)));
    }

    @Test
    void aPngWithAPaletteLooksAsGood() throws IOException {
        assertLike("palette", PictureMaker.png(photo(BufferedImage.TYPE_BYTE_INDEXED)));
    }

    /// Dots of full contrast, and nothing else: harder than letters.
    @Test
    void aPngOfOneBitLooksNearlyAsGood() throws IOException {
        byte[] file = PictureMaker.png(photo(BufferedImage.TYPE_BYTE_BINARY));
        assertLike("bits", file, Reference.decode(file), new Likeness(34, 0.994));
    }

    @Test
    void aGrayJpegLooksAsGood() throws IOException {
        assertLike("gray-jpeg", PictureMaker.jpeg(photo(BufferedImage.TYPE_BYTE_GRAY)));
    }

    @Test
    void aGifLooksAsGood() throws IOException {
        assertLike("gif", PictureMaker.gif(PHOTO.image()));
    }

    private static BufferedImage photo(int type) {
        BufferedImage image = new BufferedImage(SIZE.width(), SIZE.height(), type);
        Graphics2D graphics = image.createGraphics();
        graphics.drawImage(PHOTO.image(), 0, 0, null);
        graphics.dispose();
        return image;
    }

    @Test
    void aPngOfSixteenBitsLooksAsGood() throws IOException {
        assertLike("deep", PictureMaker.png(deep(PHOTO, false)));
    }

    /// With less, because of the edges: see [GoldenScaleTest].
    @Test
    void aPngOfSixteenBitsWithAlphaLooksNearlyAsGood() throws IOException {
        byte[] file = PictureMaker.png(deep(GoldenPictures.softEdges(SIZE, 2), true));
        assertLike("deep-alpha", file, Reference.decode(file), new Likeness(38, 0.992));
    }

    private static BufferedImage deep(Pixels picture, boolean alpha) {
        ColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), alpha, false, alpha ? 3 : 1, DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(picture.width(), picture.height());
        for (int at = 0; at < picture.argb().length; at++) {
            int argb = picture.argb()[at];
            int[] samples = {argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, argb >>> 24};
            for (int band = 0; band < raster.getNumBands(); band++) {
                raster.setSample(at % picture.width(), at / picture.width(), band, samples[band] * 257);
            }
        }
        return new BufferedImage(model, raster, false, null);
    }

    /// The JDK cannot read them: what the reference scales is the engine's own rendition in full size.
    @ParameterizedTest
    @EnumSource(names = {"WEBP", "AVIF"})
    void whatOnlyTheEngineReadsLooksAsGood(ImageFormat format) throws IOException {
        String name = format.extension();
        Size full = new Size.Fit(SIZE.width(), SIZE.height());
        byte[] file = engine.render(name, PictureMaker.png(PHOTO.image()), full, format);
        Pixels decoded = engine.render(name, file, full);
        assertEquals(SIZE, decoded.dimensions());
        assertLike(name, file, decoded, Likeness.GATE);
    }

    /// libvips enlarges with a bicubic filter, and moves the picture by half a target pixel to the right and
    /// down.
    @Test
    void anEnlargedPictureLooksLikeTheReference() throws IOException {
        byte[] file = PictureMaker.png(PictureMaker.photo(200, 150, 4));
        Size size = new Size.Exact(500, 300);
        Pixels reference = Reference.rendition(Reference.decode(file), size);
        engine.assertLike(reference, "enlarged", file, size, new Likeness(37, 0.97));
    }

    private static void assertLike(String name, byte[] file) throws IOException {
        assertLike(name, file, Reference.decode(file), Likeness.GATE);
    }

    private static void assertLike(String name, byte[] file, Pixels decoded, Likeness least) throws IOException {
        for (Size size : SIZES) {
            engine.assertLike(Reference.rendition(decoded, size), name, file, size, least);
        }
    }
}
