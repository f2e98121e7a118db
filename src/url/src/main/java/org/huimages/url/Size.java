package org.huimages.url;

import java.util.Map;
import java.util.Optional;

/// The size a picture is asked for in: the first part of its address. Edges are in pixels, from 1 to 999,999,999;
/// what a server is willing to make is its own policy.
public sealed interface Size {
    /// What is meant where a size may be left out: fits in 150 by 150.
    Size DEFAULT = new Fit(150, 150);

    /// The sizes that have a name, unmodifiable, in the order of the manual. Names are for clients; the server
    /// answers an address with a name by a redirect to the numbers.
    Map<String, Size> NAMED = SizeText.named();

    /// The only spelling of this size in an address: `o`, `240x160`, `75x75!`. The inverse of [#parse].
    String text();

    /// The size with exactly this text: no leading zeros, no names, at most nine digits for an edge.
    static Optional<Size> parse(String text) {
        return SizeText.parse(text);
    }

    /// The size of a name, `small`; names are lower case.
    static Optional<Size> named(String name) {
        return Optional.ofNullable(NAMED.get(name));
    }

    /// The original as it was stored, never converted. Its text is `o`.
    record Original() implements Size {
        @Override
        public String text() {
            return SizeText.ORIGINAL;
        }
    }

    /// Fits in the box, keeps the aspect ratio, never enlarges. Its text is `240x160`.
    ///
    /// @param width the box's, in pixels
    /// @param height the box's, in pixels
    record Fit(int width, int height) implements Size {
        /// @throws IllegalArgumentException if an edge is not from 1 to 999,999,999
        public Fit {
            SizeText.check(width, height);
        }

        @Override
        public String text() {
            return width + "x" + height;
        }
    }

    /// Exactly this large: scaled to cover the box, enlarged if need be, and cropped. Its text is `75x75!`.
    ///
    /// @param width the picture's, in pixels
    /// @param height the picture's, in pixels
    record Exact(int width, int height) implements Size {
        /// @throws IllegalArgumentException if an edge is not from 1 to 999,999,999
        public Exact {
            SizeText.check(width, height);
        }

        @Override
        public String text() {
            return width + "x" + height + "!";
        }
    }
}
