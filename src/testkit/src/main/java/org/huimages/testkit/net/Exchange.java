package org.huimages.testkit.net;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// One connection through the proxy, with one request after the other.
final class Exchange implements Closeable {
    private static final Pattern REQUEST = Pattern.compile("(GET|PUT|HEAD|DELETE|POST) /.*", Pattern.DOTALL);
    private static final int LONGEST_METHOD = 10;
    private static final int BUFFER = 8192;
    private static final int LINGER = 1000;

    private final Socket client;
    private final Socket server;
    private final Supplier<Fault> begin;
    private volatile Answering answering = new Answering(new Fault.None());

    /// @param begin is asked at the beginning of each request what is to happen to it
    Exchange(Socket client, Socket server, Supplier<Fault> begin) {
        this.client = client;
        this.server = server;
        this.begin = begin;
    }

    /// Carries bytes both ways until one side ends.
    void run() {
        Thread back = Thread.ofVirtual().start(this::carryAnswers);
        try {
            carryRequests();
            back.join();
        } catch (IOException cut) {
            close();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void carryRequests() throws IOException {
        byte[] buffer = new byte[BUFFER];
        InputStream in = client.getInputStream();
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            if (isRequest(buffer, count)) {
                answering = new Answering(begin.get());
            }
            forward(buffer, count);
        }
        server.shutdownOutput();
    }

    /// A picture that begins like a request is not to be sent through here.
    private static boolean isRequest(byte[] buffer, int count) {
        String start = new String(buffer, 0, Math.min(count, LONGEST_METHOD), StandardCharsets.ISO_8859_1);
        return REQUEST.matcher(start).matches();
    }

    private void forward(byte[] buffer, int count) throws IOException {
        switch (answering.fault) {
            case Fault.Silence() -> {}
            case Fault.Answer(int status, String body) -> answer(status, body);
            default -> server.getOutputStream().write(buffer, 0, count);
        }
    }

    /// What is still sent is read, or the answer would be lost in a reset.
    private void answer(int status, String body) throws IOException {
        String answer = "HTTP/1.1 " + status + " Fault\r\nContent-Type: application/xml\r\nConnection: close\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        client.shutdownOutput();
        client.setSoTimeout(LINGER);
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
        throw new IOException("answered");
    }

    private void carryAnswers() {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = server.getInputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                answering.carry(buffer, count);
            }
            client.shutdownOutput();
        } catch (IOException cut) {
            close();
        }
    }

    @Override
    public void close() {
        end(client);
        end(server);
    }

    static void end(Closeable open) {
        try {
            open.close();
        } catch (IOException alreadyGone) {
            // it was to be closed
        }
    }

    /// The answer to one request, on its way back.
    private final class Answering {
        private final Fault fault;
        private final StringBuilder head = new StringBuilder();
        private long body = -1;
        private long sent;

        private Answering(Fault fault) {
            this.fault = fault;
        }

        private void carry(byte[] buffer, int count) throws IOException {
            int kept = count;
            switch (fault) {
                case Fault.Slow(var delay) -> pause(delay.toMillis());
                case Fault.Truncated(long after) -> kept = (int) Math.min(count, after - sent);
                case Fault.Reset(long after) -> kept = (int) Math.min(count, after - sent);
                case Fault.WrongByte(long at) -> damage(buffer, count, at);
                default -> {}
            }
            client.getOutputStream().write(buffer, 0, kept);
            sent += kept;
            if (kept < count) {
                cut();
            }
        }

        private void cut() throws IOException {
            if (fault instanceof Fault.Reset) {
                client.setSoLinger(true, 0);
            }
            throw new IOException("cut");
        }

        private void damage(byte[] buffer, int count, long at) {
            int start = 0;
            while (body < 0 && start < count) {
                head.append((char) (buffer[start++] & 0xFF));
                body = head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n") ? 0 : -1;
            }
            if (body >= 0) {
                int place = (int) Math.min(count, start + at - body);
                if (place >= start && place < count) {
                    buffer[place] ^= 1;
                }
                body += count - start;
            }
        }

        private static void pause(long millis) {
            try {
                TimeUnit.MILLISECONDS.sleep(millis);
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
