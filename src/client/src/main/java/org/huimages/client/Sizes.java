package org.huimages.client;

import org.huimages.url.Size;

/// Sizes as people write them.
final class Sizes {
    private Sizes() {}

    /// @param text `240x160`, `75x75!`, `o`, or a name such as `small`; 150x150, if it is empty
    /// @throws IllegalArgumentException if it is none of these
    static Size of(String text) {
        return text.isEmpty()
                ? Size.DEFAULT
                : Size.parse(text)
                        .or(() -> Size.named(text))
                        .orElseThrow(() -> new IllegalArgumentException("not a size: \"" + text
                                + "\"; it is 240x160, 75x75!, o or one of " + Size.NAMED.keySet()));
    }
}
