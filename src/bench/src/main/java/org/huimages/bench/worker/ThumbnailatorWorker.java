package org.huimages.bench.worker;

import java.io.IOException;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.geometry.Positions;

/// Thumbnailator, as its own manual has it.
public final class ThumbnailatorWorker {
    private static final double QUALITY = 0.82;

    private ThumbnailatorWorker() {}

    public static void main(String[] arguments) throws IOException {
        Package thumbnailator = Thumbnails.class.getPackage();
        WorkerLoop.run("Thumbnailator " + thumbnailator.getImplementationVersion(), ThumbnailatorWorker::render);
    }

    private static void render(Task task) throws IOException {
        for (int i = 0; i < task.repetitions(); i++) {
            var builder = Thumbnails.of(task.source().toFile())
                    .outputFormat("jpeg")
                    .outputQuality(QUALITY)
                    .allowOverwrite(true);
            boolean cropped = !task.scaled().equals(task.rendition());
            var sized = cropped
                    ? builder.size(task.rendition().width(), task.rendition().height())
                            .crop(Positions.CENTER)
                    : builder.forceSize(task.scaled().width(), task.scaled().height());
            sized.toFile(task.target().toFile());
        }
    }
}
