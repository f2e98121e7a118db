package org.huimages.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.huimages.client.http.Counted;
import org.huimages.client.http.Form;
import org.huimages.client.json.Json;

/// A picture to be saved, and what is to be said of it. Immutable: each method gives another upload.
public final class Upload {
    private static final String ANY_PICTURE = "application/octet-stream";

    private final Source source;
    private final List<Map.Entry<String, String>> fields;
    private final LongConsumer progress;

    private Upload(Source source, List<Map.Entry<String, String>> fields, LongConsumer progress) {
        this.source = source;
        this.fields = List.copyOf(fields);
        this.progress = progress;
    }

    /// @param contentType what the sender takes it for; the server looks for itself
    /// @param tries how often it can be sent
    private record Source(String filename, String contentType, Supplier<BodyPublisher> content, int tries) {}

    private static Upload of(String filename, Supplier<BodyPublisher> content, int tries) {
        return new Upload(new Source(filename, ANY_PICTURE, content, tries), List.of(), sent -> {});
    }

    /// The file, under its own name. Its bytes are read while they are sent.
    public static Upload of(Path file) {
        return of(String.valueOf(file.getFileName()), () -> open(file), 3);
    }

    /// By its path: `BodyPublishers.ofFile` goes by the name, which need not be one in the language of the machine.
    private static BodyPublisher open(Path file) {
        try {
            long length = Files.size(file);
            return length == 0
                    ? BodyPublishers.noBody()
                    : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> content(file)), length);
        } catch (IOException missing) {
            throw new HuImagesException(0, file + " cannot be read", missing);
        }
    }

    private static InputStream content(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException closed) {
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    throw closed;
                }

                @Override
                public int read(byte[] into, int from, int most) throws IOException {
                    throw closed;
                }
            };
        }
    }

    /// @param filename may be empty
    public static Upload of(byte[] picture, String filename) {
        byte[] copy = picture.clone();
        return of(filename, () -> BodyPublishers.ofByteArray(copy), 3);
    }

    /// Read to its end while it is sent; closing is the caller's. Cannot be sent a second time, so what fails is not
    /// tried again.
    ///
    /// @param filename may be empty
    public static Upload of(InputStream picture, String filename) {
        return of(filename, () -> BodyPublishers.ofInputStream(() -> picture), 1);
    }

    /// Opened anew for each try, and closed when it was read.
    ///
    /// @param filename may be empty
    public static Upload of(Supplier<? extends InputStream> picture, String filename) {
        return of(filename, () -> BodyPublishers.ofInputStream(picture), 3);
    }

    public Upload filename(String filename) {
        return new Upload(new Source(filename, source.contentType, source.content, source.tries), fields, progress);
    }

    public Upload contentType(String contentType) {
        return new Upload(new Source(source.filename, contentType, source.content, source.tries), fields, progress);
    }

    /// The same, and one that is there already becomes the newest.
    public Upload title(String title) {
        return field("title", title);
    }

    public Upload type(String type) {
        return field("type", type);
    }

    /// Of the uploader, in lower case.
    public Upload tags(String... tags) {
        return field("tags", String.join(" ", tags));
    }

    /// To something else: `reference("artnr", "14600")`.
    public Upload reference(String key, String value) {
        return field("ref." + key, Json.of(value).text());
    }

    /// When the picture was taken, or last changed; now, if this is not said.
    public Upload timestamp(Instant moment) {
        return field("timestamp", moment.toString());
    }

    /// @param sent is told how many bytes have gone to the server so far, often, by other threads
    public Upload progress(LongConsumer sent) {
        return new Upload(source, fields, sent);
    }

    private Upload field(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(fields);
        more.add(Map.entry(name, value));
        return new Upload(source, more, progress);
    }

    /// Fields come before the file: the server reads them first.
    Form form() {
        Form form = new Form();
        fields.forEach(field -> form.field(field.getKey(), field.getValue()));
        return form.file(
                "file", source.filename, source.contentType, () -> new Counted(source.content.get(), progress));
    }

    int tries() {
        return source.tries;
    }
}
