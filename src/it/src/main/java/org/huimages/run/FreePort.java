package org.huimages.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Objects;

/// A port of 127.0.0.1 that nobody listens on, tried before the start: Tomcat would say it with a stack trace.
/// It is not held until then; who loses that race gets the stack trace and the exit.
final class FreePort {
    private static final int LARGEST = 65_535;

    private FreePort() {}

    /// @param text a port number, 0 for any free one
    /// @return the port
    static int check(String text) {
        int port = parse(text);
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return socket.getLocalPort();
        } catch (IOException taken) {
            throw new CannotRun("port %d of 127.0.0.1 cannot be had (%s): take another one with -Dhuimages.port=..."
                    .formatted(port, taken.getMessage()));
        }
    }

    private static int parse(String text) {
        try {
            return Objects.checkIndex(Integer.parseInt(text), LARGEST + 1);
        } catch (NumberFormatException | IndexOutOfBoundsException wrong) {
            throw new CannotRun("huimages.port is %s, not a number from 0 to %d".formatted(text, LARGEST));
        }
    }
}
