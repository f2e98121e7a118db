package org.huimages.webapp.picture;

import jakarta.servlet.ServletRequest;
import org.huimages.rendition.RenditionKey;

/// The file that answers a request, and how long it may be kept.
///
/// @param cacheControl the header's value
record Sent(RenditionKey key, String cacheControl) {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String A_MOMENT = "public, max-age=5";

    /// The file that was asked for.
    static Sent itself(RenditionKey key) {
        return new Sent(key, FOR_EVER);
    }

    /// Another one, until there is time to make what was asked for.
    static Sent instead(RenditionKey larger) {
        return new Sent(larger, A_MOMENT);
    }

    /// What was chosen for this request.
    static Sent of(ServletRequest request) {
        return (Sent) request.getAttribute(Sent.class.getName());
    }

    void choose(ServletRequest request) {
        request.setAttribute(Sent.class.getName(), this);
    }
}
