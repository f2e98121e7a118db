package org.huimages.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huimages.bench.compare.Turns.Pair;
import org.huimages.bench.measure.Folders;
import org.huimages.bench.measure.Malloc;
import org.huimages.bench.picture.Picture;
import org.huimages.bench.picture.Pictures;
import org.huimages.bench.picture.Sizes;
import org.huimages.bench.settings.BenchSettings;
import org.huimages.bench.summary.Results;
import org.huimages.url.Size;

/// Ours and other tools make the same renditions in turns: what does one cost in CPU time and in memory?
public final class Comparison {
    /// A turn takes about this much CPU time: small pictures are made many times, none is measured alone.
    private static final double TURN_MILLIS = 400;

    static final int RENDITIONS_FOR_MEMORY = 8;
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
            compare(ours, tools.others(), cells, report);
        }
        for (Tool tool :
                Stream.concat(Stream.of(tools.ours()), tools.others().stream()).toList()) {
            cells.stream().filter(tool::makes).forEach(cell -> report.add(cell, tool, peakMegabytes(tool, cell)));
        }
        System.out.print(report.text());
        report.write(settings.work().resolve("kernel.csv"));
        Results.write(settings, "kernel", report.results());
    }

    private List<Cell> cells() throws IOException {
        List<Picture> pictures = new ArrayList<>();
        settings.megapixels().forEach(megapixels -> pictures.add(Pictures.baseline(settings.made(), megapixels)));
        settings.megapixels().forEach(megapixels -> pictures.add(Pictures.odd(settings.made(), megapixels)));
        settings.pictures().ifPresent(given -> pictures.addAll(Pictures.in(given)));
        List<Cell> cells = new ArrayList<>();
        for (Picture picture : pictures) {
            Picture near = picture.copyTo(folder);
            List<Cell> row = Sizes.ALL.stream()
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

    private void compare(Worker ours, List<Tool> others, List<Cell> cells, Report report) throws IOException {
        List<Worker> workers = new ArrayList<>(List.of(ours));
        try {
            for (Tool tool : others) {
                workers.add(warm(tool));
            }
            for (Cell cell : cells) {
                List<Worker> able = workers.stream()
                        .filter(worker -> worker.tool().makes(cell))
                        .toList();
                for (Turns turns : takeTurns(able, cell)) {
                    System.err.printf(
                            "%-30s ours %.1f, %s %.1f ms, ratio %.3f%n",
                            cell, turns.ours(), turns.other(), turns.theirs(), turns.ratio());
                    report.add(turns);
                }
            }
        } finally {
            workers.subList(1, workers.size()).forEach(Worker::close);
        }
    }

    /// In each round every tool has a turn; who begins changes from round to round. The first turn of each is not
    /// counted.
    private List<Turns> takeTurns(List<Worker> workers, Cell cell) {
        List<Integer> times =
                workers.stream().map(worker -> repetitions(worker, cell)).toList();
        List<double[]> rounds = new ArrayList<>();
        for (int round = 0; round < settings.pairs(); round++) {
            double[] millis = new double[workers.size()];
            for (int turn = 0; turn < millis.length; turn++) {
                int whose = (round + turn) % millis.length;
                millis[whose] = turn(workers.get(whose), cell, times.get(whose));
            }
            rounds.add(millis);
        }
        return IntStream.range(1, workers.size())
                .mapToObj(other -> turns(cell, workers, other, rounds))
                .toList();
    }

    private Turns turns(Cell cell, List<Worker> workers, int other, List<double[]> rounds) {
        Tool theirs = workers.get(other).tool();
        List<Pair> pairs = rounds.stream()
                .map(millis -> new Pair(millis[0], millis[other]))
                .toList();
        return new Turns(
                cell,
                theirs.name(),
                pairs,
                Likeness.of(target(workers.getFirst().tool()), target(theirs)));
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
