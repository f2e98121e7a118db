package org.huimages.vips;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.huimages.header.HeaderProbe;
import org.huimages.pixel.RenderControl;
import org.huimages.pixel.RenditionPlan;
import org.huimages.testkit.GoldenFolder;
import org.huimages.testkit.Likeness;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.Pixels;
import org.huimages.testkit.Reference;
import org.huimages.url.ImageFormat;
import org.huimages.url.Size;

/// The engine as golden tests use it: from bytes to bytes, with a name for what comes out.
final class GoldenEngine {
    private final VipsEngine engine;
    private final Path folder;

    GoldenEngine(Path folder) {
        this.engine = VipsEngine.open(Optional.empty(), folder);
        this.folder = folder;
    }

    /// A file with a rendition of a picture, under a speaking name.
    byte[] render(String name, byte[] file, Size size, ImageFormat format) throws IOException {
        Path source = Files.write(folder.resolve("source"), file);
        Path target = folder.resolve("target");
        engine.render(source, RenditionPlan.of(HeaderProbe.probe(source), size, format), target, new RenderControl());
        byte[] rendition = Files.readAllBytes(target);
        GoldenFolder.keep(name + "-" + size.text() + "." + format.extension(), rendition);
        return rendition;
    }

    /// The pixels of a rendition without losses.
    Pixels render(String name, byte[] file, Size size) throws IOException {
        return Reference.decode(render(name, file, size, ImageFormat.PNG));
    }

    /// Renders without losses, and fails unless that looks like the reference.
    void assertLike(Pixels expected, String name, byte[] file, Size size, Likeness least) throws IOException {
        Pixels actual = render(name, file, size);
        GoldenFolder.keep(name + "-" + size.text() + "-reference.png", PictureMaker.png(expected.image()));
        Likeness likeness = Likeness.of(expected, actual);
        assertTrue(likeness.reaches(least), () -> name + " in " + size.text() + ": " + likeness + ", not " + least);
    }
}
