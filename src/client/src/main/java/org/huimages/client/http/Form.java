package org.huimages.client.http;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/// A form with a file in it (RFC 7578), which can be sent more than once.
public final class Form {
    private static final int RANDOM_BYTES = 16;

    private final String boundary = HexFormat.of().formatHex(random());
    private final List<Supplier<BodyPublisher>> parts = new ArrayList<>();

    private static byte[] random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    public Form field(String name, String value) {
        return part("name=\"" + quoted(name) + "\"\r\nContent-Type: text/plain; charset=UTF-8", () -> text(value));
    }

    /// @param contentType one line
    public Form file(String name, String filename, String contentType, Supplier<BodyPublisher> content) {
        return part(
                "name=\"" + quoted(name) + "\"; filename=\"" + quoted(filename) + "\"\r\nContent-Type: " + contentType,
                content);
    }

    private Form part(String head, Supplier<BodyPublisher> content) {
        parts.add(() -> text("--" + boundary + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n"));
        parts.add(content);
        parts.add(() -> text("\r\n"));
        return this;
    }

    /// As browsers write it: UTF-8, and what would end the line or the text percent-encoded.
    private static String quoted(String text) {
        return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
    }

    public BodyPublisher body() {
        List<BodyPublisher> all = new ArrayList<>();
        parts.forEach(part -> all.add(part.get()));
        all.add(text("--" + boundary + "--\r\n"));
        return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
    }
}
