package org.huimages.vips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.header.HeaderProbe;
import org.huimages.header.ImageHeader;
import org.huimages.header.Orientation;
import org.huimages.level.Level;
import org.huimages.pixel.Focal;
import org.huimages.pixel.LevelSource;
import org.huimages.pixel.RenderControl;
import org.huimages.pixel.RenditionPlan;
import org.huimages.testkit.GoldenPictures;
import org.huimages.testkit.JpegSegments;
import org.huimages.testkit.Likeness;
import org.huimages.testkit.MatrixProfile;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.Pixels;
import org.huimages.testkit.Reference;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.Size;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What is made from levels cannot be told from what is made from originals.
class GoldenPyramidTest {
    private static final Likeness GATE = new Likeness(40, 0.99);
    private static final Focal ASIDE = new Focal(0.3, 0.6);

    private static final List<Size> SIZES = List.of(
            new Size.Exact(75, 75),
            new Size.Fit(150, 150),
            new Size.Fit(240, 160),
            new Size.Fit(320, 240),
            new Size.Fit(480, 320),
            new Size.Exact(500, 300),
            new Size.Fit(640, 480),
            new Size.Fit(800, 600),
            new Size.Fit(1024, 768));

    @TempDir
    static Path work;

    private static VipsEngine engine;

    @BeforeAll
    static void open() {
        engine = VipsEngine.open(Optional.empty(), work);
    }

    @TestFactory
    Stream<DynamicTest> aPhotoOfTwelveMegapixelsWhoseEdgesNothingDivides() throws IOException {
        return tests(9, PictureMaker.jpeg(PictureMaker.photo(4037, 3023, 1)));
    }

    @TestFactory
    Stream<DynamicTest> muchDetail() throws IOException {
        return tests(
                9,
                PictureMaker.jpeg(
                        GoldenPictures.texture(new Dimensions(3840, 2564), 2).image()));
    }

    @TestFactory
    Stream<DynamicTest> aPhotoOfTwoMegapixels() throws IOException {
        return tests(3, PictureMaker.jpeg(PictureMaker.photo(1920, 1280, 3)));
    }

    @TestFactory
    Stream<DynamicTest> aProgressiveOne() throws IOException {
        return tests(3, PictureMaker.progressiveJpeg(PictureMaker.photo(1733, 1171, 4)));
    }

    @TestFactory
    Stream<DynamicTest> oneThatLiesOnItsSide() throws IOException {
        return tests(3, PictureMaker.jpeg(PictureMaker.photo(1501, 2003, 5), Orientation.TURN_RIGHT));
    }

    @TestFactory
    Stream<DynamicTest> oneInOtherColours() throws IOException {
        byte[] file = PictureMaker.jpeg(PictureMaker.photo(1999, 1333, 6));
        return tests(3, JpegSegments.insert(file, JpegSegments.profile(MatrixProfile.ADOBE.file())));
    }

    @Test
    void aLevelThatIsTooSmallCanBeTold() throws IOException {
        Path original = Files.write(
                work.resolve("detailed"),
                PictureMaker.jpeg(
                        GoldenPictures.texture(new Dimensions(1640, 1230), 9).image()));
        Likeness likeness = Sample.of(original).likeness(new Level(2), new Size.Fit(640, 480));
        assertFalse(likeness.reaches(GATE), likeness::toString);
    }

    @Test
    void aLevelHasNothingOfTheOriginalsMetadataButProfileAndCopyright() throws IOException {
        byte[] file = PictureMaker.jpeg(PictureMaker.photo(1000, 900, 7), Orientation.TURN_RIGHT);
        Path original = Files.write(
                work.resolve("with-metadata"),
                JpegSegments.insert(file, JpegSegments.profile(MatrixProfile.ADOBE.file())));
        ImageHeader header = HeaderProbe.probe(original);
        Path level = Files.createTempFile(work, "level", "");
        engine.render(original, RenditionPlan.level(header, 2, true), level, new RenderControl());
        ImageHeader own = HeaderProbe.probe(level);
        assertEquals(new Dimensions(450, 500), own.stored());
        assertEquals(Orientation.UPRIGHT, own.orientation(), "it would be turned twice");
        assertEquals(ImageHeader.Colour.PROFILED, own.colour());
    }

