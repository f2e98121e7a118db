package org.huimages.webapp.browser;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.huimages.failure.Failure;

/// Style sheet and scripts, in memory. Their address changes with them, so browsers may keep them for ever.
final class StaticFiles {
    private static final String FOLDER = "/WEB-INF/browser/";
    private static final Map<String, String> TYPES =
            Map.of("js", "text/javascript;charset=UTF-8", "css", "text/css;charset=UTF-8", "svg", "image/svg+xml");

    private final Map<String, byte[]> files;
    private final String version;

    private StaticFiles(Map<String, byte[]> files) {
        this.files = files;
        this.version = version(files);
    }

    static StaticFiles of(ServletContext context) {
        Map<String, byte[]> files = new TreeMap<>();
        read(context, FOLDER, files);
        return new StaticFiles(files);
    }

    private static void read(ServletContext context, String folder, Map<String, byte[]> files) {
        for (String path :
                new TreeSet<>(Objects.requireNonNullElse(context.getResourcePaths(folder), new TreeSet<String>()))) {
            if (path.endsWith("/")) {
                read(context, path, files);
            } else if (TYPES.containsKey(extension(path))) {
                files.put(path.substring(FOLDER.length()), bytes(context, path));
            }
        }
    }

    private static byte[] bytes(ServletContext context, String path) {
        try (InputStream in = context.getResourceAsStream(path)) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String extension(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String version(Map<String, byte[]> files) {
        CRC32 sum = new CRC32();
        files.forEach((name, bytes) -> {
            sum.update(name.getBytes(StandardCharsets.UTF_8));
            sum.update(bytes);
        });
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /// Where they are, below `/browser/`.
    String prefix() {
        return "static/" + version + "/";
    }

    static boolean isOne(String path) {
        return path.startsWith("/static/");
    }

    /// Sends one. An address of an earlier version gets what is there now, for a moment.
    void send(String path, HttpServletResponse response) throws IOException {
        String[] parts = path.substring("/static/".length()).split("/", 2);
        byte[] bytes = parts.length < 2 ? null : files.get(parts[1]);
        if (bytes == null) {
            throw new Failure.NotFound("there is no such file").exception();
        }
        response.setContentType(Objects.requireNonNull(TYPES.get(extension(path))));
        response.setHeader(
                "Cache-Control", parts[0].equals(version) ? "public, max-age=31536000, immutable" : "no-cache");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
