package org.huimages.bench.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.huimages.bench.measure.Folders;
import org.huimages.bench.picture.LevelFiles;
import org.huimages.bench.picture.LevelFiles.Way;
import org.huimages.bench.settings.Quiet;
import org.huimages.header.HeaderProbe;
import org.huimages.pixel.RenderControl;
import org.huimages.pixel.RenditionPlan;
import org.huimages.url.ImageFormat;
import org.huimages.vips.VipsEngine;

/// Our own kernel, from the level that the server would take. The levels of a picture are made when it is first seen.
public final class LevelWorker {
    private final VipsEngine engine;
    private final Path folder;
    private final Map<Path, LevelFiles> levels = new HashMap<>();

    private LevelWorker(VipsEngine engine, Path folder) {
        this.engine = engine;
        this.folder = folder;
    }

    /// @param arguments the libvips to load
    public static void main(String[] arguments) throws IOException {
        Quiet.please();
        VipsEngine engine = VipsEngine.open(Optional.of(Path.of(arguments[0])), Path.of(""));
        Path folder = Files.createTempDirectory("huimages-levels");
        try {
            WorkerLoop.run("libvips " + engine.version(), new LevelWorker(engine, folder)::render);
        } finally {
            Folders.delete(folder);
        }
    }

    private void render(Task task) {
        Way way = levels.computeIfAbsent(task.source(), picture -> LevelFiles.make(engine, picture, folder))
                .to(task.size())
                .orElseGet(() -> direct(task));
        for (int i = 0; i < task.repetitions(); i++) {
            engine.render(way.file(), way.plan(), task.target(), new RenderControl());
        }
    }

    /// What is tiny has no level, but warms up as well.
    private static Way direct(Task task) {
        return new Way(
                task.source(), RenditionPlan.of(HeaderProbe.probe(task.source()), task.size(), ImageFormat.JPEG));
    }
}
