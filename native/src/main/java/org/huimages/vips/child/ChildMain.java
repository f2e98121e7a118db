package org.huimages.vips.child;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.huimages.failure.FailureException;
import org.huimages.pixel.PixelEngine;
import org.huimages.pixel.RenderControl;
import org.huimages.vips.VipsEngine;

/// The child: makes one picture after the other, as it is told, until its standard input ends. It ends at once
/// then, whatever it is doing: the server is gone, or wants it to go.
final class ChildMain {
    private final PixelEngine engine;
    private final ObjectOutputStream answers;
    private final ExecutorService worker = Executors.newSingleThreadExecutor();

    private ChildMain(PixelEngine engine, ObjectOutputStream answers) {
        this.engine = engine;
        this.answers = answers;
    }

    /// @param arguments a folder that libvips can be unpacked below, and, if there is one, the library to take
    public static void main(String[] arguments) throws IOException {
        OutputStream out = System.out; // taken before anything else might write to it
        System.setOut(System.err);
        Optional<Path> library = arguments.length > 1 ? Optional.of(Path.of(arguments[1])) : Optional.empty();
        PixelEngine engine = VipsEngine.open(library, Path.of(arguments[0]));
        engine.adoptThread(); // and with it all threads that come of it
        new ChildMain(engine, new ObjectOutputStream(new BufferedOutputStream(out))).listen();
    }

    private void listen() {
        try (ObjectInputStream requests = new ObjectInputStream(System.in)) {
            answers.flush();
            while (requests.readObject() instanceof Message.Render request) {
                worker.execute(() -> answer(request));
            }
        } catch (IOException | ClassNotFoundException ended) {
            // the server is gone
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    private void answer(Message.Render request) {
        try {
            answers.writeObject(render(request));
            answers.flush();
            engine.releaseMemory();
        } catch (IOException serverIsGone) {
            Runtime.getRuntime().halt(1);
        }
    }

    private Message.Answer render(Message.Render request) {
        try {
            engine.render(Path.of(request.source()), request.plan(), Path.of(request.target()), new RenderControl());
            return new Message.Answer(null);
        } catch (RuntimeException failed) {
            return new Message.Answer(FailureException.of(failed));
        }
    }
}
