package org.huimages.client.jsp;

import jakarta.servlet.jsp.JspException;
import jakarta.servlet.jsp.tagext.DynamicAttributes;
import jakarta.servlet.jsp.tagext.SimpleTagSupport;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.huimages.client.HuImages;
import org.jspecify.annotations.Nullable;

/// `<hu:img id="..." size="small" class="left" />`: any other attribute goes to the `<img>`.
public class ImageTag extends SimpleTagSupport implements DynamicAttributes {
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private String id = "";
    private String size = "";

    /// For the container.
    public ImageTag() {}

    public void setId(String newId) {
        id = newId;
    }

    public void setSize(String newSize) {
        size = newSize;
    }

    @Override
    public void setDynamicAttribute(@Nullable String uri, String name, Object value) {
        attributes.put(name, Objects.toString(value));
    }

    Map<String, String> attributes() {
        return attributes;
    }

    /// What is written in place of the tag.
    String text(HuImages images, String ofId, String inSize) {
        return images.scaledTag(ofId, inSize, attributes);
    }

    @Override
    public final void doTag() throws JspException, IOException {
        getJspContext().getOut().write(text(Pages.images(getJspContext()), id, size));
    }
}
