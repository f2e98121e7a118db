package org.huimages.vips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huimages.header.HeaderProbe;
import org.huimages.pixel.RenderControl;
import org.huimages.pixel.RenditionPlan;
import org.huimages.testkit.GoldenPictures;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.fuzz.Seed;
import org.huimages.testkit.fuzz.Seeds;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.Size;

/// Small sound files of every format: what Java has no encoder for is made by libvips.
final class VipsSeeds {
    private static final Dimensions SIZE = new Dimensions(60, 40);

    private final VipsEngine engine;
    private final Path folder;

    private VipsSeeds(VipsEngine engine, Path folder) {
        this.engine = engine;
        this.folder = folder;
    }

    /// @param folder for libvips and for what is made
    static List<Seed> all(Path folder) throws IOException {
        VipsSeeds seeds = new VipsSeeds(VipsEngine.open(Optional.empty(), folder), folder);
        byte[] photo = PictureMaker.png(PictureMaker.photo(SIZE.width(), SIZE.height(), 1));
        byte[] soft = PictureMaker.png(GoldenPictures.softEdges(SIZE, 1).image());
        List<Seed> made = List.of(
                seeds.made("webp-lossy", photo, ImageFormat.WEBP),
                seeds.made("webp-lossy-alpha", soft, ImageFormat.WEBP),
                seeds.made("avif", photo, ImageFormat.AVIF),
                seeds.made("avif-alpha", soft, ImageFormat.AVIF));
        return Stream.concat(Seeds.all().stream(), made.stream()).toList();
    }

    private Seed made(String name, byte[] png, ImageFormat format) throws IOException {
        Path source = Files.write(folder.resolve("source"), png);
        Path target = folder.resolve("target");
        RenditionPlan plan = RenditionPlan.of(HeaderProbe.probe(source), new Size.Fit(60, 60), format);
        engine.render(source, plan, target, new RenderControl());
        return new Seed(name, Files.readAllBytes(target));
    }
}
