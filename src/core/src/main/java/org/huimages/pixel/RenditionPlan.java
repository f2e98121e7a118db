package org.huimages.pixel;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huimages.header.ImageHeader;
import org.huimages.header.ImageHeader.Colour;
import org.huimages.header.ImageHeader.Trait;
import org.huimages.header.Orientation;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.Size;

/// The steps that make one rendition, in order: pure data, made by pure code, carried out by a [PixelEngine], in
/// another process if need be.
///
/// @param steps first [Step.Decode], last [Step.Encode] or [Step.EncodeLevel]
/// @param memory that an engine holds at once to carry them out, in bytes: an estimate on the safe side
public record RenditionPlan(List<Step> steps, long memory) implements Serializable {
    /// 4:2:0. The smallest quality at which photographs show no blocks at arm's length.
    private static final int JPEG_QUALITY = 82;

    private static final int WEBP_QUALITY = 80;
    private static final int AVIF_QUALITY = 55;

    /// What an upload is decoded to, to see that it can be: small to write, and still every byte is read.
    private static final Size.Fit PROOF = new Size.Fit(64, 64);

    /// Sixteen pixels, and few bytes: it stands in pages, and is only ever seen blurred.
    private static final Size.Fit PLACEHOLDER = new Size.Fit(16, 16);

    private static final int PLACEHOLDER_QUALITY = 40;

    /// Of a level. 4:4:4: of what the decoder makes smaller it does not throw colours away.
    private static final int LEVEL_QUALITY = 88;

    /// No decoder yields, and no engine is asked for, a longer edge (JPEG's own limit).
    private static final int LONGEST_EDGE = 65_535;

    /// Nor for more pixels than these to show a part of them: a turned picture is held in memory, 3 bytes a pixel.
    private static final long MOST_PIXELS = 64_000_000;

    public RenditionPlan {
        steps = List.copyOf(steps);
    }

    /// How to make a rendition of `size` from a file with this header. It has exactly the dimensions that
    /// [Dimensions#scaledTo] gives for the upright picture.
    ///
    /// @param focal what an exact size keeps in its middle
    /// @throws IllegalArgumentException for [Size.Original], which is never rendered
    public static RenditionPlan of(ImageHeader header, Size size, ImageFormat format, Focal focal) {
        return plan(header, false, format, scaling(header, size, focal));
    }

    /// The same, with the middle of the picture in the middle of a crop.
    public static RenditionPlan of(ImageHeader header, Size size, ImageFormat format) {
        return of(header, size, format, Focal.CENTRE);
    }

    /// How to make the same, as far as can be seen, from a level that is [large
    /// enough][org.huimages.level.Level#isGoodFor]. A level that
    /// is cut off is refused: there is the original.
    ///
    /// @throws IllegalArgumentException if the picture would have to be cut before it is scaled
    public static RenditionPlan of(LevelSource source, Size size, ImageFormat format, Focal focal) {
        RenditionPlan usual = of(source.original(), size, format, focal);
        Dimensions target = usual.scaled()
                .orElseThrow(() -> new IllegalArgumentException("a level is not cut before it is scaled: " + usual));
        List<Step> steps = new ArrayList<>(usual.steps);
        steps.set(0, new Step.Decode(true));
        steps.set(1, new Step.ScaleJpeg(target, source.covered(), source.level().shrink()));
        return new RenditionPlan(steps, WorkingSet.of(source.file(), target, format));
    }

    /// What the whole picture is scaled to, lying as it is stored: what a level has to be large enough for. Empty if
    /// it is not scaled as a whole.
    public Optional<Dimensions> scaled() {
        return switch (steps.get(1)) {
            case Step.Scale(Dimensions target) -> Optional.of(target);
            case Step.ScaleJpeg(Dimensions target, Dimensions _, int _) -> Optional.of(target);
            default -> Optional.empty();
        };
    }

