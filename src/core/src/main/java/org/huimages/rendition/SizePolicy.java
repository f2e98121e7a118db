package org.huimages.rendition;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.url.ImagePath;
import org.huimages.url.Signature;
import org.huimages.url.SigningKeys;
import org.huimages.url.Size;

/// Which renditions may be made. It decides about making alone: what is in the cache is sent to anyone, and so is
/// an original.
public sealed interface SizePolicy {

    /// @param signature what stands in the address as [Signature#PARAMETER], if anything does
    /// @throws FailureException [Failure.Forbidden] if this may not be made
    void check(ImagePath path, Optional<String> signature, Instant now);

    /// Any size, up to the longest edge allowed.
    record Open() implements SizePolicy {
        @Override
        public void check(ImagePath path, Optional<String> signature, Instant now) {
            // whatever is asked for
        }
    }

    /// The listed sizes, in every format.
    record Listed(Set<Size> sizes) implements SizePolicy {
        public Listed {
            sizes = Set.copyOf(sizes);
        }

        @Override
        public void check(ImagePath path, Optional<String> signature, Instant now) {
            if (isRendition(path) && !sizes.contains(path.size())) {
                throw forbidden("the size " + path.size().text() + " is not made here (HUIMAGES_SIZES)");
            }
        }
    }

    /// What is signed with one of the keys.
    record Signed(SigningKeys keys) implements SizePolicy {
        @Override
        public void check(ImagePath path, Optional<String> signature, Instant now) {
            if (isRendition(path)) {
                Signature given = signature
                        .flatMap(Signature::parse)
                        .orElseThrow(() -> forbidden("this is made with a signature only (HUIMAGES_SIZES)"));
                check(keys.verify(path, given, now));
            }
        }

        private static void check(SigningKeys.Verdict verdict) {
            switch (verdict) {
                case VALID -> {}
                case EXPIRED -> throw forbidden("the signature has expired");
                case UNKNOWN_KEY, WRONG -> throw forbidden("the signature is not valid for this address");
            }
        }
    }

    private static boolean isRendition(ImagePath path) {
        return !(path.size() instanceof Size.Original);
    }

    private static FailureException forbidden(String text) {
        return new Failure.Forbidden(text).exception();
    }
}
