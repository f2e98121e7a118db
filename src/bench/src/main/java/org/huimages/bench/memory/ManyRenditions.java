package org.huimages.bench.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huimages.bench.measure.ProcessMemory;
import org.huimages.bench.measure.Statistics;
import org.huimages.bench.measure.Statistics.Point;
import org.huimages.bench.picture.Picture;
import org.huimages.bench.picture.Pictures;
import org.huimages.bench.settings.BenchSettings;
import org.huimages.bench.settings.Quiet;
import org.huimages.bench.summary.Result;
import org.huimages.bench.summary.Results;
import org.huimages.pixel.RenderControl;
import org.huimages.pixel.RenditionPlan;
import org.huimages.url.ImageFormat;
import org.huimages.url.Size;
import org.huimages.vips.VipsEngine;

/// The child: two threads, pictures and sizes mixed, and a look at its own RSS whenever both are at rest.
///
/// The Java heap is as large as it may become from the start (`-Xms`, `AlwaysPreTouch`): otherwise pages that the
/// next collection would use again look like growth. What is left of the RSS is libvips' and the JVM's own.
final class ManyRenditions {
    /// Whether memory is given back at each look, as the server does.
    static final String RELEASE = "huimages.bench.release";

    private static final int THREADS = 2;
    private static final int BATCH = 50;
    private static final List<Size> SIZES = List.of(
            new Size.Exact(75, 75),
            new Size.Fit(240, 160),
            new Size.Fit(480, 320),
            new Size.Fit(640, 480),
            new Size.Fit(1024, 768),
            new Size.Fit(1600, 1200));

    private final VipsEngine engine;
    private final List<Work> deck;
    private final Path folder;
    private final List<Point> samples = new ArrayList<>();

    private ManyRenditions(VipsEngine engine, List<Work> deck, Path folder) {
        this.engine = engine;
        this.deck = deck;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Quiet.please();
        BenchSettings settings = BenchSettings.read();
        Path folder = Files.createTempDirectory(settings.work(), "memory");
        VipsEngine engine = VipsEngine.open(Optional.of(settings.libvips()), settings.work());
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            new ManyRenditions(engine, deck(settings), folder).run(threads, renditions());
        }
    }

    private static int renditions() {
        return Integer.getInteger("huimages.bench.renditions", 2000);
    }

    /// Every picture in every size, well shuffled, always alike. One batch is one deck, so that the process has just
    /// done the same whenever it is looked at.
    private static List<Work> deck(BenchSettings settings) {
        Stream<Picture> pictures = Stream.concat(
                MemoryGrowth.BASELINE.stream().map(megapixels -> Pictures.baseline(settings.made(), megapixels)),
                MemoryGrowth.PROGRESSIVE.stream().map(megapixels -> Pictures.progressive(settings.made(), megapixels)));
        List<Work> deck =
                new ArrayList<>(pictures.flatMap(picture -> SIZES.stream().map(size -> new Work(picture, size)))
                        .toList());
        deck.addAll(deck.subList(0, BATCH - deck.size()));
        Collections.shuffle(deck, new Random(1));
        return deck;
    }

    private void run(ExecutorService threads, int renditions)
            throws InterruptedException, ExecutionException, IOException {
        System.out.println("renditions  RSS MB  without the heap");
        for (int done = 0; done < renditions; done += BATCH) {
            int first = done;
            List<Callable<Path>> batch = IntStream.range(first, first + BATCH)
                    .<Callable<Path>>mapToObj(number -> () -> render(number))
                    .toList();
            for (Future<Path> rendition : threads.invokeAll(batch)) {
                Files.delete(rendition.get());
            }
            sample(first + BATCH);
        }
        Files.delete(folder);
        tell(renditions);
    }

    private Path render(int number) {
        Work work = deck.get(number % deck.size());
        Path target = folder.resolve(number + ".jpeg");
        RenditionPlan plan = RenditionPlan.of(work.picture.header(), work.size, ImageFormat.JPEG);
        engine.render(work.picture.file(), plan, target, new RenderControl());
        return target;
    }

    /// With memory given back, as the server does when it is at rest; unless only malloc is to be looked at.
    private void sample(int done) {
        if (Boolean.getBoolean(RELEASE)) {
            engine.releaseMemory();
        }
        double resident = memory().residentMegabytes();
        double outside = resident - Runtime.getRuntime().totalMemory() / 1024.0 / 1024.0;
        samples.add(new Point(done, outside));
        System.out.printf("%10d  %6.1f  %16.1f%n", done, resident, outside);
    }

    private static ProcessMemory memory() {
        return ProcessMemory.of(ProcessHandle.current().pid());
    }

    /// Over the second half.
    private void tell(int renditions) throws IOException {
        List<Point> last =
                samples.stream().filter(sample -> 2 * sample.x() > renditions).toList();
        double growth = Statistics.slope(last) * 1000;
        if (Boolean.getBoolean(RELEASE)) {
            Results.write(
                    BenchSettings.read(),
                    "memory",
                    List.of(Result.of("memory", "growth by 1000 renditions", growth, "goal", 1, "MB")));
        }
        System.out.printf(
                "over the last %d: %.2f MB per 1,000; at the end %.1f, peak %.0f MB; libvips at rest: %s%n",
                renditions / 2, growth, samples.getLast().y(), memory().peakMegabytes(), engine.counters());
    }

    private record Work(Picture picture, Size size) {}
}
