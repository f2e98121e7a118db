package org.huimages.pixel;

import java.util.ArrayList;
import java.util.List;
import org.huimages.header.ImageHeader;
import org.huimages.header.ImageHeader.Colour;
import org.huimages.header.ImageHeader.Trait;
import org.huimages.header.Orientation;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.Size;

/// The steps that make one rendition, in order: pure data, made by pure code, carried out by a [PixelEngine].
///
/// @param steps first [Step.Decode], last [Step.Encode]
public record RenditionPlan(List<Step> steps) {
    /// 4:2:0. The smallest quality at which photographs show no blocks at arm's length.
    private static final int JPEG_QUALITY = 82;

    private static final int WEBP_QUALITY = 80;

    /// What an upload is decoded to, to see that it can be: small to write, and still every byte is read.
    private static final Size.Fit PROOF = new Size.Fit(64, 64);

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
    /// @throws IllegalArgumentException for [Size.Original], which is never rendered
    public static RenditionPlan of(ImageHeader header, Size size, ImageFormat format) {
        return plan(header, false, format, scaling(header, size));
    }

    /// How to prove that a file can be decoded to its end: strict, and small.
    public static RenditionPlan proof(ImageHeader header) {
        return plan(header, true, ImageFormat.JPEG, scaling(header, PROOF));
    }

    private static RenditionPlan plan(ImageHeader header, boolean strict, ImageFormat format, Scaling scaling) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Decode(strict));
        if (strict && header.format() != ImageFormat.JPEG) {
            steps.add(new Step.Measure(header.stored()));
        }
        steps.addAll(scaling.before);
        steps.add(new Step.Scale(scaling.target));
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
        return new RenditionPlan(steps);
    }

    private static int quality(ImageFormat format) {
        return format == ImageFormat.WEBP ? WEBP_QUALITY : JPEG_QUALITY;
    }

    private static Scaling scaling(ImageHeader header, Size size) {
        return switch (size) {
            case Size.Original() -> throw new IllegalArgumentException("an original is sent as it is");
            case Size.Fit(int width, int height) -> fit(header, width, height);
            case Size.Exact(int width, int height) -> exact(header, new Dimensions(width, height));
        };
    }

    private static Scaling fit(ImageHeader header, int width, int height) {
        Dimensions target = header.upright().fit(width, height);
        return new Scaling(List.of(), header.orientation().apply(target), List.of());
    }

    private static Scaling exact(ImageHeader header, Dimensions box) {
        if (coverIsTooLarge(header.upright(), box)) {
            return cutFirst(header, box);
        }
        Dimensions cover = header.upright().cover(box.width(), box.height());
        List<Step.Crop> crop = cover.equals(box) ? List.of() : List.of(new Step.Crop(Step.Area.centred(box, cover)));
        return new Scaling(List.of(), header.orientation().apply(cover), crop);
    }

    private static boolean coverIsTooLarge(Dimensions upright, Dimensions box) {
        double scale = Math.max((double) box.width() / upright.width(), (double) box.height() / upright.height());
        return Math.max(upright.width(), upright.height()) * scale > LONGEST_EDGE
                || upright.pixels() * scale * scale > MOST_PIXELS;
    }

    /// A line of pixels, enlarged to cover a box, would be a picture of millions by thousands: cut before scaling.
    /// The part is that which the box shows, so that the box, fitted back into the picture, gives its dimensions.
    private static Scaling cutFirst(ImageHeader header, Dimensions box) {
        Dimensions storedBox = header.orientation().apply(box);
        Dimensions part = within(header.stored(), storedBox);
        return new Scaling(List.of(new Step.CutOut(Step.Area.centred(part, header.stored()))), storedBox, List.of());
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
