package org.huimages.vips.child;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.jspecify.annotations.Nullable;

/// A running child, and the two streams to it. For one thread at a time, except for [#kill].
final class Child {
    private final Process process;
    private @Nullable ObjectOutputStream requests;
    private @Nullable ObjectInputStream answers;

    /// Does not wait until it is ready: the first [#ask] does, and can be ended by [#kill].
    Child(Process process) {
        this.process = process;
    }

    /// @throws IOException if it ends before it answers
    Message.Answer ask(Message.Render request) throws IOException {
        try {
            send(request);
            return (Message.Answer) answers().readObject();
        } catch (ClassNotFoundException | ClassCastException impossible) {
            throw new IOException("the child does not speak our language", impossible);
        }
    }

    private void send(Message.Render request) throws IOException {
        if (requests == null) {
            requests = new ObjectOutputStream(process.getOutputStream());
        }
        requests.writeObject(request);
        requests.reset(); // or it would keep every request it ever sent
        requests.flush();
    }

    private ObjectInputStream answers() throws IOException {
        if (answers == null) {
            answers = new ObjectInputStream(process.getInputStream());
        }
        return answers;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Ends it, whatever it is doing. Any thread may call this.
    void kill() {
        process.destroyForcibly();
    }

    /// The same, and returns when it has ended: it writes to no file any more.
    void end() {
        kill();
        process.onExit().join();
    }
}
