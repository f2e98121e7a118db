package org.huimages.spring;

import java.util.Map;
import java.util.Set;
import org.huimages.client.HuImages;
import org.huimages.client.PictureOptions;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.processor.StandardXmlNsTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/// Pictures in Thymeleaf's templates:
///
/// ```html
/// <img hu:image="${article.picture}" hu:size="small" class="left">
/// <img hu:picture="${article.picture}" hu:size="640x480" hu:widths="320 640 1280" hu:sizes="100vw" hu:urgent="true">
/// ```
///
/// In place of the tag stands what [HuImages#scaledTag] or [HuImages#pictureTag] writes. `hu:image` and `hu:picture`
/// are
/// expressions: a text, an [org.huimages.url.ImageId], an [org.huimages.client.ImageInfo], or an
/// [java.util.Optional] of them; where there is none, there is no tag. The others are texts, or expressions if there
/// is a `{` in them. Further attributes, those of `th:` too, go to the `<img>` in place of the client's; a `src`, which
/// shows something to who opens the template itself, does not.
///
/// In expressions there is `${#hu.url(article.picture, 'vga')}` ([TemplateFunctions]).
public final class HuImagesDialect extends AbstractProcessorDialect implements IExpressionObjectDialect {
    /// When all of `th:` is done.
    private static final int PRECEDENCE = StandardDialect.PROCESSOR_PRECEDENCE + 100;

    private final HuImages images;

    /// @param images writes the tags
    public HuImagesDialect(HuImages images) {
        super("huImages", "hu", PRECEDENCE);
        this.images = images;
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(
                new PictureAttribute(prefix, "image", this::image),
                new PictureAttribute(prefix, "picture", this::picture),
                new StandardXmlNsTagProcessor(TemplateMode.HTML, prefix));
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return new TemplateFunctions.Factory(images);
    }

    private String image(String id, TemplateTag tag) {
        return images.scaledTag(id, tag.own("size"), tag.others());
    }

    private String picture(String id, TemplateTag tag) {
        return images.pictureTag(id, tag.own("size"), options(tag));
    }

    private static PictureOptions options(TemplateTag tag) {
        PictureOptions options = PictureOptions.usual();
        if (Boolean.parseBoolean(tag.own("urgent"))) {
            options = options.urgent();
        }
        if (!tag.own("widths").isBlank()) {
            String sizes = tag.own("sizes");
            options = options.responsive(sizes.isBlank() ? "100vw" : sizes, tag.own("widths"));
        }
        for (Map.Entry<String, String> attribute : tag.others().entrySet()) {
            options = options.with(attribute.getKey(), attribute.getValue());
        }
        return options;
    }
}
