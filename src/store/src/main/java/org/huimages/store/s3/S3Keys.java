package org.huimages.store.s3;

import java.util.Optional;

/// With what requests are signed.
///
/// @param id `AWS_ACCESS_KEY_ID`
/// @param secret `AWS_SECRET_ACCESS_KEY`
/// @param token `AWS_SESSION_TOKEN`, which keys for a limited time have
public record S3Keys(String id, String secret, Optional<String> token) {

    /// Without the secrets.
    @Override
    public String toString() {
        return "S3Keys[" + id + "]";
    }
}
