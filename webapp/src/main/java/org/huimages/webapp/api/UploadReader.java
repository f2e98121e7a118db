package org.huimages.webapp.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.upload.Spool;
import org.huimages.upload.Spooled;
import org.huimages.webapp.http.GuardedBody;
import org.huimages.webapp.http.Query;

/// Reads a request with pictures: a multipart form, or one picture as the body. Bytes go to disk as they come.
///
/// @param spool where they go
/// @param fileField what the parts of a form with files are called
/// @param ownFields fields of a form that say nothing of the pictures, for who reads them
public record UploadReader(Spool spool, String fileField, Set<String> ownFields) {
    private static final int LONGEST_FIELD = 64 * 1024;
    private static final int LONGEST_PART_HEADER = 16 * 1024;
    private static final int MOST_PARTS = 500;

    /// For the API's forms.
    public UploadReader(Spool spool) {
        this(spool, "file", Set.of());
    }

    /// @throws FailureException [Failure.BadRequest], [Failure.TooLarge], [Failure.UnsupportedType],
    ///     [Failure.Unprocessable] for a field that is not known
    public Upload read(HttpServletRequest request) {
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
        HttpServletRequest guarded = new GuardedBody(request);
        if (JakartaServletFileUpload.isMultipartContent(request)) {
            form(upload, guarded);
        } else if (isPicture(request)) {
            body(upload, guarded);
        } else {
            throw new Failure.UnsupportedType(
                            "send a form (multipart/form-data) with a part 'file', or a picture with its Content-Type")
                    .exception();
        }
        if (upload.files.isEmpty()) {
            throw new Failure.BadRequest("there is no part '" + fileField + "' in the form").exception();
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
                List.of(values).forEach(value -> upload.fields.add(name, value));
            }
        });
    }

    private void body(Upload upload, HttpServletRequest request) {
        String name = Query.single(request, "filename").orElse("");
        try {
            upload.files.add(new File(name, spool.receive(request.getInputStream())));
        } catch (IOException broken) {
            throw brokenOff(broken);
        }
    }

    private void form(Upload upload, HttpServletRequest request) {
        try {
            parts(request).forEachRemaining(part -> part(upload, part));
        } catch (FileUploadException malformed) {
            throw new Failure.BadRequest("the form cannot be read").exception(malformed);
        } catch (IOException | UncheckedIOException broken) {
            throw brokenOff(broken);
        }
    }

    private static FileItemInputIterator parts(HttpServletRequest request) throws IOException {
        JakartaServletFileUpload<?, ?> form = new JakartaServletFileUpload<>();
        form.setMaxPartHeaderSize(LONGEST_PART_HEADER);
        try {
            return form.getItemIterator(request);
        } catch (IllegalArgumentException noCharset) {
            throw new Failure.BadRequest("the form is in a charset that is not known").exception(noCharset);
        }
    }

    private void part(Upload upload, FileItemInput part) throws IOException {
        upload.countPart();
        try (InputStream in = part.getInputStream()) {
            if (part.isFormField()) {
                field(upload, part.getFieldName(), text(in));
            } else if (fileField.equals(part.getFieldName())) {
                upload.files.add(new File(name(part), spool.receive(in)));
            } else {
                throw new Failure.Unprocessable("files are expected in parts called '" + fileField + "'").exception();
            }
        }
    }

    private void field(Upload upload, String name, String value) {
        if (ownFields.contains(name)) {
            upload.own.put(name, value);
        } else {
            upload.fields.add(name, value);
        }
    }

    /// The library refuses names that no file here can have (NUL); we only write them down.
    private static String name(FileItemInput part) {
        try {
            return Objects.requireNonNullElse(part.getName(), "");
        } catch (InvalidPathException strange) {
            return strange.getInput();
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
    public record File(String name, Spooled spooled) {}

    /// What a request brought. Its files are gone when it is closed.
    public static final class Upload implements AutoCloseable {
        private final List<File> files = new ArrayList<>();
        private final UploadFields fields = new UploadFields();
        private final Map<String, String> own = new TreeMap<>();
        private int parts;

        private void countPart() {
            if (++parts > MOST_PARTS) {
                throw new Failure.TooLarge("a form with over %d parts is not accepted".formatted(MOST_PARTS))
                        .exception();
            }
        }

        public List<File> files() {
            return List.copyOf(files);
        }

        public UploadFields fields() {
            return fields;
        }

        /// What stands in one of the reader's own fields; empty if it is not there.
        public String own(String name) {
            return own.getOrDefault(name, "");
        }

        @Override
        public void close() {
            files.forEach(file -> file.spooled().close());
        }
    }
}
