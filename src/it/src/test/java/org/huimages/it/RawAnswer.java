package org.huimages.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// An answer to a request that was sent byte by byte as written: no client library touches such addresses.
///
/// @param headers by lower-case name
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record RawAnswer(int status, Map<String, String> headers, byte[] body) {
    static final String HOST = "pictures.example:8443";

    private static final int TIMEOUT_MILLIS = 20_000;
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    /// @param target the address as it goes over the wire, a character of ISO 8859-1 for each byte
    /// @param headers whole lines
    static RawAnswer to(int port, String method, String target, List<String> headers) {
        StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: " + HOST + "\r\n");
        headers.forEach(header -> request.append(header).append("\r\n"));
        request.append("Connection: close\r\n\r\n");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            return parse(socket.getInputStream().readAllBytes());
        } catch (IOException failed) {
            throw new UncheckedIOException(method + " " + target, failed);
        }
    }

    private static RawAnswer parse(byte[] answer) {
        int end = indexOf(answer, END_OF_HEAD, 0);
        List<String> head =
                new String(answer, 0, end, StandardCharsets.ISO_8859_1).lines().toList();
        Map<String, String> headers = new TreeMap<>();
        for (String line : head.subList(1, head.size())) {
            int colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (one, other) -> one + " | " + other);
        }
        byte[] body = Arrays.copyOfRange(answer, end + END_OF_HEAD.length, answer.length);
        boolean chunked = "chunked".equals(headers.get("transfer-encoding"));
        int status = Integer.parseInt(head.getFirst().split(" ", 3)[1]);
        return new RawAnswer(status, headers, chunked ? unchunked(body) : body);
    }

    private static byte[] unchunked(byte[] body) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int at = 0;
        while (at < body.length) {
            int end = indexOf(body, new byte[] {'\r', '\n'}, at);
            int length = Integer.parseInt(new String(body, at, end - at, StandardCharsets.ISO_8859_1), 16);
            whole.write(body, end + 2, length);
            at = length == 0 ? body.length : end + 2 + length + 2;
        }
        return whole.toByteArray();
    }

    private static int indexOf(byte[] bytes, byte[] part, int from) {
        for (int at = from; at <= bytes.length - part.length; at++) {
            if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        throw new IllegalStateException("no whole answer: " + new String(bytes, StandardCharsets.ISO_8859_1));
    }

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
