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

    /// Who may have had one picture made may have its stand-in made: the signature for that, which ends with the one
    /// that was given, if that is valid.
    Optional<String> signature(ImagePath asked, String given, ImagePath instead) {
        return keys.flatMap(known -> Signature.parse(given)
                .filter(valid -> isValid(known, asked, valid))
                .map(valid -> known.sign(instead, valid.expires()).text()));
    }

    private static boolean isValid(SigningKeys known, ImagePath path, Signature given) {
        return known.verify(path, given, Instant.now()) == SigningKeys.Verdict.VALID;
    }
}
