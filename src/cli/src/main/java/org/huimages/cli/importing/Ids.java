package org.huimages.cli.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.huimages.url.ImageId;

/// The ID that the server would give a file.
///
/// @param cluster two digits
record Ids(String cluster) {

    ImageId of(Path file) throws IOException {
        MessageDigest sha1 = sha1();
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), sha1)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return ImageId.of(sha1.digest(), cluster);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
