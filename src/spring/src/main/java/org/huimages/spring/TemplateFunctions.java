package org.huimages.spring;

import java.util.Optional;
import java.util.Set;
import org.huimages.client.HuImages;
import org.huimages.client.ImageInfo;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.expression.IExpressionObjectFactory;

/// What expressions of templates call `#hu`. (Beans cannot be called where an address is written.)
public final class TemplateFunctions {
    private static final String NAME = "hu";

    private final HuImages images;

    TemplateFunctions(HuImages images) {
        this.images = images;
    }

    /// The address of the picture in a size; empty where there is no picture.
    ///
    /// @param picture a text, an [org.huimages.url.ImageId], an [ImageInfo], or an [Optional] of them
    public String url(@Nullable Object picture, String size) {
        return id(picture).map(id -> images.scaledImageUrl(id, size)).orElse("");
    }

    /// The ID that a template means, if there is a picture.
    static Optional<String> id(@Nullable Object picture) {
        return switch (picture) {
            case null -> Optional.empty();
            case Optional<?> maybe -> maybe.flatMap(TemplateFunctions::id);
            case ImageInfo info -> Optional.of(info.id().text());
            default -> Optional.of(picture.toString()).filter(text -> !text.isEmpty());
        };
    }

    /// Gives them to Thymeleaf.
    record Factory(HuImages images) implements IExpressionObjectFactory {
        @Override
        public Set<String> getAllExpressionObjectNames() {
            return Set.of(NAME);
        }

        @Override
        public TemplateFunctions buildObject(IExpressionContext context, String name) {
            return new TemplateFunctions(images);
        }

        @Override
        public boolean isCacheable(String name) {
            return true;
        }
    }
}
