package org.huimages.webapp.picture;

import jakarta.servlet.ServletRequest;
import org.huimages.rendition.Rendition;
import org.huimages.rendition.RenditionKey;
import org.huimages.url.ImageFormat;

/// The file that answers a request, and how long it may be kept.
///
/// @param location in the cache
/// @param cacheControl the header's value
record Sent(String location, ImageFormat format, String cacheControl) {
    private static final String HALF_A_YEAR = "public, max-age=15552000";
    private static final String A_DAY = "public, max-age=86400";
    private static final String A_MOMENT = "public, max-age=5";
    private static final String NOWHERE = "private, no-store";

    /// The file that was asked for. What a new focal point changes is asked for again after a day.
    static Sent itself(RenditionKey key) {
        return new Sent(key.location(), key.format(), key.isCrop() ? A_DAY : HALF_A_YEAR);
    }

    /// Another one, until there is time to make what was asked for.
    static Sent instead(RenditionKey larger) {
        return new Sent(larger.location(), larger.format(), A_MOMENT);
    }

    /// One that is not kept here: because it is for this viewer alone, or because there is no room.
    static Sent once(Rendition.Once file) {
        String keeping = file.hidden() ? NOWHERE : itself(file.key()).cacheControl();
        return new Sent(file.location(), file.key().format(), keeping);
    }

    /// What was chosen for this request.
    static Sent of(ServletRequest request) {
        return (Sent) request.getAttribute(Sent.class.getName());
    }

    void choose(ServletRequest request) {
        request.setAttribute(Sent.class.getName(), this);
    }
}
