package org.huimages.bench.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.huimages.bench.settings.BenchSettings;
import org.huimages.bench.worker.HuImagesWorker;
import org.huimages.bench.worker.LevelWorker;
import org.huimages.bench.worker.ThumbnailatorWorker;

/// How each tool is started. `src/bench/run` has laid their parts out in the folder of work.
final class ToolBox {
    private static final int FOR_A_JIT = 12_000;
    private static final int FOR_CACHES = 50;
    private static final int THUMBNAILATOR_HEAP = 1024;

    private final BenchSettings settings;

    ToolBox(BenchSettings settings) {
        this.settings = settings;
    }

    Tool ours() {
        return new Tool(Tool.OURS, java(256, HuImagesWorker.class, settings.libvips()), FOR_A_JIT);
    }

    /// Those that ours is to be compared with.
    List<Tool> others() {
        return settings.tools().stream().map(this::other).toList();
    }

    private Tool other(String name) {
        return switch (name) {
            case "level" -> new Tool(Tool.LEVEL, java(256, LevelWorker.class, settings.libvips()), FOR_A_JIT);
            case "floor" -> new Tool("floor", List.of(laidOut("floor"), "libturbojpeg.so.0"), FOR_CACHES);
            case "c" -> c("C");
            case "thumbnail" -> c("vips_thumbnail", "thumbnail");
            case "sharp" -> new Tool(name, List.of("node", laidOut("npm/worker.mjs")), FOR_A_JIT);
            case "pillow" -> new Tool("Pillow", List.of("/usr/bin/python3", laidOut("worker.py")), FOR_CACHES);
            case "thumbnailator" ->
                new Tool("Thumbnailator", java(THUMBNAILATOR_HEAP, ThumbnailatorWorker.class, Path.of("")), FOR_A_JIT);
            default -> throw new IllegalArgumentException("there is no tool " + name);
        };
    }

    private Tool c(String name, String... further) {
        List<String> command = Stream.concat(
                        Stream.of(laidOut("worker"), settings.libvips().toString()), Stream.of(further))
                .toList();
        return new Tool(name, command, FOR_CACHES);
    }

    private String laidOut(String file) {
        return settings.work().resolve(file).toString();
    }

    private static List<String> java(int megabytes, Class<?> main, Path argument) {
        return List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx" + megabytes + "m",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                argument.toString());
    }
}
