package org.huimages.webapp.picture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.cert.Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.jar.Manifest;
import org.apache.catalina.WebResource;
import org.apache.catalina.WebResourceRoot;
import org.jspecify.annotations.Nullable;

/// A file of the cache, as Tomcat's machinery wants to see it: looked at once, when it is found.
final class CacheFile implements WebResource {
    /// As much as is written to a connection without sendfile; what is larger Tomcat hands to the kernel.
    static final int SMALL = 48 << 10;

    private static final long MILLIS = 1_000;

    /// RFC 9110, section 5.6.7. Tomcat's own remembers a thousand dates, and is slow with the next one.
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final WebResourceRoot root;
    private final Path file;
    private final long length;
    private final long lastModified;
    private @Nullable String mediaType;

    private CacheFile(WebResourceRoot root, Path file, BasicFileAttributes attributes) {
        this.root = root;
        this.file = file;
        this.length = attributes.size();
        this.lastModified = attributes.lastModifiedTime().toMillis();
    }

    /// @throws FileVanished if it is not there, and never was perhaps
    static CacheFile find(WebResourceRoot root, Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new FileVanished(new NoSuchFileException(file.toString()));
            }
            return new CacheFile(root, file, attributes);
        } catch (NoSuchFileException gone) {
            throw new FileVanished(gone);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// As nginx makes it, from the second of its making and its length: whichever of the two sends a file, a
    /// browser that has it learns that it is the same. It is strong, so that a range of it can be asked for: a file
    /// is never written to, and takes the place of another one only where a focal point has moved.
    @Override
    public String getETag() {
        return '"' + Long.toHexString(lastModified / MILLIS) + '-' + Long.toHexString(length) + '"';
    }

    @Override
    public long getContentLength() {
        return length;
    }

    @Override
    public long getLastModified() {
        return lastModified;
    }

    @Override
    public String getLastModifiedHttp() {
        return HTTP_DATE.format(Instant.ofEpochMilli(lastModified));
    }

    /// Where sendfile finds it.
    @Override
    public String getCanonicalPath() {
        return file.toString();
    }

    /// What is small is read whole, before anything is answered: it can vanish until then, and not after.
    ///
    /// @throws FileVanished if it is not there any more
    @Override
    public InputStream getInputStream() {
        try {
            return length <= SMALL ? new ByteArrayInputStream(whole()) : Files.newInputStream(file);
        } catch (NoSuchFileException gone) {
            throw new FileVanished(gone);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private byte[] whole() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) length);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes) < 0) {
                    throw new NoSuchFileException(file + " is another one now");
                }
            }
        }
        return bytes.array();
    }

    @Override
    public String getName() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public String getWebappPath() {
        return file.toString();
    }

    @Override
    public @Nullable String getMimeType() {
        return mediaType;
    }

    @Override
    public void setMimeType(String mimeType) {
        mediaType = mimeType;
    }

    @Override
    public WebResourceRoot getWebResourceRoot() {
        return root;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public boolean isFile() {
        return true;
    }

    @Override
    public boolean canRead() {
        return true;
    }

    @Override
    public boolean isVirtual() {
        return false;
    }

    @Override
    public boolean isDirectory() {
        return false;
    }

    @Override
    public boolean delete() {
        return false;
    }

    @Override
    public long getCreation() {
        return lastModified;
    }

    @Override
    public byte @Nullable [] getContent() {
        return null;
    }

    @Override
    public URL getURL() {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Certificate @Nullable [] getCertificates() {
        return null;
    }

    @Override
    public @Nullable Manifest getManifest() {
        return null;
    }
}