    @Test
    void whatIsCutOffMakesNoLevelOfAnUpload() throws IOException {
        byte[] whole = PictureMaker.jpeg(PictureMaker.photo(1000, 900, 8));
        Path original = Files.write(work.resolve("cut-off"), Arrays.copyOf(whole, whole.length / 2));
        RenditionPlan plan = RenditionPlan.level(HeaderProbe.probe(original), 2, true);
        Path level = work.resolve("of-cut-off");
        FailureException refused =
                assertThrows(FailureException.class, () -> engine.render(original, plan, level, new RenderControl()));
        assertInstanceOf(Failure.Unprocessable.class, refused.failure());
        assertFalse(Files.exists(level));
    }

    /// It has no decoder that makes it smaller by itself.
    @TestFactory
    Stream<DynamicTest> oneThatIsNoJpeg() throws IOException {
        Path jpeg = Files.write(work.resolve("jpeg"), PictureMaker.jpeg(PictureMaker.photo(901, 703, 10)));
        Path avif = work.resolve("avif");
        engine.render(
                jpeg,
                RenditionPlan.of(HeaderProbe.probe(jpeg), new Size.Fit(1000, 1000), ImageFormat.AVIF),
                avif,
                new RenderControl());
        return tests(3, Files.readAllBytes(avif));
    }

    /// @param least how many of the sizes are made from a level
    private static Stream<DynamicTest> tests(int least, byte[] picture) throws IOException {
        Sample sample = Sample.of(Files.write(Files.createTempFile(work, "original", ""), picture));
        List<Size> sizes =
                SIZES.stream().filter(size -> sample.smallest(size).isPresent()).toList();
        assertTrue(sizes.size() >= least, () -> "only " + sizes);
        return sizes.stream().map(size -> dynamicTest(size.text(), () -> sample.assertAlike(size)));
    }

    private record Sample(Path original, ImageHeader header, Map<Level, Path> files) {
        static Sample of(Path original) throws IOException {
            ImageHeader header = HeaderProbe.probe(original);
            Map<Level, Path> files = new LinkedHashMap<>();
            Path source = original;
            int shrunk = 1;
            for (Level level : Level.of(header.stored())) {
                Path file = Files.createTempFile(work, "level", "");
                RenditionPlan plan = RenditionPlan.level(
                        HeaderProbe.probe(source), level.shrink() / shrunk, source.equals(original));
                engine.render(source, plan, file, new RenderControl());
                files.put(level, file);
                source = file;
                shrunk = level.shrink();
            }
            return new Sample(original, header, files);
        }

        /// By which it is made in earnest.
        Optional<Level> smallest(Size size) {
            Dimensions upright = header.upright();
            Dimensions scaled = header.orientation()
                    .apply(
                            size instanceof Size.Exact(int width, int height)
                                    ? upright.cover(width, height)
                                    : upright.scaledTo(size));
            return files.keySet().stream()
                    .filter(level -> level.isGoodFor(scaled, header.stored()))
                    .reduce((larger, smaller) -> smaller);
        }

        void assertAlike(Size size) throws IOException {
            Level level = smallest(size).orElseThrow();
            Likeness likeness = likeness(level, size);
            assertTrue(likeness.reaches(GATE), () -> size.text() + " from 1/" + level.shrink() + ": " + likeness);
        }

        /// Of what is made of the level to what is made of the original.
        Likeness likeness(Level level, Size size) throws IOException {
            Path file = Objects.requireNonNull(files.get(level), level::toString);
            ImageHeader own = HeaderProbe.probe(file);
            ImageHeader shown = own.inPlaceOf(header.stored(), header.orientation());
            LevelSource source = new LevelSource(shown, header.format(), level, own);
            assertTrue(source.isSound());
            Pixels direct = pixels(original, RenditionPlan.of(header, size, ImageFormat.PNG, ASIDE));
            Pixels fromLevel = pixels(file, RenditionPlan.of(source, size, ImageFormat.PNG, ASIDE));
            return Likeness.of(direct, fromLevel);
        }

        private static Pixels pixels(Path source, RenditionPlan plan) throws IOException {
            Path target = Files.createTempFile(work, "rendition", ".png");
            engine.render(source, plan, target, new RenderControl());
            return Reference.decode(Files.readAllBytes(target));
        }
    }
}
