package org.huimages.catalog;

import org.huimages.header.Orientation;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;

/// What the bytes of an original say of themselves, found by looking at them.
///
/// @param format the true one
/// @param dimensions of the upright picture, in pixels
/// @param orientation how the stored picture has to be turned to be upright
/// @param length in bytes
/// @param sha256 64 lower-case hexadecimal digits
public record Facts(ImageFormat format, Dimensions dimensions, Orientation orientation, long length, String sha256) {}
