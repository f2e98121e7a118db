package org.huimages.spring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.huimages.client.Upload;
import org.springframework.web.multipart.MultipartFile;

/// Takes what a form sends: `images.saveImage(MultipartUpload.of(file).title("A waterfall"))`.
public final class MultipartUpload {
    private MultipartUpload() {}

    /// The file under the name and type that the browser gave it, read from where Spring keeps it while it is sent.
    public static Upload of(MultipartFile file) {
        Upload upload = Upload.of(() -> open(file), Objects.requireNonNullElse(file.getOriginalFilename(), ""));
        String type = file.getContentType();
        return type == null ? upload : upload.contentType(type);
    }

    private static InputStream open(MultipartFile file) {
        try {
            return file.getInputStream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
