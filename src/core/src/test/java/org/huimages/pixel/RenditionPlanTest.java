package org.huimages.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.huimages.header.ImageHeader;
import org.huimages.header.ImageHeader.Colour;
import org.huimages.header.Orientation;
import org.huimages.level.Level;
import org.huimages.pixel.Step.Area;
import org.huimages.pixel.Step.Crop;
import org.huimages.pixel.Step.CutOut;
import org.huimages.pixel.Step.Decode;
import org.huimages.pixel.Step.Encode;
import org.huimages.pixel.Step.Flatten;
import org.huimages.pixel.Step.Measure;
import org.huimages.pixel.Step.Scale;
import org.huimages.pixel.Step.ScaleJpeg;
import org.huimages.pixel.Step.ToSrgb;
import org.huimages.pixel.Step.Turn;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RenditionPlanTest {
    private static final Decode DECODE = new Decode(false);
    private static final Encode ENCODE = new Encode(ImageFormat.JPEG, 82);

    @Test
    void aPictureIsDecodedScaledAndEncoded() {
        assertEquals(List.of(DECODE, scaled(213, 160), ENCODE), steps(photo(4000, 3000), new Size.Fit(240, 160)));
    }

    @Test
    void fromALevelThePictureIsTheSameInSizeCropAndTurning() {
        ImageHeader original = turned(4037, 3023, Orientation.TURN_RIGHT);
        ImageHeader file = photo(504, 377);
        LevelSource level = new LevelSource(original, ImageFormat.JPEG, new Level(8), file);
        assertTrue(level.isSound());
        List<Step> direct = RenditionPlan.of(original, new Size.Exact(75, 75), ImageFormat.JPEG)
                .steps();
        List<Step> fromLevel = RenditionPlan.of(level, new Size.Exact(75, 75), ImageFormat.JPEG, Focal.CENTRE)
                .steps();
        ScaleJpeg scale = (ScaleJpeg) direct.get(1);
        assertEquals(
                List.of(new Decode(true), new ScaleJpeg(scale.target(), new Dimensions(4037, 3023), 8)),
                fromLevel.subList(0, 2));
        assertEquals(direct.subList(2, direct.size()), fromLevel.subList(2, fromLevel.size()));
    }

    /// Others than decoders of JPEG scale to whole pixels and leave nothing out.
    @Test
    void aLevelOfWhatIsNoJpegCoversWhatItsPixelsDo() {
        LevelSource level = new LevelSource(photo(4037, 3023), ImageFormat.AVIF, new Level(8), photo(504, 377));
        assertEquals(new Dimensions(4032, 3016), level.covered());
    }

    @Test
    void aLevelOfAnotherSizeIsNotSound() {
        assertFalse(new LevelSource(photo(4037, 3023), ImageFormat.JPEG, new Level(8), photo(505, 377)).isSound());
    }

    @Test
    void aLevelIsMadeByTheDecoderOfAJpegAlone() {
        assertEquals(
                List.of(new Decode(true), new Step.Shrink(2), new Step.EncodeLevel(88)),
                RenditionPlan.level(photo(4000, 3000), 2, true).steps());
    }

    /// A job is let in for the first alone.
    @ParameterizedTest
    @CsvSource({"4000, 3000", "4000, 450", "850, 850", "65535, 1900", "7600, 70"})
    void aLevelThatIsMadeOfALevelTakesNoMoreMemory(int width, int height) {
        ImageHeader original = photo(width, height);
        for (int by = 2; by <= 8; by *= 2) {
            Dimensions first = new Dimensions(width / by, height / by);
            long memory = RenditionPlan.level(original, by, true).memory();
            for (int again = 2; again <= 8; again *= 2) {
                assertTrue(RenditionPlan.level(original.ofLevel(first), again, false)
                                .memory()
                        <= memory);
            }
        }
    }

    @Test
    void aSmallPictureIsNotEnlargedToFit() {
        assertEquals(
                List.of(DECODE, new ScaleJpeg(new Dimensions(100, 60), new Dimensions(100, 60), 1), ENCODE),
                steps(photo(100, 60), new Size.Fit(800, 600)));
    }

    @Test
    void anExactSizeIsCroppedFromTheMiddle() {
        assertEquals(
                List.of(DECODE, scaled(100, 75), new Crop(new Area(12, 0, 75, 75)), ENCODE),
                steps(photo(4000, 3000), new Size.Exact(75, 75)));
        assertEquals(
                List.of(
                        DECODE,
                        new ScaleJpeg(new Dimensions(75, 100), new Dimensions(30, 40), 1),
                        new Crop(new Area(0, 12, 75, 75)),
                        ENCODE),
                steps(photo(30, 40), new Size.Exact(75, 75)));
    }

    @Test
    void anExactSizeOfTheSameAspectIsNotCropped() {
        assertEquals(List.of(DECODE, scaled(80, 60), ENCODE), steps(photo(4000, 3000), new Size.Exact(80, 60)));
    }

    @ParameterizedTest
    @EnumSource(names = {"TRANSPOSED", "TURN_RIGHT", "TRANSVERSED", "TURN_LEFT"})
    void aPictureOnItsSideIsScaledLyingThenTurned(Orientation orientation) {
        assertEquals(
                List.of(DECODE, scaled(160, 120), new Turn(orientation), ENCODE),
                steps(turned(4000, 3000, orientation), new Size.Fit(240, 160)));
        assertEquals(
                List.of(DECODE, scaled(100, 75), new Turn(orientation), new Crop(new Area(0, 12, 75, 75)), ENCODE),
                steps(turned(4000, 3000, orientation), new Size.Exact(75, 75)));
    }

    @ParameterizedTest
    @EnumSource(names = {"MIRRORED", "UPSIDE_DOWN", "UPSIDE_DOWN_MIRRORED"})
    void aPictureOnItsHeadKeepsItsBox(Orientation orientation) {
        assertEquals(
                List.of(DECODE, scaled(213, 160), new Turn(orientation), ENCODE),
                steps(turned(4000, 3000, orientation), new Size.Fit(240, 160)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Colour.class,
            names = {"PROFILED", "CMYK"})
    void coloursAreConvertedOnceThePictureIsSmall(Colour colour) {
        ImageHeader header = header(4000, 3000, Orientation.TURN_LEFT, colour);
        assertEquals(
                List.of(DECODE, scaled(160, 120), new ToSrgb(true), new Turn(Orientation.TURN_LEFT), ENCODE),
                steps(header, new Size.Fit(240, 160)));
    }

    @Test
    void aProofIsStrictAndSmall() {
        assertEquals(
                List.of(new Decode(true), scaled(64, 48), ENCODE),
                RenditionPlan.proof(photo(4000, 3000)).steps());
    }

    @Test
    void aLineOfPixelsIsCutBeforeItIsEnlarged() {
        assertEquals(
                List.of(DECODE, new CutOut(new Area(32_767, 0, 1, 1)), new Scale(new Dimensions(4096, 4096)), ENCODE),
                steps(photo(65_535, 1), new Size.Exact(4096, 4096)));
    }

    @Test
    void aCutIsMadeInTheStoredPictureSoItsBoxLiesToo() {
        assertEquals(
                List.of(
                        DECODE,
                        new CutOut(new Area(31_743, 0, 2048, 1)),
                        new Scale(new Dimensions(4096, 2)),
                        new Turn(Orientation.TURN_RIGHT),
                        ENCODE),
                steps(turned(65_535, 1, Orientation.TURN_RIGHT), new Size.Exact(2, 4096)));
    }

    /// Turned, it would have been held in memory as a picture of 65281 by 4096: 800 MB and eight seconds.
    @Test
    void aPanoramaIsNotEnlargedToHundredsOfMegabytesForItsMiddle() {
        List<Step> steps = steps(turned(4096, 257, Orientation.TURN_RIGHT), new Size.Exact(4096, 4096));
        assertInstanceOf(CutOut.class, steps.get(1));
        assertEquals(new Scale(new Dimensions(4096, 4096)), steps.get(2));
    }

    @Test
    void anyEdgeThatASettingMayAllowCanBePlanned() {
        Size huge = new Size.Exact(999_999_999, 999_999_999);
        assertTrue(steps(photo(65_535, 1), huge).contains(new Scale(new Dimensions(999_999_999, 999_999_999))));
    }

    @Test
    void anOriginalIsNeverRendered() {
        assertThrows(IllegalArgumentException.class, () -> steps(photo(1, 1), new Size.Original()));
    }

    @Test
    void aPlanCanBeReadAloud() {
        assertEquals(
                "decode, scale to 10x8, encode as jpeg 82",
                RenditionPlan.of(photo(40, 30), new Size.Fit(10, 10), ImageFormat.JPEG)
                        .toString());
        assertEquals(
                "decode, scale to 100x75, convert to sRGB by its profile, turn upright from EXIF 6,"
                        + " crop to 75x75 from 0, 12, encode as webp 80",
                RenditionPlan.of(
                                header(4000, 3000, Orientation.TURN_RIGHT, Colour.PROFILED),
                                new Size.Exact(75, 75),
                                ImageFormat.WEBP)
                        .toString());
    }

    @Test
    void aCropKeepsTheFocalPointInItsMiddleAsFarAsTheEdgesLetIt() {
        assertEquals(new Crop(new Area(25, 0, 75, 75)), lastCrop(photo(4000, 3000), new Focal(1, 0.5)));
        assertEquals(new Crop(new Area(0, 0, 75, 75)), lastCrop(photo(4000, 3000), new Focal(0, 0)));
        assertEquals(new Crop(new Area(22, 0, 75, 75)), lastCrop(photo(4000, 3000), new Focal(0.6, 0.9)));
        assertEquals(new Crop(new Area(0, 2, 75, 75)), lastCrop(photo(3000, 4000), new Focal(0.1, 0.4)));
    }

    @Test
    void theFocalPointIsThatOfTheUprightPicture() {
        assertEquals(
                new Crop(new Area(0, 25, 75, 75)),
                lastCrop(turned(4000, 3000, Orientation.TURN_RIGHT), new Focal(0.5, 1)));
    }

    /// The left end of the upright panorama is the lower end of a picture stored for turning right.
    @Test
    void aCutFollowsTheFocalPointIntoTheStoredPicture() {
        assertEquals(
                new CutOut(new Area(0, 8191, 1, 8191)),
                cut(turned(1, 16_382, Orientation.TURN_RIGHT), new Focal(0, 0)));
        assertEquals(
                new CutOut(new Area(0, 0, 1, 8191)), cut(turned(1, 16_382, Orientation.TURN_RIGHT), new Focal(1, 0)));
        assertEquals(new CutOut(new Area(0, 0, 8191, 1)), cut(photo(16_382, 1), new Focal(0.1, 0)));
    }

    private static Step cut(ImageHeader header, Focal focal) {
        return RenditionPlan.of(header, new Size.Exact(8_191_000, 1000), ImageFormat.JPEG, focal)
                .steps()
                .get(1);
    }

    private static Step lastCrop(ImageHeader header, Focal focal) {
        List<Step> steps = RenditionPlan.of(header, new Size.Exact(75, 75), ImageFormat.JPEG, focal)
                .steps();
        return steps.get(steps.size() - 2);
    }

    @Test
    void stepsAreACopyAndCannotBeChanged() {
        List<Step> steps = new ArrayList<>(List.of(DECODE));
        RenditionPlan plan = new RenditionPlan(steps, 0);
        steps.add(ENCODE);
        assertEquals(List.of(DECODE), plan.steps());
    }

    @Property(tries = 20_000)
    void theGeometryComesOutAsForecastAndNothingIsCutOutside(
            @ForAll("headers") ImageHeader header, @ForAll("sizes") Size size, @ForAll("focals") Focal focal) {
        List<Step> steps =
                RenditionPlan.of(header, size, ImageFormat.JPEG, focal).steps();
        assertEquals(header.upright().scaledTo(size), followed(header.stored(), steps));
    }

    @Property(tries = 2_000)
    void aProofKeepsTheRulesToo(@ForAll("headers") ImageHeader header) {
        Dimensions proof = followed(header.stored(), RenditionPlan.proof(header).steps());
        assertEquals(header.upright().fit(64, 64), proof);
    }

    @Property(tries = 5_000)
    void noStepHoldsMuchMoreThanSourceAndTarget(@ForAll("headers") ImageHeader header, @ForAll("sizes") Size size) {
        long bound = Math.max(
                64_000_000,
                Math.max(
                        header.stored().pixels(),
                        header.upright().scaledTo(size).pixels()));
        Dimensions current = header.stored();
        for (Step step : RenditionPlan.of(header, size, ImageFormat.JPEG).steps()) {
            current = after(step, current);
            assertTrue(current.pixels() <= bound, () -> step.words() + " for " + size);
        }
    }

    /// Walks through the steps as an engine would, and returns how large the picture is in the end.
    private static Dimensions followed(Dimensions stored, List<Step> steps) {
        assertInstanceOf(Decode.class, steps.getFirst());
        assertInstanceOf(Encode.class, steps.getLast());
        Dimensions current = stored;
        for (Step step : steps) {
            current = after(step, current);
        }
        return current;
    }

    private static Dimensions after(Step step, Dimensions before) {
        return switch (step) {
            case CutOut(Area area) -> cut(area, before);
            case Crop(Area area) -> cut(area, before);
            case Scale(Dimensions target) -> target;
            case ScaleJpeg jpeg -> jpeg.target();
            case Step.Shrink(int by) -> new Dimensions(before.width() / by, before.height() / by);
            case Turn(Orientation orientation) -> orientation.apply(before);
            case Decode decode -> before;
            case Measure(Dimensions expected) -> checked(expected, before);
            case ToSrgb toSrgb -> before;
            case Flatten flatten -> before;
            case Encode encode -> before;
            case Step.EncodeLevel level -> before;
        };
    }

    private static Dimensions checked(Dimensions expected, Dimensions before) {
        assertEquals(expected, before);
        return before;
    }

    private static Dimensions cut(Area area, Dimensions whole) {
        assertFalse(area.left() < 0 || area.top() < 0, area::toString);
        assertTrue(area.left() + area.width() <= whole.width(), () -> area + " of " + whole);
        assertTrue(area.top() + area.height() <= whole.height(), () -> area + " of " + whole);
        return new Dimensions(area.width(), area.height());
    }

    @Provide
    Arbitrary<ImageHeader> headers() {
        Arbitrary<Integer> edges = Arbitraries.oneOf(edges(65_535), edges(20), edges(5_000));
        return Combinators.combine(edges, edges, Arbitraries.of(Orientation.class), Arbitraries.of(Colour.class))
                .as(RenditionPlanTest::header);
    }

    @Provide
    Arbitrary<Size> sizes() {
        Arbitrary<Integer> edges = Arbitraries.oneOf(edges(4096), edges(20));
        return Arbitraries.oneOf(
                Combinators.combine(edges, edges).as(Size.Fit::new),
                Combinators.combine(edges, edges).as(Size.Exact::new));
    }

    @Provide
    Arbitrary<Focal> focals() {
        Arbitrary<Double> parts = Arbitraries.doubles().between(0, 1);
        return Combinators.combine(parts, parts).as(Focal::new);
    }

    private static Arbitrary<Integer> edges(int longest) {
        return Arbitraries.integers().between(1, longest);
    }

    private static List<Step> steps(ImageHeader header, Size size) {
        return RenditionPlan.of(header, size, ImageFormat.JPEG).steps();
    }

    /// Of a JPEG that lies as 4000x3000.
    private static ScaleJpeg scaled(int width, int height) {
        return new ScaleJpeg(new Dimensions(width, height), new Dimensions(4000, 3000), 1);
    }

    private static ImageHeader photo(int width, int height) {
        return turned(width, height, Orientation.UPRIGHT);
    }

    private static ImageHeader turned(int width, int height, Orientation orientation) {
        return header(width, height, orientation, Colour.PLAIN);
    }

    private static ImageHeader header(int width, int height, Orientation orientation, Colour colour) {
        return new ImageHeader(ImageFormat.JPEG, new Dimensions(width, height), orientation, colour, Set.of(), 1);
    }
}
