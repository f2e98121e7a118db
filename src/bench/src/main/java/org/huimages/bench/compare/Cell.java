package org.huimages.bench.compare;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huimages.bench.picture.LevelFiles;
import org.huimages.bench.picture.Picture;
import org.huimages.pixel.RenditionPlan;
import org.huimages.pixel.Step;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.Size;

/// One picture in one size, with the geometry that every tool has to keep to.
///
/// @param scaled what to scale the whole picture to
/// @param kept the part of it to keep
record Cell(Picture picture, Size size, Dimensions scaled, Step.Area kept) {
    /// Empty if the picture needs more than scaling and cropping, which the other tools would have to be taught.
    static Optional<Cell> of(Picture picture, Size size) {
        Dimensions scaled = picture.header().upright();
        Optional<Step.Area> kept = Optional.empty();
        for (Step step :
                RenditionPlan.of(picture.header(), size, ImageFormat.JPEG).steps()) {
            switch (step) {
                case Step.Decode decode -> {}
                case Step.ScaleJpeg jpeg -> scaled = jpeg.target();
                case Step.Crop(Step.Area area) -> kept = Optional.of(area);
                case Step.Encode encode -> {}
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Cell(picture, size, scaled, kept.orElse(Step.Area.of(scaled))));
    }

    Dimensions rendition() {
        return new Dimensions(kept.width(), kept.height());
    }

    /// What a worker is asked, without the end of the line.
    String task(Path target, int repetitions) {
        Stream<Object> fields = Stream.of(
                picture.file(),
                target,
                size.text(),
                scaled.width(),
                scaled.height(),
                kept.left(),
                kept.top(),
                kept.width(),
                kept.height(),
                repetitions);
        return fields.map(Object::toString).collect(Collectors.joining("\t"));
    }

    /// Whether one of the picture's levels is large enough.
    boolean hasLevel() {
        return LevelFiles.has(picture, size);
    }

    @Override
    public String toString() {
        return picture.name() + " " + size.text();
    }
}
