package org.huimages.spring;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.model.IAttribute;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.util.EscapedAttributeUtils;

/// A tag of a template, with its attributes.
///
/// @param prefix of ours
record TemplateTag(ITemplateContext context, IProcessableElementTag tag, String prefix) {

    /// What an attribute of ours says; empty if it is not there, or says nothing.
    String own(String name) {
        String text = text(tag.getAttributeValue(prefix, name));
        return text.contains("{") ? Objects.toString(value(text), "") : text;
    }

    private @Nullable Object value(String expression) {
        return StandardExpressions.getExpressionParser(context.getConfiguration())
                .parseExpression(context, expression)
                .execute(context);
    }

    /// All that are not ours, by name, in their order.
    Map<String, String> others() {
        Map<String, String> others = new LinkedHashMap<>();
        for (IAttribute attribute : tag.getAllAttributes()) {
            String name = attribute.getAttributeCompleteName();
            if (!isOurs(attribute) && !name.equalsIgnoreCase("src")) {
                others.put(name, text(attribute.getValue()));
            }
        }
        return others;
    }

    private boolean isOurs(IAttribute attribute) {
        return prefix.equals(
                attribute.getAttributeDefinition().getAttributeName().getPrefix());
    }

    /// As it is meant: in the template it is escaped.
    private static String text(@Nullable String escaped) {
        return Objects.requireNonNullElse(EscapedAttributeUtils.unescapeAttribute(TemplateMode.HTML, escaped), "");
    }
}
