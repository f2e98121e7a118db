package org.huimages.testkit.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// What callers of the API send, as `curl` writes it.
public final class Sent {
    private static final String BOUNDARY = "----huimages-test-boundary";

    /// The content type of [#form].
    public static final String FORM = "multipart/form-data; boundary=" + BOUNDARY;

    private Sent() {}

    /// The value of the header `Authorization`.
    public static String basic(String user, String password) {
        String pair = user + ":" + password;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /// The body of a form.
    public static byte[] form(byte[]... parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            body.writeBytes(part);
        }
        body.writeBytes(utf8("--" + BOUNDARY + "--\r\n"));
        return body.toByteArray();
    }

    /// A part of a form.
    public static byte[] file(String field, String filename, byte[] content) {
        return part("form-data; name=\"" + field + "\"; filename=\"" + filename + "\"", content);
    }

    /// A part of a form.
    public static byte[] field(String field, String value) {
        return part("form-data; name=\"" + field + "\"", utf8(value));
    }

    private static byte[] part(String disposition, byte[] content) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(utf8("--" + BOUNDARY + "\r\nContent-Disposition: " + disposition + "\r\n\r\n"));
        part.writeBytes(content);
        part.writeBytes(utf8("\r\n"));
        return part.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
