package org.huimages.webapp.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.cert.Certificate;
import java.util.jar.Manifest;
import org.apache.catalina.WebResource;
import org.apache.catalina.WebResourceRoot;
import org.apache.tomcat.util.http.FastHttpDateFormat;
import org.jspecify.annotations.Nullable;

/// A file of the cache, as Tomcat's machinery wants to see it: looked at once, when it is found.
final class CacheFile implements WebResource {
    private static final long MILLIS = 1_000;

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
        return FastHttpDateFormat.formatDate(lastModified);
    }

    /// Where sendfile finds it.
    @Override
    public String getCanonicalPath() {
        return file.toString();
    }

    /// @throws FileVanished if it is not there any more
    @Override
    public InputStream getInputStream() {
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException gone) {
            throw new FileVanished(gone);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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
