package org.huimages.store.s3;

import java.net.URI;
import java.util.Optional;
import org.huimages.original.Verify;

/// Where originals lie.
///
/// @param bucket `HUIMAGES3BUCKET`
/// @param endpoint `HUIMAGES_S3_ENDPOINT`: another server than Amazon's
/// @param pathStyle `HUIMAGES_S3_PATH_STYLE`: whether the bucket stands in the path, not in the host's name
/// @param keys if not given, the SDK looks for them where it always does: profile, container, instance
/// @param verify `HUIMAGES_VERIFY`
public record S3Config(String bucket, Optional<URI> endpoint, boolean pathStyle, Optional<S3Keys> keys, Verify verify) {

    /// A name with dots has more parts than a certificate `*.s3.amazonaws.com` stands for.
    boolean isPathStyle() {
        return pathStyle || (bucket.contains(".") && isEncrypted());
    }

    private boolean isEncrypted() {
        return endpoint.map(server -> "https".equalsIgnoreCase(server.getScheme()))
                .orElse(true);
    }

    /// The server, for people.
    String server() {
        return endpoint.map(URI::toString).orElse("Amazon S3");
    }
}
