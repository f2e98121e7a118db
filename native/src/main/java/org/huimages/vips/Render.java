package org.huimages.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import org.huimages.header.Orientation;
import org.huimages.pixel.RenderControl;
import org.huimages.pixel.RenditionPlan;
import org.huimages.pixel.Step;
import org.huimages.pixel.Step.Area;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.vips.VipsImages.VipsException;

/// One run through the steps of a plan. Everything native lives and ends with the arena.
final class Render {
    private final Functions functions;
    private final VipsImages images;
    private final Path source;
    private final Path target;
    private final RenderControl control;

    private boolean strict;
    private boolean byProfile;
    private MemorySegment image = MemorySegment.NULL;

    Render(Functions functions, Arena arena, Path source, Path target, RenderControl control) {
        this.functions = functions;
        this.images = new VipsImages(functions, arena);
        this.source = source;
        this.target = target;
        this.control = control;
    }

    void run(RenditionPlan plan) throws VipsException {
        List<Step> steps = plan.steps();
        byProfile = steps.contains(new Step.ToSrgb(true));
        for (Step step : steps) {
            control.check();
            run(step);
        }
    }

    private void run(Step step) throws VipsException {
        switch (step) {
            case Step.Decode(boolean isStrict) -> strict = isStrict;
            case Step.Measure(Dimensions expected) -> measure(expected);
            case Step.CutOut(Area area) -> image = images.cut(images.load(source, strict), area);
            case Step.Scale(Dimensions size) -> image = scale(size);
            case Step.ScaleJpeg jpeg -> image = scale(jpeg);
            case Step.Shrink(int by) -> image = images.loadJpeg(source, by, strict);
            case Step.ToSrgb(boolean itsProfile) ->
                image = itsProfile ? images.profileToSrgb(image) : images.toSrgb(image);
            case Step.Flatten() -> image = images.flattenOnWhite(image);
            case Step.Turn(Orientation orientation) -> image = turn(orientation);
            case Step.Crop(Area area) -> image = images.cut(image, area);
            case Step.Encode encode -> encode(encode);
            case Step.EncodeLevel(int quality) -> encodeLevel(quality);
        }
    }

    /// What the decoder sees has to be what the header promised: geometry and limits were worked out with that.
    private void measure(Dimensions expected) throws VipsException {
        image = images.load(source, strict);
        if (!images.dimensions(image).equals(expected)) {
            throw new VipsException("the decoder sees another size than the header tells");
        }
    }

    /// From the file where it can be: then the decoder scales too. Four inks are converted on the way.
    private MemorySegment scale(Dimensions size) throws VipsException {
        boolean fromFile = image.equals(MemorySegment.NULL);
        if (byProfile) {
            images.checkProfile(fromFile ? images.load(source, strict) : image);
        }
        return fromFile ? scaler().scale(size) : images.scale(image, size);
    }

    private MemorySegment scale(Step.ScaleJpeg jpeg) throws VipsException {
        if (byProfile) {
            images.checkProfile(images.load(source, strict));
        }
        return scaler().scale(jpeg);
    }

    private FileScaler scaler() {
        return new FileScaler(functions, images, source, strict);
    }

    /// The decoder gives rows from top to bottom; turning wants them otherwise, so the small picture is held
    /// first.
    private MemorySegment turn(Orientation orientation) throws VipsException {
        armed(image);
        return images.turn(images.copyToMemory(image), orientation);
    }

    private void encode(Step.Encode encode) throws VipsException {
        Metadata metadata = new Metadata(functions, image);
        boolean bare = !metadata.hasCopyright();
        if (!bare || writesOrientation(encode.format())) {
            image = metadata.withNothingElse(images);
        }
        armed(image);
        images.save(image, target, encode, bare);
    }

    private void encodeLevel(int quality) throws VipsException {
        image = new Metadata(functions, image).withProfileAndCopyright(images);
        armed(image);
        images.saveLevel(image, target, quality);
    }

    /// As part of the picture, whether or not metadata is left out: it would be turned a second time.
    private static boolean writesOrientation(ImageFormat format) {
        return format == ImageFormat.AVIF;
    }

    /// From now on a cancel stops the work on this picture. The pointer is alive until the arena closes, which
    /// happens after [RenderControl#disarm].
    private void armed(MemorySegment running) {
        MemorySegment forAnyThread = MemorySegment.ofAddress(running.address());
        control.arm(() -> Native.run(() -> {
            functions.vips_image_set_kill.invokeExact(forAnyThread, 1);
        }));
    }
}
