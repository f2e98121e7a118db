package org.huimages.bench.picture;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.huimages.testkit.JpegSegments;
import org.huimages.url.ImageId;

/// One picture as many: each time with another comment in it, so that each has its own ID.
public final class Copies {
    private static final int COMMENT = 0xFE;

    private final byte[] bytes;

    public Copies(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    public byte[] file(int number) {
        byte[] comment = ("picture " + number).getBytes(StandardCharsets.US_ASCII);
        return JpegSegments.insert(bytes, JpegSegments.segment(COMMENT, comment));
    }

    public ImageId id(int number) {
        try {
            return ImageId.of(MessageDigest.getInstance("SHA-1").digest(file(number)), "01");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
