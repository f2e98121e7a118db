package org.huimages.bench.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.huimages.header.HeaderProbe;
import org.huimages.header.ImageHeader;
import org.huimages.level.Level;
import org.huimages.pixel.Focal;
import org.huimages.pixel.LevelSource;
import org.huimages.pixel.PixelEngine;
import org.huimages.pixel.RenderControl;
import org.huimages.pixel.RenditionPlan;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.Size;

/// The levels of one picture, as files, and what is made of them.
public final class LevelFiles {
    private final ImageHeader header;
    private final Map<Level, Path> files = new LinkedHashMap<>();

    private LevelFiles(ImageHeader header) {
        this.header = header;
    }

    /// A rendition, from a level.
    public record Way(Path file, RenditionPlan plan) {}

    /// Makes them.
    ///
    /// @param folder for their files
    public static LevelFiles make(PixelEngine engine, Path picture, Path folder) {
        LevelFiles levels = new LevelFiles(HeaderProbe.probe(picture));
        Path source = picture;
        int shrunk = 1;
        for (Level level : Level.of(levels.header.stored(), length(picture))) {
            Path file = folder.resolve("p" + level.shrink() + "-" + picture.getFileName());
            RenditionPlan plan = RenditionPlan.level(HeaderProbe.probe(source), level.shrink() / shrunk, true);
            engine.render(source, plan, file, new RenderControl());
            levels.files.put(level, file);
            source = file;
            shrunk = level.shrink();
        }
        return levels;
    }

    /// Whether there is a level that is large enough.
    public static boolean has(Picture picture, Size size) {
        List<Level> levels = Level.of(picture.header().stored(), length(picture.file()));
        return best(picture.header(), levels, size).isPresent();
    }

    /// How it is made of the smallest that is large enough; empty if there is none.
    public Optional<Way> to(Size size) {
        return best(header, List.copyOf(files.keySet()), size).map(level -> way(level, size));
    }

    private static Optional<Level> best(ImageHeader header, List<Level> levels, Size size) {
        Optional<Dimensions> scaled =
                RenditionPlan.of(header, size, ImageFormat.JPEG).scaled();
        return levels.stream()
                .filter(level -> scaled.filter(whole -> level.isGoodFor(whole, header.stored()))
                        .isPresent())
                .reduce((larger, smaller) -> smaller);
    }

    private Way way(Level level, Size size) {
        Path file = Objects.requireNonNull(files.get(level));
        ImageHeader own = HeaderProbe.probe(file);
        ImageHeader shown = own.inPlaceOf(header.stored(), header.orientation());
        LevelSource source = new LevelSource(shown, header.format(), level, own);
        return new Way(file, RenditionPlan.of(source, size, ImageFormat.JPEG, Focal.CENTRE));
    }

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
