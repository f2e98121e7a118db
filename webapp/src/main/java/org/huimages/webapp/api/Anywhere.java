package org.huimages.webapp.api;

import java.util.concurrent.ThreadLocalRandom;
import org.huimages.url.ImageId;

/// A place among pictures that is as likely as any other: their IDs are checksums.
public final class Anywhere {
    private static final int SHA1_BYTES = 20;
    private static final String FIRST_CLUSTER = "00";

    private Anywhere() {}

    /// Hardly ever that of a picture.
    public static ImageId id() {
        byte[] sum = new byte[SHA1_BYTES];
        ThreadLocalRandom.current().nextBytes(sum);
        return ImageId.of(sum, FIRST_CLUSTER);
    }
}
