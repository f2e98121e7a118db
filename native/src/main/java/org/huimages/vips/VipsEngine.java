package org.huimages.vips;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.failure.SetupException;
import org.huimages.pixel.PixelEngine;
import org.huimages.pixel.RenderControl;
import org.huimages.pixel.RenditionPlan;
import org.huimages.vips.VipsImages.VipsException;

/// The pixel engine: libvips, one thread a picture, no operation cache, trusted loaders only.
public final class VipsEngine implements PixelEngine {
    private static final System.Logger LOG = System.getLogger(VipsEngine.class.getName());
    private static final int NICE = 10;

    private final Libvips library;

    private VipsEngine(Libvips library) {
        this.library = library;
    }

    /// @param setting the libvips to take (`HUIMAGES_LIBVIPS`), if one is set
    /// @param work a folder that the bundled libvips can be unpacked below
    /// @throws SetupException if no libvips can be had, or one too old
    public static VipsEngine open(Optional<Path> setting, Path work) {
        return new VipsEngine(Libvips.open(setting, work));
    }

    @Override
    public void render(Path source, RenditionPlan plan, Path target, RenderControl control) {
        boolean done = false;
        try (Arena arena = Arena.ofConfined()) {
            try {
                new Render(library.functions, arena, source, target, control).run(plan);
                done = true;
            } finally {
                control.disarm();
            }
        } catch (VipsException failed) {
            throw failure(failed, plan, source, target, control);
        } finally {
            if (!done) {
                remove(target);
            }
        }
    }

    private FailureException failure(
            VipsException failed, RenditionPlan plan, Path source, Path target, RenderControl control) {
        LOG.log(
                System.Logger.Level.INFO,
                "libvips: {0} ({1})",
                library.takeErrorText().replace('\n', ';'),
                plan);
        if (control.cancelled()) {
            return RenderControl.timedOut().exception(failed);
        }
        if (!Files.isReadable(source)) {
            return new Failure.Unavailable("the original cannot be read", Duration.ofSeconds(1)).exception(failed);
        }
        return (isFull(target) ? diskFull() : undecodable()).exception(failed);
    }

    private static Failure undecodable() {
        return new Failure.Unprocessable("damaged picture: it cannot be decoded to its end");
    }

    private static Failure diskFull() {
        return new Failure.DiskFull("the disk is full; nothing was stored");
    }

    /// libvips does not tell why it could not write; the file system does.
    private static boolean isFull(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        return folder != null && new LinuxDisk().isFull(folder);
    }

    /// A failed or stopped save leaves the part that was written.
    private static void remove(Path target) {
        try {
            Files.deleteIfExists(target);
        } catch (IOException leftForTheSweep) {
            LOG.log(System.Logger.Level.WARNING, "cannot remove {0}: {1}", target, leftForTheSweep);
        }
    }

    /// Behind the threads that answer requests: on few cores a hit must not wait for pixels.
    @Override
    public void adoptThread() {
        Libc.setNice(NICE);
    }

    @Override
    public void releaseMemory() {
        Libc.trim();
    }

    @Override
    public void releaseThread() {
        Native.run(() -> {
            library.functions.vips_thread_shutdown.invokeExact();
        });
    }

    /// What libvips has in use now, in the whole process.
    public VipsCounters counters() {
        return library.counters();
    }

    /// The file that libvips was loaded from, if it is known: the one to take for another process of this server.
    public Optional<Path> libraryFile() {
        return library.file();
    }

    /// The version of libvips, `8.18.7`.
    public String version() {
        return library.version();
    }
}
