package org.huimages.rendition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import javax.imageio.ImageIO;
import org.huimages.catalog.Description;
import org.huimages.catalog.Facts;
import org.huimages.catalog.Focus;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.State;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.header.Orientation;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.Samples;
import org.huimages.testkit.couch.LegacyDatabase;
import org.huimages.testkit.couch.LegacyPicture;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.huimages.url.Size;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of pictures whose documents prove nothing: those of older systems.
@Timeout(30)
class UnprovenTest {
    private static final LegacyPicture TURNED = LegacyDatabase.TURNED.get(1);
    private static final LegacyPicture TIFF = LegacyDatabase.UNDECODED;

    @TempDir
    Path folder;

    private RenditionSetup setup;

    @BeforeEach
    void open() throws IOException {
        setup = new RenditionSetup(folder);
    }

    @AfterEach
    void nothingIsLeftUnfinished() throws IOException {
        setup.close();
    }

    private void store(ImageId id, byte[] bytes, State state) {
        try {
            setup.originals.put(id, Files.write(folder.resolve("new"), bytes));
        } catch (IOException failed) {
            throw FailureException.ofDisk(failed);
        }
        setup.catalog.save(new ImageDocument(
                id, Optional.empty(), Description.NONE, Samples.EARLIER, Samples.EARLIER, Focus.NONE, state, ""));
    }

    private void store(LegacyPicture picture) {
        store(picture.id(), picture.bytes(), State.FINE);
    }

    private Rendition get(ImageId id, Size size, ImageFormat format) {
        return setup.renditions
                .get(new RenditionKey(id, size, format), new Viewer("here", true))
                .join();
    }

    private Rendition small(LegacyPicture picture) {
        return get(picture.id(), new Size.Fit(24, 24), ImageFormat.JPEG);
    }

    private Rendition original(LegacyPicture picture, ImageFormat format) {
        return get(picture.id(), new Size.Original(), format);
    }

    private Failure refused(LegacyPicture picture) {
        return FailureException.of(assertThrows(CompletionException.class, () -> small(picture)));
    }

    private Facts facts(LegacyPicture picture) {
        return setup.catalog.find(picture.id()).flatMap(ImageDocument::facts).orElseThrow();
    }

    @Test
    void whatItIsIsWrittenDownAtFirstUse() throws Exception {
        store(TURNED);
        assertEquals(new Rendition.Ready(), small(TURNED));
        assertEquals(1, setup.originals.callers().size() - 1, "one fetch beside the put");
        Facts facts = facts(TURNED);
        assertEquals(
                new Facts(
                        ImageFormat.JPEG,
                        new Dimensions(64, 48),
                        Orientation.TURN_RIGHT,
                        TURNED.bytes().length,
                        sha256(TURNED.bytes())),
                facts);
        assertEquals(
                Samples.EARLIER, setup.catalog.find(TURNED.id()).orElseThrow().modified());
        assertEquals(new Rendition.OtherFormat(ImageFormat.JPEG), original(TURNED, ImageFormat.PNG));
    }

    @Test
    void whereItCannotBeWrittenDownItIsShownAllTheSame() throws Exception {
        store(TURNED);
        setup.catalog.failsToSave();
        assertEquals(new Rendition.Ready(), small(TURNED));
        assertEquals(new Rendition.Ready(), original(TURNED, ImageFormat.JPEG));
        assertEquals(2, setup.originals.callers().size(), "it was kept");
        assertEquals(
                Optional.empty(), setup.catalog.find(TURNED.id()).orElseThrow().facts());
    }

    @Test
    void aTiffIsSentAsItIsAndNeverDecoded() throws Exception {
        store(TIFF);
        assertEquals(new Rendition.OtherFormat(ImageFormat.TIFF), original(TIFF, ImageFormat.JPEG));
        assertEquals(new Rendition.Ready(), original(TIFF, ImageFormat.TIFF));
        assertArrayEquals(
                TIFF.bytes(),
                Files.readAllBytes(
                        setup.cache.file(new RenditionKey(TIFF.id(), new Size.Original(), ImageFormat.TIFF))));
        assertTrue(refused(TIFF) instanceof Failure.UnsupportedType);
        assertEquals(new Dimensions(30, 20), facts(TIFF).dimensions());
        assertEquals(List.of(), setup.engine.plans());
        assertEquals(State.FINE, setup.catalog.find(TIFF.id()).orElseThrow().state());
    }

