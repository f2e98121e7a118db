package org.huimages.vips;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.huimages.header.Orientation;
import org.huimages.testkit.Likeness;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.Pixels;
import org.huimages.testkit.Reference;
import org.huimages.url.Size;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// However a camera was held, the rendition looks like that of the upright picture.
class GoldenOrientationTest {
    private static final Pixels UPRIGHT = Pixels.of(PictureMaker.photo(803, 605, 2));

    @TempDir
    static Path work;

    private static GoldenEngine engine;

    @BeforeAll
    static void open() {
        engine = new GoldenEngine(work);
    }

    /// By factors with and without help from the decoder, and cut.
    @ParameterizedTest
    @EnumSource
    void turnedPicturesLookLikeUprightOnes(Orientation orientation) throws IOException {
        byte[] file = PictureMaker.jpeg(UPRIGHT.image(), orientation);
        Pixels upright = Reference.upright(Reference.decode(file), orientation);
        String name = "turned-" + orientation.name().toLowerCase(Locale.ROOT);
        for (Size size : List.of(new Size.Fit(401, 401), new Size.Fit(120, 160), new Size.Exact(75, 75))) {
            engine.assertLike(Reference.rendition(upright, size), name, file, size, Likeness.GATE);
        }
    }

    /// A picture that is turned wrongly would be noticed.
    @Test
    void noOrientationLooksLikeAnother() {
        for (Orientation one : Orientation.values()) {
            for (Orientation other : Orientation.values()) {
                if (one != other && one.swapsAxes() == other.swapsAxes()) {
                    Likeness likeness = Likeness.of(Reference.upright(UPRIGHT, one), Reference.upright(UPRIGHT, other));
                    assertFalse(likeness.reaches(new Likeness(20, 0)), () -> one + " and " + other + ": " + likeness);
                }
            }
        }
    }
}
