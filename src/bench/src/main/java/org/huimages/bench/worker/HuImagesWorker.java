package org.huimages.bench.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.huimages.bench.settings.Quiet;
import org.huimages.header.HeaderProbe;
import org.huimages.pixel.RenderControl;
import org.huimages.pixel.RenditionPlan;
import org.huimages.url.ImageFormat;
import org.huimages.vips.VipsEngine;

/// Our own kernel: each rendition as the server's render threads make it.
public final class HuImagesWorker {
    private final VipsEngine engine;

    private HuImagesWorker(VipsEngine engine) {
        this.engine = engine;
    }

    /// @param arguments the libvips to load
    public static void main(String[] arguments) throws IOException {
        Quiet.please();
        VipsEngine engine = VipsEngine.open(Optional.of(Path.of(arguments[0])), Path.of(""));
        WorkerLoop.run("libvips " + engine.version(), new HuImagesWorker(engine)::render);
    }

    private void render(Task task) {
        RenditionPlan plan = RenditionPlan.of(HeaderProbe.probe(task.source()), task.size(), ImageFormat.JPEG);
        for (int i = 0; i < task.repetitions(); i++) {
            engine.render(task.source(), plan, task.target(), new RenderControl());
        }
    }
}
