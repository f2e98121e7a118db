package org.huimages.catalog;

import java.util.ArrayList;
import java.util.List;
import org.huimages.header.Orientation;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;

/// What is known of one picture.
///
/// @param format the true format, found by looking at the bytes
/// @param dimensions of the upright picture, in pixels
/// @param orientation how the stored picture has to be turned to be upright
/// @param length of the original, in bytes
/// @param sha256 of the original, 64 lower-case hexadecimal digits
/// @param filename as the uploader called it; empty if it had no name
/// @param titles newest last
/// @param created a [Timestamp], kept for ever
/// @param modified a [Timestamp], of the last saving
public record ImageDocument(
        ImageId id,
        ImageFormat format,
        Dimensions dimensions,
        Orientation orientation,
        long length,
        String sha256,
        String filename,
        List<String> titles,
        Timestamp created,
        Timestamp modified) {

    public ImageDocument {
        titles = List.copyOf(titles);
    }

    /// This document after the same picture was saved again as `later`: what is new is added, a title already
    /// there moves to the end, nothing is taken away.
    public ImageDocument savedAgain(ImageDocument later) {
        List<String> all = new ArrayList<>(titles);
        all.removeAll(later.titles);
        all.addAll(later.titles);
        return new ImageDocument(
                id,
                format,
                dimensions,
                orientation,
                length,
                sha256,
                filename.isEmpty() ? later.filename : filename,
                all,
                created,
                later.modified);
    }
}
