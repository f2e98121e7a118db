package org.huimages.bench.overload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.IntStream;
import org.huimages.bench.picture.Pictures;
import org.huimages.bench.server.ServerClient;
import org.huimages.bench.settings.BenchSettings;
import org.huimages.testkit.JpegSegments;
import org.huimages.url.ImageId;

/// Large progressive pictures that differ: one picture, each time with another comment in it, so that each has
/// its own checksum and thus its own ID.
final class Originals {
    private static final int COMMENT = 0xFE;

    private final byte[] picture;

    private Originals(byte[] picture) {
        this.picture = picture;
    }

    static Originals make() throws IOException {
        var made = Pictures.progressive(BenchSettings.read().made(), OverloadSettings.MEGAPIXELS);
        return new Originals(Files.readAllBytes(made.file()));
    }

    /// The address of the rendition of each.
    List<String> paths(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "/" + OverloadSettings.SIZE + "/" + id(number) + "/picture.jpeg")
                .toList();
    }

    /// Uploads the pictures 0 to count - 1.
    void upload(ServerClient client, int count) throws InterruptedException {
        for (int number = 0; number < count; number++) {
            client.upload("picture" + number + ".jpg", ServerClient.body(file(number)));
        }
    }

    private byte[] file(int number) {
        byte[] comment = ("picture " + number).getBytes(StandardCharsets.US_ASCII);
        return JpegSegments.insert(picture, JpegSegments.segment(COMMENT, comment));
    }

    private ImageId id(int number) {
        try {
            return ImageId.of(MessageDigest.getInstance("SHA-1").digest(file(number)), "01");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
