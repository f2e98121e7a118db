package org.huimages.bench.pyramid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.huimages.bench.measure.ProcessClock;
import org.huimages.bench.measure.Statistics;
import org.huimages.bench.measure.TextTable;
import org.huimages.bench.picture.Picture;
import org.huimages.bench.settings.BenchSettings;
import org.huimages.header.HeaderProbe;
import org.huimages.header.ImageHeader;
import org.huimages.level.Level;
import org.huimages.pixel.Focal;
import org.huimages.pixel.LevelSource;
import org.huimages.pixel.RenderControl;
import org.huimages.pixel.RenditionPlan;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.Size;
import org.huimages.vips.VipsEngine;

/// What one rendition costs from the original, and from the level that it is made of: CPU time of this process, in
/// turns.
final class LevelKernel {
    static final List<Size> SIZES = List.of(
            new Size.Exact(75, 75),
            new Size.Fit(240, 160),
            new Size.Fit(640, 480),
            new Size.Fit(1024, 768),
            new Size.Fit(1600, 1200));

    private static final double NANOS_A_MILLI = 1e6;
    private static final double TURN_MILLIS = 150;

    private final BenchSettings settings;
    private final VipsEngine engine;
    private final ProcessClock clock = new ProcessClock(ProcessHandle.current().pid());
    private final Path target;

    LevelKernel(BenchSettings settings) throws IOException {
        this.settings = settings;
        this.engine = VipsEngine.open(Optional.of(settings.libvips()), settings.work());
        this.target = Files.createTempFile("huimages-bench", ".jpeg");
    }

    TextTable table(List<Picture> pictures) throws IOException {
        TextTable table = new TextTable(List.of("picture", "size", "from", "direct ms", "level ms", "direct / level"));
        for (Picture picture : pictures) {
            Map<Level, Path> levels = levels(picture);
            for (Size size : SIZES) {
                table.add(row(picture, levels, size));
            }
        }
        return table;
    }

    private Map<Level, Path> levels(Picture picture) throws IOException {
        Map<Level, Path> levels = new LinkedHashMap<>();
        Path source = picture.file();
        int shrunk = 1;
        for (Level level : Level.of(picture.header().stored(), Files.size(picture.file()))) {
            Path file = Files.createTempFile("huimages-bench", ".jpeg");
            RenditionPlan plan = RenditionPlan.level(HeaderProbe.probe(source), level.shrink() / shrunk, true);
            engine.render(source, plan, file, new RenderControl());
            levels.put(level, file);
            source = file;
            shrunk = level.shrink();
        }
        return levels;
    }

    private List<String> row(Picture picture, Map<Level, Path> levels, Size size) {
        ImageHeader header = picture.header();
        Dimensions upright = header.upright();
        Dimensions scaled = size instanceof Size.Exact(int width, int height)
                ? upright.cover(width, height)
                : upright.scaledTo(size);
        Runnable direct = () -> render(picture.file(), RenditionPlan.of(header, size, ImageFormat.JPEG));
        Optional<Level> level = levels.keySet().stream()
                .filter(one -> one.isGoodFor(header.orientation().apply(scaled), header.stored()))
                .reduce((larger, smaller) -> smaller);
        if (level.isEmpty()) {
            return List.of(picture.name(), size.text(), "original", "%.1f".formatted(millis(direct, 3)), "", "");
        }
        Path file = Objects.requireNonNull(levels.get(level.get()));
        ImageHeader own = HeaderProbe.probe(file);
        ImageHeader shown = new ImageHeader(
                own.format(), header.stored(), header.orientation(), own.colour(), own.traits(), own.scans());
        RenditionPlan plan = RenditionPlan.of(
                new LevelSource(shown, header.format(), level.get(), own), size, ImageFormat.JPEG, Focal.CENTRE);
        return row(picture.name(), size.text(), "1/" + level.get().shrink(), direct, () -> render(file, plan));
    }

    /// Who begins changes from pair to pair.
    private List<String> row(String picture, String size, String from, Runnable direct, Runnable level) {
        int directTimes = 1 + (int) (TURN_MILLIS / millis(direct, 2));
        int levelTimes = 1 + (int) (TURN_MILLIS / millis(level, 2));
        List<Double> directs = new ArrayList<>();
        List<Double> levels = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int pair = 0; pair < settings.pairs(); pair++) {
            double first = pair % 2 == 0 ? millis(direct, directTimes) : millis(level, levelTimes);
            double second = pair % 2 == 0 ? millis(level, levelTimes) : millis(direct, directTimes);
            directs.add(pair % 2 == 0 ? first : second);
            levels.add(pair % 2 == 0 ? second : first);
            ratios.add(directs.getLast() / levels.getLast());
        }
        return List.of(
                picture,
                size,
                from,
                "%.1f".formatted(Statistics.median(directs)),
                "%.1f".formatted(Statistics.median(levels)),
                "%.1f".formatted(Statistics.median(ratios)));
    }

    private double millis(Runnable work, int times) {
        long start = clock.nanos();
        for (int time = 0; time < times; time++) {
            work.run();
        }
        return (clock.nanos() - start) / NANOS_A_MILLI / times;
    }

    private void render(Path source, RenditionPlan plan) {
        engine.render(source, plan, target, new RenderControl());
    }
}