    /// How to make a level.
    ///
    /// @param header of the file to make it from: the original, or a larger level
    /// @param by how many of its pixels, in a row and in a column, become one: 2, 4 or 8
    /// @param strict refuse what is cut off: an upload, which is proved by this
    public static RenditionPlan level(ImageHeader header, int by, boolean strict) {
        Dimensions stored = header.stored();
        Dimensions target = new Dimensions(stored.width() / by, stored.height() / by);
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Decode(strict));
        if (header.format() == ImageFormat.JPEG) {
            steps.add(new Step.Shrink(by));
        } else {
            steps.addAll(List.of(new Step.Measure(stored), new Step.Scale(target)));
        }
        steps.add(new Step.EncodeLevel(LEVEL_QUALITY));
        return new RenditionPlan(steps, WorkingSet.of(header, target, ImageFormat.JPEG));
    }

    /// How to prove that a file can be decoded to its end: strict, and small.
    public static RenditionPlan proof(ImageHeader header) {
        return plan(header, true, ImageFormat.JPEG, scaling(header, PROOF, Focal.CENTRE));
    }

    /// How to make a [org.huimages.catalog.Placeholder]: sixteen pixels wide or high, as WebP.
    public static RenditionPlan placeholder(ImageHeader header) {
        RenditionPlan usual = of(header, PLACEHOLDER, ImageFormat.WEBP);
        List<Step> steps = new ArrayList<>(usual.steps);
        steps.set(steps.size() - 1, new Step.Encode(ImageFormat.WEBP, PLACEHOLDER_QUALITY));
        return new RenditionPlan(steps, usual.memory);
    }

    /// The steps in words: `decode, scale to 213x160, encode as jpeg`.
    @Override
    public String toString() {
        return steps.stream().map(Step::words).collect(Collectors.joining(", "));
    }

    /// The format that comes out.
    ImageFormat output() {
        return steps.getLast() instanceof Step.Encode(ImageFormat format, int _) ? format : ImageFormat.JPEG;
    }

    private static RenditionPlan plan(ImageHeader header, boolean strict, ImageFormat format, Scaling scaling) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Decode(strict));
        if (strict && header.format() != ImageFormat.JPEG) {
            steps.add(new Step.Measure(header.stored()));
        }
        steps.addAll(scaling.before);
        steps.add(
                header.format() == ImageFormat.JPEG && scaling.before.isEmpty()
                        ? new Step.ScaleJpeg(scaling.target, header.stored(), 1)
                        : new Step.Scale(scaling.target));
        if (header.colour() != Colour.PLAIN || header.has(Trait.DEEP)) {
            steps.add(new Step.ToSrgb(header.colour() != Colour.PLAIN));
        }
        if (header.has(Trait.ALPHA) && format == ImageFormat.JPEG) {
            steps.add(new Step.Flatten());
        }
        if (header.orientation() != Orientation.UPRIGHT) {
            steps.add(new Step.Turn(header.orientation()));
        }
        steps.addAll(scaling.after);
        steps.add(new Step.Encode(format, quality(format)));
        return new RenditionPlan(steps, WorkingSet.of(header, scaling.target, format));
    }

    /// PNG has none; what stands there is not used.
    private static int quality(ImageFormat format) {
        return switch (format) {
            case WEBP -> WEBP_QUALITY;
            case AVIF -> AVIF_QUALITY;
            case JPEG, PNG, GIF, HEIC, TIFF, BMP, OTHER -> JPEG_QUALITY;
        };
    }

    private static Scaling scaling(ImageHeader header, Size size, Focal focal) {
        return switch (size) {
            case Size.Original() -> throw new IllegalArgumentException("an original is sent as it is");
            case Size.Fit(int width, int height) -> fit(header, width, height);
            case Size.Exact(int width, int height) -> exact(header, new Dimensions(width, height), focal);
        };
    }

    private static Scaling fit(ImageHeader header, int width, int height) {
        Dimensions target = header.upright().fit(width, height);
        return new Scaling(List.of(), header.orientation().apply(target), List.of());
    }

    private static Scaling exact(ImageHeader header, Dimensions box, Focal focal) {
        if (coverIsTooLarge(header.upright(), box)) {
            return cutFirst(header, box, focal);
        }
        Dimensions cover = header.upright().cover(box.width(), box.height());
        List<Step.Crop> crop =
                cover.equals(box) ? List.of() : List.of(new Step.Crop(Step.Area.around(focal, box, cover)));
        return new Scaling(List.of(), header.orientation().apply(cover), crop);
    }

    private static boolean coverIsTooLarge(Dimensions upright, Dimensions box) {
        double scale = Math.max((double) box.width() / upright.width(), (double) box.height() / upright.height());
        return Math.max(upright.width(), upright.height()) * scale > LONGEST_EDGE
                || upright.pixels() * scale * scale > MOST_PIXELS;
    }

    /// A line of pixels, enlarged to cover a box, would be a picture of millions by thousands: cut before scaling.
    /// The part is that which the box shows, so that the box, fitted back into the picture, gives its dimensions.
    private static Scaling cutFirst(ImageHeader header, Dimensions box, Focal focal) {
        Dimensions storedBox = header.orientation().apply(box);
        Dimensions part = within(header.stored(), storedBox);
        Step.Area area = Step.Area.around(focal.asStored(header.orientation()), part, header.stored());
        return new Scaling(List.of(new Step.CutOut(area)), storedBox, List.of());
    }

    /// The largest part of `whole` with the aspect ratio of `box`.
    private static Dimensions within(Dimensions whole, Dimensions box) {
        double scale = Math.min((double) whole.width() / box.width(), (double) whole.height() / box.height());
        return new Dimensions(
                Math.clamp(Math.round(box.width() * scale), 1, whole.width()),
                Math.clamp(Math.round(box.height() * scale), 1, whole.height()));
    }

    private record Scaling(List<Step.CutOut> before, Dimensions target, List<Step.Crop> after) {}
}
