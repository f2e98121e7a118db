package org.huimages.bench.pyramid;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.huimages.testkit.JpegSegments;
import org.huimages.url.ImageId;

/// One picture as many: each time with another comment in it, so that each has its own ID.
final class Copies {
    private static final int COMMENT = 0xFE;

    private final byte[] bytes;

    Copies(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    int length() {
        return bytes.length;
    }

    byte[] file(int number) {
        byte[] comment = ("picture " + number).getBytes(StandardCharsets.US_ASCII);
        return JpegSegments.insert(bytes, JpegSegments.segment(COMMENT, comment));
    }

    ImageId id(int number) {
        try {
            return ImageId.of(MessageDigest.getInstance("SHA-1").digest(file(number)), "01");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
