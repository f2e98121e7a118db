package org.huimages.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huimages.bench.compare.Turns.Pair;
import org.huimages.bench.measure.Folders;
import org.huimages.bench.measure.Malloc;
import org.huimages.bench.picture.Picture;
import org.huimages.bench.picture.Pictures;
import org.huimages.bench.settings.BenchSettings;
import org.huimages.url.Size;

/// Ours and other tools make the same renditions in turns: what does one cost in CPU time and in memory?
public final class Comparison {
    /// A turn takes about this much CPU time: small pictures are made many times, none is measured alone.
    private static final double TURN_MILLIS = 400;

    private static final int RENDITIONS_FOR_MEMORY = 20;
    private static final Path MEMORY_DISK = Path.of("/dev/shm");

    private final BenchSettings settings;
    private final Map<String, String> malloc;
    private final Path folder;

    private Comparison(BenchSettings settings, Path folder) {
        this.settings = settings;
        this.malloc = settings.serverMalloc() ? Malloc.SERVER : Malloc.PLAIN;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        BenchSettings settings = BenchSettings.read();
        Path folder = Files.createTempDirectory(
                Files.isDirectory(MEMORY_DISK) ? MEMORY_DISK : settings.work(), "huimages-bench");
        try {
            new Comparison(settings, folder).run();
        } finally {
            Folders.delete(folder);
        }
    }

    private void run() throws IOException {
        ToolBox tools = new ToolBox(settings);
        List<Cell> cells = cells();
        Report report = new Report();
        try (Worker ours = warm(tools.ours())) {
            for (Tool tool : tools.others()) {
                compare(ours, tool, cells, report);
            }
        }
        for (Tool tool :
                Stream.concat(Stream.of(tools.ours()), tools.others().stream()).toList()) {
            cells.forEach(cell -> report.add(cell, tool, peakMegabytes(tool, cell)));
        }
        System.out.print(report.text());
        report.write(settings.work().resolve("kernel.csv"));
    }

    private List<Cell> cells() throws IOException {
        List<Picture> pictures = new ArrayList<>();
        settings.megapixels().forEach(megapixels -> pictures.add(Pictures.baseline(settings.made(), megapixels)));
        settings.megapixels().forEach(megapixels -> pictures.add(Pictures.odd(settings.made(), megapixels)));
        settings.pictures().ifPresent(given -> pictures.addAll(Pictures.in(given)));
        List<Cell> cells = new ArrayList<>();
        for (Picture picture : pictures) {
            Picture near = picture.copyTo(folder);
            List<Cell> row = Cell.SIZES.stream()
                    .map(size -> Cell.of(near, size))
                    .flatMap(Optional::stream)
                    .toList();
            if (row.isEmpty()) {
                System.err.println(picture.name() + " needs more than scaling: left out");
            }
            cells.addAll(row);
        }
        return cells;
    }

    private Worker warm(Tool tool) throws IOException {
        Worker worker = Worker.start(tool, malloc);
        System.err.println(tool.name() + ": " + worker.version());
        Picture tiny = Pictures.tiny(settings.made()).copyTo(folder);
        for (Size size : List.of(new Size.Exact(20, 20), new Size.Fit(30, 30))) {
            worker.work(Cell.of(tiny, size).orElseThrow(), target(tool), tool.warmUps() / 2);
        }
        return worker;
    }

    private void compare(Worker ours, Tool tool, List<Cell> cells, Report report) throws IOException {
        try (Worker theirs = warm(tool)) {
            for (Cell cell : cells) {
                Turns turns = takeTurns(ours, theirs, cell);
                System.err.printf(
                        "%-30s ours %.1f, %s %.1f ms, ratio %.3f%n",
                        cell, turns.ours(), tool.name(), turns.theirs(), turns.ratio());
                report.add(turns);
            }
        }
    }

    /// Who begins changes from pair to pair. The first turn of each is not counted.
    private Turns takeTurns(Worker ours, Worker theirs, Cell cell) {
        int oursTimes = repetitions(ours, cell);
        int theirsTimes = repetitions(theirs, cell);
        List<Pair> pairs = new ArrayList<>();
        for (int pair = 0; pair < settings.pairs(); pair++) {
            if (pair % 2 == 0) {
                double first = turn(ours, cell, oursTimes);
                pairs.add(new Pair(first, turn(theirs, cell, theirsTimes)));
            } else {
                double first = turn(theirs, cell, theirsTimes);
                pairs.add(new Pair(turn(ours, cell, oursTimes), first));
            }
        }
        return new Turns(cell, theirs.tool().name(), pairs, Likeness.of(target(ours.tool()), target(theirs.tool())));
    }

    private int repetitions(Worker worker, Cell cell) {
        return 1 + (int) (TURN_MILLIS / turn(worker, cell, 2));
    }

    private double turn(Worker worker, Cell cell, int repetitions) {
        double millis = worker.work(cell, target(worker.tool()), repetitions);
        Likeness.requireDimensions(target(worker.tool()), cell.rendition());
        return millis;
    }

    /// Of a new process that makes nothing else.
    private double peakMegabytes(Tool tool, Cell cell) {
        try (Worker worker = Worker.start(tool, malloc)) {
            worker.work(cell, target(tool), RENDITIONS_FOR_MEMORY);
            return worker.peakMegabytes();
        }
    }

    private Path target(Tool tool) {
        return folder.resolve(tool.name() + ".jpeg");
    }
}
