package org.huimages.rendition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.huimages.catalog.Description;
import org.huimages.catalog.Facts;
import org.huimages.catalog.Focus;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.State;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.header.HeaderProbe;
import org.huimages.header.Orientation;
import org.huimages.original.Sums;
import org.huimages.pixel.RenditionPlan;
import org.huimages.testkit.FakeEngine;
import org.huimages.testkit.JpegSegments;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.Samples;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.huimages.url.Size;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// While nobody says what has become of a picture, this server goes on with those that it has been showing.
@Timeout(30)
class CatalogDownTest {
    private static final byte[] PICTURE = JpegSegments.insert(
            PictureMaker.jpeg(PictureMaker.photo(320, 240, 1)), JpegSegments.exif(Orientation.TURN_RIGHT.exif()));

    @TempDir
    Path folder;

    private RenditionSetup setup;
    private ImageId id;

    @BeforeEach
    void open() throws Exception {
        setup = new RenditionSetup(folder);
        Path file = Files.write(folder.resolve("new"), PICTURE);
        id = ImageId.of(MessageDigest.getInstance("SHA-1").digest(PICTURE), Samples.CLUSTER);
        setup.originals.put(id, file);
        Sums sums = Sums.of(file);
        setup.catalog.save(new ImageDocument(
                id,
                Optional.of(new Facts(
                        ImageFormat.JPEG,
                        new Dimensions(240, 320),
                        Orientation.TURN_RIGHT,
                        sums.length(),
                        sums.sha256())),
                Description.NONE,
                Samples.EARLIER,
                Samples.EARLIER,
                Focus.NONE,
                State.FINE,
                ""));
    }

    @AfterEach
    void nothingIsLeftUnfinished() throws IOException {
        setup.close();
    }

    private RenditionKey key(int edge) {
        return new RenditionKey(id, new Size.Fit(edge, edge), ImageFormat.JPEG);
    }

    private Rendition get(RenditionKey key) {
        return setup.renditions.get(key, new Viewer("somebody", false)).join();
    }

    private Failure refused(RenditionKey key) {
        return FailureException.of(assertThrows(CompletionException.class, () -> get(key)));
    }

    @Test
    void aNewSizeIsMadeOfAnOriginalInTheCacheAsItAlwaysIs() throws IOException {
        get(key(100));
        setup.catalog.fails();
        setup.originals.fails("down too");
        assertEquals(new Rendition.Ready(), get(key(50)));
        RenditionPlan plan =
                RenditionPlan.of(HeaderProbe.probe(folder.resolve("new")), key(50).size(), ImageFormat.JPEG);
        assertEquals(plan.toString(), Files.readString(setup.cache.file(key(50))));
    }

    @Test
    void whatThisServerHasNotShownIsUnavailable() {
        setup.catalog.fails();
        assertInstanceOf(Failure.Unavailable.class, refused(key(50)));
        assertInstanceOf(
                Failure.Unavailable.class, refused(new RenditionKey(id, new Size.Original(), ImageFormat.JPEG)));
        assertEquals(List.of(), setup.engine.plans());
    }

    /// Its focal point is in the catalog, and crops are kept for long.
    @Test
    void cropsAreUnavailable() {
        get(key(100));
        setup.catalog.fails();
        RenditionKey crop = new RenditionKey(id, new Size.Exact(50, 50), ImageFormat.JPEG);
        assertInstanceOf(Failure.Unavailable.class, refused(crop));
        assertFalse(setup.cache.holds(crop));
    }

    @Test
    void whatIsHiddenIsNotInTheCacheAndUnavailable() throws IOException {
        setup.catalog.update(id, document -> document.with(State.FINE.withHidden(true)));
        Rendition.Once once = (Rendition.Once)
                setup.renditions.get(key(100), new Viewer("reader", true)).join();
        once.discard();
        setup.catalog.fails();
        assertInstanceOf(Failure.Unavailable.class, refused(key(50)));
    }

    /// Another server has deleted it, and that is heard while a size of it is made.
    @Test
    void whatIsTakenFromTheCacheMeanwhileDoesNotComeBack() {
        get(key(100));
        setup.catalog.fails();
        setup.engine.does((plan, target, control) -> {
            FakeEngine.write(plan, target, control);
            setup.cache.remove(id);
        });
        assertInstanceOf(Failure.Unavailable.class, refused(key(50)));
        assertFalse(setup.cache.holds(key(50)));
        setup.catalog.heals();
        setup.engine.does(FakeEngine::write);
        assertEquals(new Rendition.Ready(), get(key(50)));
    }

    @Test
    void whatTheCatalogSaysCountsAsSoonAsItSaysSomething() {
        get(key(100));
        setup.catalog.fails();
        setup.engine.does((plan, target, control) -> {
            FakeEngine.write(plan, target, control);
            setup.catalog.heals();
            setup.catalog.update(id, document -> document.with(State.FINE.withHidden(true)));
        });
        assertInstanceOf(Failure.Unavailable.class, refused(key(50)));
        assertFalse(setup.cache.holds(key(50)));
    }

    @Test
    void anOriginalInTheCacheIsSent() throws IOException {
        RenditionKey original = new RenditionKey(id, new Size.Original(), ImageFormat.JPEG);
        get(key(100));
        setup.catalog.fails();
        assertEquals(new Rendition.Ready(), get(original));
        assertArrayEquals(PICTURE, Files.readAllBytes(setup.cache.file(original)));
        assertEquals(
                new Rendition.OtherFormat(ImageFormat.JPEG),
                get(new RenditionKey(id, new Size.Original(), ImageFormat.PNG)));
        assertTrue(setup.catalog.finds() > 0);
    }
}
