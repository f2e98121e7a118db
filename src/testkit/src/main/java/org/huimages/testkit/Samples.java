package org.huimages.testkit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.Timestamp;
import org.huimages.url.ImageId;

/// IDs and documents for tests of what does not care which.
public final class Samples {
    public static final String CLUSTER = "01";
    public static final Timestamp EARLIER = new Timestamp("20090129T235959.000000");

    private Samples() {}

    /// Another ID for each number, always the same.
    public static ImageId id(int number) {
        return ImageId.of(digest("SHA-1", number), CLUSTER);
    }

    /// The document of the picture [#id] with these titles, saved at [#EARLIER].
    public static ImageDocument document(int number, String... titles) {
        return new SampleDocument(number).titles(titles).get();
    }

    /// Another checksum for each number, always the same.
    static String sha256(int number) {
        return HexFormat.of().formatHex(digest("SHA-256", number));
    }

    private static byte[] digest(String algorithm, int number) {
        try {
            return MessageDigest.getInstance(algorithm)
                    .digest(("picture " + number).getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
