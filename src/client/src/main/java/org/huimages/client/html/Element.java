package org.huimages.client.html;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// An element that holds nothing, in a spelling that HTML and XHTML share: `<img src="..." />`. Immutable.
///
/// @param name in lower case
/// @param attributes by name, in the order in which they are written; values are any text
public record Element(String name, Map<String, String> attributes) {
    /// What a parser takes for one name (HTML, 13.1.2.3), with room for `data-`, `aria-`, `xml:lang`, `@click`.
    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z_:@][A-Za-z0-9_.:@-]*");

    /// @throws IllegalArgumentException if an attribute's name is not one
    public Element {
        attributes.keySet().forEach(Element::check);
        attributes = new LinkedHashMap<>(attributes);
    }

    private static void check(String attribute) {
        if (!ATTRIBUTE.matcher(attribute).matches()) {
            throw new IllegalArgumentException("not the name of an attribute: " + attribute);
        }
    }

    @Override
    public Map<String, String> attributes() {
        return new LinkedHashMap<>(attributes);
    }

    public static Element named(String name) {
        return new Element(name, Map.of());
    }

    /// The same with this attribute, in its old place if there was one.
    public Element with(String attribute, Object value) {
        Map<String, String> more = attributes();
        more.put(attribute, Objects.toString(value));
        return new Element(name, more);
    }

    /// The same with these attributes, as [#with(String, Object)].
    public Element with(Map<String, String> others) {
        Map<String, String> more = attributes();
        more.putAll(others);
        return new Element(name, more);
    }

    /// As it stands in a page.
    public String text() {
        StringBuilder text = new StringBuilder("<").append(name);
        attributes.forEach((attribute, value) -> text.append(' ')
                .append(attribute)
                .append("=\"")
                .append(Escaped.text(value))
                .append('"'));
        return text.append(" />").toString();
    }
}
