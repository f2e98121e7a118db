package org.huimages.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huimages.catalog.State;
import org.huimages.catalog.Tombstone;
import org.huimages.failure.FailureException;
import org.huimages.pixel.Focal;
import org.huimages.rendition.RenditionCache;
import org.huimages.rendition.RenditionKey;
import org.huimages.stock.Stock;
import org.huimages.testkit.Samples;
import org.huimages.testkit.WatchedCatalog;
import org.huimages.testkit.WatchedOriginalStore;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.huimages.url.Size;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EchoTest {
    private static final ImageId ID = Samples.id(1);
    private static final Size FIT = new Size.Fit(240, 160);
    private static final Size CROP = new Size.Exact(75, 75);

    @TempDir
    Path folder;

    private final WatchedCatalog catalog = new WatchedCatalog();
    private RenditionCache cache;
    private Echo echo;

    @BeforeEach
    void open() throws IOException {
        cache = RenditionCache.open(folder.resolve("cache"), List.of());
        echo = new Echo(new Stock(new WatchedOriginalStore(), catalog), cache);
        catalog.save(Samples.document(1));
        for (Size size : List.of(FIT, CROP)) {
            Path file = cache.file(key(size));
            Files.createDirectories(file.getParent());
            Files.writeString(file, "made");
        }
    }

    private static RenditionKey key(Size size) {
        return new RenditionKey(ID, size, ImageFormat.JPEG);
    }

    private void set(State state) {
        catalog.update(ID, document -> document.with(state));
    }

    @Test
    void whatIsDeletedHiddenOrErasedElsewhereIsGone() throws IOException {
        Tombstone stone = new Tombstone(Samples.EARLIER, "", "ann", false);
        for (Runnable change : List.<Runnable>of(
                () -> set(State.FINE.withTombstone(Optional.of(stone))),
                () -> set(State.FINE.withHidden(true)),
                () -> catalog.erase(ID))) {
            open();
            set(State.FINE);
            change.run();
            echo.changed(Set.of(ID));
            assertFalse(cache.holdsAnyOf(ID));
        }
    }

    @Test
    void otherChangesLeaveEverythingWhereItIs() {
        catalog.update(ID, document -> document.modifiedAt(Samples.EARLIER));
        echo.changed(Set.of(ID, Samples.id(2)));
        assertTrue(cache.holds(key(FIT)) && cache.holds(key(CROP)));
    }

    @Test
    void aNewFocusTakesTheCropsAndTheNextChangeDoesNot() throws IOException {
        catalog.update(ID, document -> document.with(document.focus().movedTo(Optional.of(new Focal(0.1, 0.9)))));
        echo.changed(Set.of(ID));
        assertTrue(cache.holds(key(FIT)));
        assertFalse(cache.holds(key(CROP)));
        Files.writeString(cache.file(key(CROP)), "made anew");
        echo.changed(Set.of(ID));
        assertTrue(cache.holds(key(CROP)));
    }

    @Test
    void whatIsNotHeldIsNotAskedFor() {
        int finds = catalog.finds();
        echo.changed(Set.of(Samples.id(2), Samples.id(3)));
        assertEquals(finds, catalog.finds());
    }

    @Test
    void whileTheCatalogCannotBeAskedNothingIsDone() {
        catalog.fails();
        assertThrows(FailureException.class, () -> echo.changed(Set.of(ID)));
        assertTrue(cache.holds(key(FIT)));
    }
}
