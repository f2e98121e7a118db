package org.huimages.vips;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.huimages.testkit.GoldenPictures;
import org.huimages.testkit.Likeness;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.Pixels;
import org.huimages.testkit.Reference;
import org.huimages.url.Dimensions;
import org.huimages.url.Size;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Scaled pictures look like those that are decoded in full and scaled with Lanczos, by every factor from
/// 1.08 to 33, though the engine lets the decoder do what it can.
class GoldenScaleTest {
    /// Edges that no decoder's shrinking divides: the broken pixel at the end must not make the picture
    /// drift.
    private static final Dimensions ODD = new Dimensions(1733, 1171);

    private static final Dimensions EVEN = new Dimensions(1736, 1176);
    private static final Dimensions LARGE = new Dimensions(3303, 2479);

    private static final List<Size> SIZES = List.of(
            new Size.Exact(75, 75),
            new Size.Fit(240, 160),
            new Size.Fit(333, 1000),
            new Size.Fit(640, 480),
            new Size.Fit(801, 601));

    /// By a factor of 1.08; these take longest.
    private static final List<Size> LARGEST = List.of(new Size.Fit(1600, 1200));

    @TempDir
    static Path work;

    private static GoldenEngine engine;

    @BeforeAll
    static void open() {
        engine = new GoldenEngine(work);
    }

    /// What is in the pictures.
    private enum Kind {
        PHOTO,
        TEXTURE,
        GRADIENT,
        TEXT,
        COLOURED_TEXT,
        SOFT_EDGES;

        /// What is reached from factor 4 on, where a picture is made smaller in two goes, since one filter over
        /// all would cost several times as much: first by the decoder or by means of whole pixels, then by
        /// Lanczos. Strokes of one black pixel on white come out softer by that than in the reference;
        /// photographs have nothing so sharp, and reach what is reached below factor 4.
        Likeness inTwoGoes() {
            return switch (this) {
                case PHOTO, TEXTURE, GRADIENT -> Likeness.GATE;
                case TEXT -> new Likeness(33, 0.975);
                case COLOURED_TEXT -> new Likeness(38, 0.994);
                case SOFT_EDGES -> new Likeness(38, 0.992);
            };
        }

        Pixels picture(Dimensions size) {
            return switch (this) {
                case PHOTO -> Pixels.of(PictureMaker.photo(size.width(), size.height(), 1));
                case TEXTURE -> GoldenPictures.texture(size, 1);
                case GRADIENT -> GoldenPictures.gradient(size);
                case TEXT -> GoldenPictures.text(size, Color.WHITE, Color.BLACK, 1);
                case COLOURED_TEXT -> GoldenPictures.text(size, new Color(40, 60, 160), new Color(250, 220, 40), 1);
                case SOFT_EDGES -> GoldenPictures.softEdges(size, 1);
            };
        }
    }

    @TestFactory
    Stream<DynamicNode> jpegsLookLikeTheReference() {
        return Stream.of(
                        sources(ODD, Kind.PHOTO, Kind.TEXTURE, Kind.GRADIENT, Kind.TEXT, Kind.COLOURED_TEXT),
                        sources(EVEN, Kind.PHOTO),
                        sources(LARGE, Kind.PHOTO, Kind.TEXTURE, Kind.TEXT))
                .flatMap(sources -> sources)
                .map(source -> source.tests("jpeg", PictureMaker::jpeg, SIZES));
    }

    @TestFactory
    Stream<DynamicNode> jpegsMadeHardlySmallerLookLikeTheReference() {
        return sources(ODD, Kind.PHOTO, Kind.TEXT).map(source -> source.tests("jpeg", PictureMaker::jpeg, LARGEST));
    }

    @TestFactory
    Stream<DynamicNode> pngsLookLikeTheReference() {
        return sources(ODD, Kind.PHOTO, Kind.TEXT, Kind.SOFT_EDGES)
                .map(source -> source.tests("png", PictureMaker::png, SIZES));
    }

    @TestFactory
    Stream<DynamicNode> pngsMadeHardlySmallerLookLikeTheReference() {
        return sources(ODD, Kind.SOFT_EDGES).map(source -> source.tests("png", PictureMaker::png, LARGEST));
    }

    private static Stream<Source> sources(Dimensions size, Kind... kinds) {
        return Stream.of(kinds).map(kind -> new Source(kind, size));
    }

    private record Source(Kind kind, Dimensions size) {
        DynamicNode tests(String format, Function<BufferedImage, byte[]> writer, List<Size> sizes) {
            byte[] file = writer.apply(kind.picture(size).image());
            Pixels decoded = Reference.decode(file);
            String name =
                    "%s-%dx%d-%s".formatted(kind.name().toLowerCase(Locale.ROOT), size.width(), size.height(), format);
            return dynamicContainer(
                    name,
                    sizes.stream()
                            .map(to -> dynamicTest(to.text(), () -> {
                                engine.assertLike(Reference.rendition(decoded, to), name, file, to, least(to));
                            })));
        }

        private Likeness least(Size to) {
            Dimensions target =
                    to instanceof Size.Exact(int width, int height) ? size.cover(width, height) : size.scaledTo(to);
            return size.width() >= 4 * target.width() ? kind.inTwoGoes() : Likeness.GATE;
        }
    }
}
