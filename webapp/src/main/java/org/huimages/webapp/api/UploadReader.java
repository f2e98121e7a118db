package org.huimages.webapp.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.huimages.catalog.Timestamp;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.upload.Spool;
import org.huimages.upload.Spooled;
import org.huimages.webapp.http.Query;

/// Reads a request with pictures: a multipart form, or one picture as the body. Bytes go to disk as they come.
///
/// @param spool where they go
public record UploadReader(Spool spool) {
    private static final int LONGEST_FIELD = 64 * 1024;
    private static final int LONGEST_PART_HEADER = 16 * 1024;
    private static final int MOST_PARTS = 500;
    private static final Set<String> FIELDS = Set.of("title", "timestamp");

    /// @throws FailureException [Failure.BadRequest], [Failure.TooLarge], [Failure.UnsupportedType],
    ///     [Failure.Unprocessable] for a field that is not known
    Upload read(HttpServletRequest request) {
        Upload upload = new Upload();
        try {
            fill(upload, request);
            return upload;
        } catch (RuntimeException | Error failed) {
            upload.close();
            throw failed;
        }
    }

    private void fill(Upload upload, HttpServletRequest request) {
        query(upload, request);
        if (JakartaServletFileUpload.isMultipartContent(request)) {
            form(upload, request);
        } else if (isPicture(request)) {
            body(upload, request);
        } else {
            throw new Failure.UnsupportedType(
                            "send a form (multipart/form-data) with a part 'file', or a picture with its Content-Type")
                    .exception();
        }
        if (upload.files.isEmpty()) {
            throw new Failure.BadRequest("there is no part 'file' in the form").exception();
        }
    }

    private static boolean isPicture(HttpServletRequest request) {
        String type = Objects.requireNonNullElse(request.getContentType(), "").toLowerCase(Locale.ROOT);
        return type.startsWith("image/");
    }

    /// Fields may stand in the query too, beside a form as beside a body.
    private static void query(Upload upload, HttpServletRequest request) {
        Query.all(request).forEach((name, values) -> {
            if (!"filename".equals(name)) {
                List.of(values).forEach(value -> upload.field(name, value));
            }
        });
    }

    private void body(Upload upload, HttpServletRequest request) {
        String name = Objects.requireNonNullElse(request.getParameter("filename"), "");
        try {
            upload.files.add(new File(name, spool.receive(request.getInputStream())));
        } catch (IOException broken) {
            throw brokenOff(broken);
        }
    }

    private void form(Upload upload, HttpServletRequest request) {
        try {
            JakartaServletFileUpload<?, ?> form = new JakartaServletFileUpload<>();
            form.setMaxPartHeaderSize(LONGEST_PART_HEADER);
            form.getItemIterator(request).forEachRemaining(part -> part(upload, part));
        } catch (FileUploadException malformed) {
            throw new Failure.BadRequest("the form cannot be read").exception(malformed);
        } catch (IOException | UncheckedIOException broken) {
            throw brokenOff(broken);
        }
    }

    private void part(Upload upload, FileItemInput part) throws IOException {
        upload.countPart();
        try (InputStream in = part.getInputStream()) {
            if (part.isFormField()) {
                upload.field(part.getFieldName(), text(in));
            } else if ("file".equals(part.getFieldName())) {
                upload.files.add(new File(Objects.requireNonNullElse(part.getName(), ""), spool.receive(in)));
            } else {
                throw new Failure.Unprocessable("files are expected in parts called 'file'").exception();
            }
        }
    }

    private static String text(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LONGEST_FIELD + 1);
        if (bytes.length > LONGEST_FIELD) {
            throw new Failure.Unprocessable("a field is longer than %d bytes".formatted(LONGEST_FIELD)).exception();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static FailureException brokenOff(Exception broken) {
        return new Failure.BadRequest("the upload broke off").exception(broken);
    }

    /// A received file.
    ///
    /// @param name as the sender calls it; may be empty, may hold anything
    record File(String name, Spooled spooled) {}

    /// What a request brought. Its files are gone when it is closed.
    static final class Upload implements AutoCloseable {
        private final List<File> files = new ArrayList<>();
        private final List<String> titles = new ArrayList<>();
        private Optional<Timestamp> timestamp = Optional.empty();
        private int parts;
        private long text;

        private void countPart() {
            if (++parts > MOST_PARTS) {
                throw new Failure.TooLarge("a form with over %d parts is not accepted".formatted(MOST_PARTS))
                        .exception();
            }
        }

        private void field(String name, String value) {
            text += value.length();
            if (text > LONGEST_FIELD) {
                throw new Failure.TooLarge(
                                "fields over %d characters together are not accepted".formatted(LONGEST_FIELD))
                        .exception();
            }
            if ("file".equals(name)) {
                throw new Failure.Unprocessable("'file' is a text here, not a file (with curl: -F file=@photo.jpg)")
                        .exception();
            }
            if (!FIELDS.contains(name)) {
                throw new Failure.Unprocessable("there is no field '" + name + "'").exception();
            }
            if ("title".equals(name)) {
                titles.add(value);
            } else {
                timestamp = Optional.of(parse(value.strip()));
            }
        }

        /// In the form that documents have, or ISO 8601.
        private static Timestamp parse(String text) {
            Timestamp given = new Timestamp(text);
            try {
                return given.instant().isPresent() ? given : Timestamp.of(Instant.parse(text));
            } catch (DateTimeParseException wrong) {
                throw new Failure.Unprocessable(
                                "the timestamp has to look like 20090129T235959.000000 or 2009-01-29T23:59:59Z")
                        .exception(wrong);
            }
        }

        List<File> files() {
            return List.copyOf(files);
        }

        List<String> titles() {
            return List.copyOf(titles);
        }

        Optional<Timestamp> timestamp() {
            return timestamp;
        }

        @Override
        public void close() {
            files.forEach(file -> file.spooled().close());
        }
    }
}
