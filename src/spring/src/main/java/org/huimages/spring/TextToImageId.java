package org.huimages.spring;

import org.huimages.url.ImageId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;

/// Reads IDs from addresses, forms and properties. An empty text is no picture; any other that is not an ID is refused,
/// which in an address is 400.
final class TextToImageId implements Converter<String, @Nullable ImageId> {
    @Override
    public @Nullable ImageId convert(String text) {
        return text.isEmpty() ? null : new ImageId(text);
    }
}
