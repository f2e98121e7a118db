package org.huimages.vips;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.huimages.failure.FailureException;
import org.huimages.header.HeaderProbe;
import org.huimages.header.ImageHeader;
import org.huimages.header.ImageHeader.Trait;
import org.huimages.pixel.RenderControl;
import org.huimages.pixel.RenditionPlan;
import org.huimages.testkit.JpegSegments;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.PngChunks;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.Size;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VipsFormatsTest {
    private static final Size SMALL = new Size.Fit(60, 60);

    @TempDir
    static Path work;

    @TempDir
    Path folder;

    private static VipsEngine engine;

    @BeforeAll
    static void open() {
        engine = VipsEngine.open(Optional.empty(), work);
    }

    @Test
    void whatIsTransparentIsWhiteInAJpegAndStaysSoElsewhere() throws IOException {
        Path png = write("png", "png", halfTransparent());
        assertTrue(HeaderProbe.probe(png).has(Trait.ALPHA));
        assertEquals(Color.WHITE, colour(render(png, SMALL, ImageFormat.JPEG), 50, 20));
        assertEquals(0, alpha(render(png, SMALL, ImageFormat.PNG), 50, 20));
        assertEquals(255, alpha(render(png, SMALL, ImageFormat.PNG), 10, 20));
        Path webp = make(png, SMALL, ImageFormat.WEBP);
        assertTrue(HeaderProbe.probe(webp).has(Trait.ALPHA));
        assertEquals(0, alpha(render(webp, SMALL, ImageFormat.PNG), 50, 20));
    }

    private static BufferedImage halfTransparent() {
        BufferedImage image = new BufferedImage(120, 80, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 60, 80);
        graphics.dispose();
        return image;
    }

    @Test
    void sixteenBitsBecomeEight() throws IOException {
        BufferedImage deep = new BufferedImage(100, 50, BufferedImage.TYPE_USHORT_GRAY);
        short[] half = new short[100 * 50];
        Arrays.fill(half, (short) 0x8000);
        deep.getRaster().setDataElements(0, 0, 100, 50, half);
        Path png = write("deep", "png", deep);
        assertTrue(HeaderProbe.probe(png).has(Trait.DEEP));
        for (ImageFormat format : List.of(ImageFormat.JPEG, ImageFormat.PNG)) {
            BufferedImage image = render(png, SMALL, format);
            assertEquals(8, image.getColorModel().getComponentSize(0));
            assertEquals(128, colour(image, 5, 5).getGreen(), 1);
        }
    }

    @Test
    void theFirstFrameOfAGifIsShown() throws IOException {
        Path gif = write("picture", "gif", PictureMaker.quarters(120, 90));
        assertEquals(new Dimensions(120, 90), HeaderProbe.probe(gif).stored());
        BufferedImage image = render(gif, SMALL, ImageFormat.JPEG);
        assertEquals(new Dimensions(60, 45), new Dimensions(image.getWidth(), image.getHeight()));
        assertEquals(Color.RED.getRed(), colour(image, 10, 10).getRed(), 3);
    }

    @Test
    void theScreenSizesOfOldGifsAreNotBelieved() throws IOException {
        byte[] gif = Files.readAllBytes(write("screen", "gif", PictureMaker.quarters(120, 90)));
        gif[6] = (byte) (640 & 0xff);
        gif[7] = (byte) (640 >> 8);
        gif[8] = (byte) (480 & 0xff);
        gif[9] = (byte) (480 >> 8);
        Path file = Files.write(folder.resolve("old.gif"), gif);
        assertEquals(new Dimensions(120, 90), HeaderProbe.probe(file).stored());
        prove(file);
    }

    @Test
    void everyFormatIsProvedToItsEnd() throws IOException {
        Path png = write("whole", "png", PictureMaker.photo(300, 200, 1));
        Path webp = make(png, new Size.Fit(300, 200), ImageFormat.WEBP);
        for (Path file : List.of(png, webp, write("whole", "gif", PictureMaker.quarters(300, 200)))) {
            prove(file);
            byte[] bytes = Files.readAllBytes(file);
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, bytes.length * 2 / 3));
            assertRefused(cut);
        }
    }

    private void assertRefused(Path file) {
        assertThrows(FailureException.class, () -> prove(file), file::toString);
    }

    private void prove(Path file) {
        RenditionPlan plan = RenditionPlan.proof(HeaderProbe.probe(file));
        engine.render(file, plan, folder.resolve("proof.jpeg"), new RenderControl());
    }

    @Test
    void anAvifIsTakenWithWhatIsTransparentInIt() throws IOException {
        Path avif = make(write("png", "png", halfTransparent()), new Size.Fit(120, 80), ImageFormat.AVIF);
        assertTrue(HeaderProbe.probe(avif).has(Trait.ALPHA));
        prove(avif);
        assertEquals(0, alpha(render(avif, SMALL, ImageFormat.PNG), 50, 20));
        assertEquals(
                Color.RED.getRed(),
                colour(render(avif, SMALL, ImageFormat.PNG), 10, 20).getRed(),
                8);
        assertEquals(Color.WHITE, colour(render(avif, SMALL, ImageFormat.JPEG), 50, 20));
    }

    /// Behind the end of the plain picture lies another with the gain, which is announced in its metadata.
    @Test
    void anUltraHdrPhotoIsShownAsItsPlainPicture() throws IOException {
        byte[] plain = PictureMaker.jpeg(PictureMaker.photo(300, 200, 4));
        byte[] announcement = JpegSegments.segment(
                0xE1,
                ("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
                                + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description"
                                + " xmlns:hdrgm='http://ns.adobe.com/hdr-gain-map/1.0/' hdrgm:Version='1.0'"
                                + " hdrgm:GainMapMax='2.5'/></rdf:RDF></x:xmpmeta>")
                        .getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream ultra = new ByteArrayOutputStream();
        ultra.writeBytes(JpegSegments.insert(plain, announcement));
        ultra.writeBytes(JpegSegments.insert(PictureMaker.jpeg(PictureMaker.photo(75, 50, 5)), announcement));
        Path hdr = Files.write(folder.resolve("ultra.jpeg"), ultra.toByteArray());
        Path same = Files.write(folder.resolve("plain.jpeg"), plain);
        prove(hdr);
        assertArrayEquals(
                Files.readAllBytes(make(same, SMALL, ImageFormat.JPEG)),
                Files.readAllBytes(make(hdr, SMALL, ImageFormat.JPEG)));
    }

    @Test
    void losslessFormatsComeOutAsTheyWentIn() throws IOException {
        BufferedImage photo = PictureMaker.photo(50, 40, 3);
        BufferedImage image = render(write("same", "png", photo), SMALL, ImageFormat.PNG);
        assertArrayEquals(photo.getRGB(0, 0, 50, 40, null, 0, 50), image.getRGB(0, 0, 50, 40, null, 0, 50));
    }

    @Test
    void ofAllMetadataOnlyTheCopyrightIsKept() throws IOException {
        byte[] plain = PictureMaker.jpeg(PictureMaker.photo(200, 100, 2));
        byte[] exif = ExifSample.withCopyrightAndPosition("(c) 2026 Ann Example");
        Path photo = Files.write(folder.resolve("exif.jpeg"), JpegSegments.insert(plain, exif));
        for (ImageFormat format : List.of(ImageFormat.JPEG, ImageFormat.WEBP, ImageFormat.PNG, ImageFormat.AVIF)) {
            String text = Files.readString(make(photo, SMALL, format), StandardCharsets.ISO_8859_1);
            assertTrue(text.contains("(c) 2026 Ann Example"), () -> "copyright in " + format);
            assertFalse(text.contains("SecretCamera"), () -> "camera in " + format);
            assertFalse(text.contains("SecretPlace"), () -> "place in " + format);
        }
    }

    /// It was looked for under another name, and so left in; the encoder refused the picture for its key.
    @Test
    void aTextOfAPngWhoseKeyIsNoUtf8IsNotKeptEither() throws IOException {
        byte[] plain = PictureMaker.png(PictureMaker.photo(200, 100, 2));
        byte[] segment = ExifSample.withCopyrightAndPosition("(c) 2026 Ann Example");
        byte[] exif = Arrays.copyOfRange(segment, 4 + 6, segment.length);
        for (String key : List.of("Pr\u00fcfer", "\u009f\u0019")) {
            byte[] text = (key + "\0SecretExaminer").getBytes(StandardCharsets.ISO_8859_1);
            byte[] marked = PngChunks.insert(PngChunks.insert(plain, "eXIf", exif), "tEXt", text);
            Path made = make(Files.write(folder.resolve("texts.png"), marked), SMALL, ImageFormat.PNG);
            String all = Files.readString(made, StandardCharsets.ISO_8859_1);
            assertTrue(all.contains("(c) 2026 Ann Example"));
            assertFalse(all.contains("SecretExaminer"));
        }
    }

    @Test
    void withoutACopyrightThereIsNoMetadataAtAll() throws IOException {
        byte[] plain = PictureMaker.jpeg(PictureMaker.photo(200, 100, 2));
        Path photo = Files.write(folder.resolve("exif.jpeg"), JpegSegments.insert(plain, JpegSegments.exif(6)));
        String text = Files.readString(make(photo, SMALL, ImageFormat.JPEG), StandardCharsets.ISO_8859_1);
        assertFalse(text.contains("Exif"));
    }

    private BufferedImage render(Path source, Size size, ImageFormat format) throws IOException {
        return Objects.requireNonNull(ImageIO.read(make(source, size, format).toFile()));
    }

    private Path make(Path source, Size size, ImageFormat format) throws IOException {
        Path target = folder.resolve("made-" + source.getFileName() + "." + format.extension());
        ImageHeader header = HeaderProbe.probe(source);
        engine.render(source, RenditionPlan.of(header, size, format), target, new RenderControl());
        assertEquals(format, HeaderProbe.probe(target).format());
        assertEquals(header.upright().scaledTo(size), HeaderProbe.probe(target).stored());
        return target;
    }

    private Path write(String name, String format, BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, format, bytes));
        return Files.write(folder.resolve(name + "." + format), bytes.toByteArray());
    }

    private static Color colour(BufferedImage image, int x, int y) {
        return new Color(image.getRGB(x, y));
    }

    private static int alpha(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) >>> 24;
    }
}
