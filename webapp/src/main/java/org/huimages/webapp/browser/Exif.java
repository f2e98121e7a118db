package org.huimages.webapp.browser;

import java.util.Optional;

/// What a photo tells of how it came to be.
///
/// @param camera maker and model
/// @param taken as the camera wrote it, in its own time: `2024-05-06 12:30`
/// @param exposure such as `1/250 s, f/8, ISO 100, 35 mm`
/// @param placed whether it says where it was taken
record Exif(Optional<String> camera, Optional<String> taken, Optional<String> exposure, boolean placed) {
    static final Exif NOTHING = new Exif(Optional.empty(), Optional.empty(), Optional.empty(), false);
}