    @Test
    void aBmpIsSentAsItIsAndNeverDecoded() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(PictureMaker.quarters(40, 30), "bmp", bytes));
        LegacyPicture bmp = new LegacyPicture(id(bytes.toByteArray()), "", "", "", bytes.toByteArray());
        store(bmp);
        assertEquals(new Rendition.OtherFormat(ImageFormat.BMP), original(bmp, ImageFormat.JPEG));
        assertEquals(new Rendition.Ready(), original(bmp, ImageFormat.BMP));
        assertArrayEquals(
                bmp.bytes(),
                Files.readAllBytes(setup.cache.file(new RenditionKey(bmp.id(), new Size.Original(), ImageFormat.BMP))));
        assertTrue(refused(bmp) instanceof Failure.UnsupportedType);
        assertEquals(new Dimensions(40, 30), facts(bmp).dimensions());
        assertEquals(List.of(), setup.engine.plans());
        assertEquals(State.FINE, setup.catalog.find(bmp.id()).orElseThrow().state());
    }

    /// Older systems took in whatever PIL could open: PCX, PPM, PSD, ...
    @Test
    void anOriginalOfAnyOtherKindIsSentToBeSaved() throws Exception {
        byte[] bytes = "P6 2 1 255 \1\2\3\4\5\6".getBytes(StandardCharsets.ISO_8859_1);
        LegacyPicture ppm = new LegacyPicture(id(bytes), "", "", "", bytes);
        store(ppm);
        assertEquals(new Rendition.OtherFormat(ImageFormat.OTHER), original(ppm, ImageFormat.JPEG));
        assertEquals(new Rendition.Ready(), original(ppm, ImageFormat.OTHER));
        assertArrayEquals(
                bytes,
                Files.readAllBytes(
                        setup.cache.file(new RenditionKey(ppm.id(), new Size.Original(), ImageFormat.OTHER))));
        ImageDocument document = setup.catalog.find(ppm.id()).orElseThrow();
        assertEquals(State.FINE, document.state());
        assertEquals(Optional.empty(), document.facts());
        assertTrue(refused(ppm) instanceof Failure.UnsupportedType);
    }

    @Test
    void aDamagedHeaderIsNotedOnceAndTheOriginalIsSentAllTheSame() throws Exception {
        byte[] cut = Arrays.copyOf(TURNED.bytes(), 40);
        LegacyPicture damaged = new LegacyPicture(id(cut), "", "", "", cut);
        store(damaged);
        assertTrue(refused(damaged) instanceof Failure.Unprocessable);
        ImageDocument noted = setup.catalog.find(damaged.id()).orElseThrow();
        assertTrue(noted.state().broken().isPresent());
        assertFalse(noted.state().unlisted());
        assertTrue(refused(damaged) instanceof Failure.Unprocessable);
        assertEquals(noted, setup.catalog.find(damaged.id()).orElseThrow());
        assertEquals(new Rendition.Ready(), original(damaged, ImageFormat.JPEG));
    }

    @Test
    void whatCannotBeDecodedIsNoted() {
        store(TURNED);
        setup.engine.does((plan, target, control) -> {
            throw new Failure.Unprocessable("no end").exception();
        });
        assertTrue(refused(TURNED) instanceof Failure.Unprocessable);
        assertEquals(
                "no end",
                setup.catalog
                        .find(TURNED.id())
                        .orElseThrow()
                        .state()
                        .broken()
                        .orElseThrow()
                        .why());
    }

    @Test
    void whatAStoreThatFailsDoesIsNotThePicturesFault() {
        store(TURNED);
        setup.originals.fails("down");
        assertTrue(refused(TURNED) instanceof Failure.Unavailable);
        setup.originals.heals();
        assertEquals(State.FINE, setup.catalog.find(TURNED.id()).orElseThrow().state());
        assertEquals(new Rendition.Ready(), small(TURNED));
    }

    @Test
    void otherBytesProveNothing() {
        LegacyPicture other = LegacyDatabase.DAMAGED;
        store(other.id(), TURNED.bytes(), State.FINE);
        assertEquals(new Rendition.Ready(), small(other));
        ImageDocument document = setup.catalog.find(other.id()).orElseThrow();
        assertEquals(Optional.empty(), document.facts());
        assertEquals(State.FINE, document.state());
    }

    @Test
    void aPrivateOneIsLookedAtWithoutBeingKept() throws Exception {
        store(TURNED.id(), TURNED.bytes(), State.FINE.withHidden(true));
        Rendition.Once once = (Rendition.Once) original(TURNED, ImageFormat.JPEG);
        assertArrayEquals(TURNED.bytes(), Files.readAllBytes(once.file()));
        once.discard();
        assertFalse(setup.cache.holds(once.key()));
        assertEquals(new Dimensions(64, 48), facts(TURNED).dimensions());
    }

    @Test
    void whatIsNoPictureAtAllIsRefused() {
        byte[] text = "GIF? No.".getBytes(StandardCharsets.UTF_8);
        LegacyPicture none = new LegacyPicture(id(text), "", "", "", text);
        store(none);
        assertTrue(refused(none) instanceof Failure.UnsupportedType);
    }

    private static ImageId id(byte[] bytes) {
        return ImageId.of(digest("SHA-1", bytes), "01");
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest("SHA-256", bytes));
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
