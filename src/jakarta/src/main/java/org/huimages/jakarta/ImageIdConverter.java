package org.huimages.jakarta;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.huimages.url.ImageId;
import org.jspecify.annotations.Nullable;

/// Keeps the ID of a picture as its 34 characters: an attribute `ImageId picture` of an entity needs no annotation,
/// once
/// this class is named in `persistence.xml`. (In Hibernate it need not be: [ImageIdContributor].)
@Converter(autoApply = true)
public class ImageIdConverter implements AttributeConverter<ImageId, String> {
    /// For the container.
    public ImageIdConverter() {}

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable ImageId id) {
        return id == null ? null : id.text();
    }

    /// @throws IllegalArgumentException if the column holds something else
    @Override
    public @Nullable ImageId convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : new ImageId(text);
    }
}
