package org.huimages.webapp.picture;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.huimages.rendition.SizePolicy;
import org.huimages.url.ImagePath;
import org.huimages.url.Signature;
import org.huimages.url.SigningKeys;

/// What the picture servlet goes by.
///
/// @param timeout of one render; a little later the request is answered whatever happens
/// @param cluster the two digits that end the IDs of this server
/// @param sizes which renditions may be made
/// @param keys whose signatures let somebody see a private picture, if there are any
public record PictureRules(Duration timeout, String cluster, SizePolicy sizes, Optional<SigningKeys> keys) {

    /// Whether an address is signed, so that whoever has it may see the picture.
    boolean isSigned(ImagePath path, Optional<String> signature) {
        return keys.flatMap(known -> signature.flatMap(Signature::parse).filter(given -> isValid(known, path, given)))
                .isPresent();
    }

    private static boolean isValid(SigningKeys known, ImagePath path, Signature given) {
        return known.verify(path, given, Instant.now()) == SigningKeys.Verdict.VALID;
    }
}
