package org.huimages.original;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.huimages.url.ImageId;

/// What the bytes of a file come to.
///
/// @param sha1 20 bytes
/// @param sha256 64 lower-case hexadecimal digits
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Sums(long length, byte[] sha1, String sha256) {
    private static final int BUFFER = 64 * 1024;

    public static Sums of(Path file) throws IOException {
        MessageDigest sha1 = digest("SHA-1");
        MessageDigest sha256 = digest("SHA-256");
        long length = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                sha1.update(buffer, 0, count);
                sha256.update(buffer, 0, count);
                length += count;
            }
        }
        return new Sums(length, sha1.digest(), HexFormat.of().formatHex(sha256.digest()));
    }

    /// Whether they are the bytes of this picture.
    public boolean areOf(ImageId id) {
        return Arrays.equals(sha1, id.sha1());
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
