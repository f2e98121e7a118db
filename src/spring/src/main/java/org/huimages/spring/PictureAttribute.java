package org.huimages.spring;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/// An attribute that says which picture stands in place of its tag.
final class PictureAttribute extends AbstractStandardExpressionAttributeTagProcessor {
    private static final int PRECEDENCE = 1000;

    private final Writer writer;

    PictureAttribute(String prefix, String name, Writer writer) {
        super(TemplateMode.HTML, prefix, name, PRECEDENCE, true);
        this.writer = writer;
    }

    /// Writes the picture.
    @FunctionalInterface
    interface Writer {

        /// HTML, with everything escaped.
        ///
        /// @param tag in the template
        String write(String id, TemplateTag tag);
    }

    @Override
    protected void doProcess(
            ITemplateContext context,
            IProcessableElementTag tag,
            AttributeName name,
            String text,
            @Nullable Object value,
            IElementTagStructureHandler structure) {
        TemplateFunctions.id(value)
                .ifPresentOrElse(
                        id -> structure.replaceWith(
                                writer.write(id, new TemplateTag(context, tag, name.getPrefix())), false),
                        structure::removeElement);
    }
}
