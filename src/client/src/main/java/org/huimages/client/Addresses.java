package org.huimages.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.huimages.url.Extension;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.huimages.url.ImagePath;
import org.huimages.url.SigningKeys;
import org.huimages.url.Size;

/// Writes addresses of pictures.
///
/// @param base what they begin with, without a slash at its end
/// @param keys sign the addresses of renditions, if there are any
/// @param validity how long a signature counts, at least; for ever, if empty
record Addresses(String base, Optional<SigningKeys> keys, Optional<Duration> validity) {

    /// @param info what is known of the picture; without it, its name is missing
    String of(ImageId id, Size size, ImageFormat format, Optional<ImageInfo> info) {
        String name = info.map(known -> FreeName.of(known, size)).orElse("");
        ImagePath path = new ImagePath(size, id, name, Extension.of(format));
        return base + path.encoded() + (size instanceof Size.Original ? "" : signature(path));
    }

    /// The original under its true extension, as far as it is known.
    String original(ImageId id, Optional<ImageInfo> info) {
        ImageFormat format = info.flatMap(ImageInfo::format).orElse(ImageFormat.JPEG);
        return of(id, new Size.Original(), format, info);
    }

    private String signature(ImagePath path) {
        return keys.map(signing -> "?sig=" + signing.sign(path, expiry()).text())
                .orElse("");
    }

    /// Rounded up to a multiple of the validity: pages written within it have the same addresses, which browsers know
    /// again.
    private Optional<Instant> expiry() {
        return validity.map(time -> {
            long seconds = Math.max(1, time.toSeconds());
            return Instant.ofEpochSecond((Instant.now().getEpochSecond() / seconds + 2) * seconds);
        });
    }
}
