package org.huimages.client.jsp;

import jakarta.servlet.jsp.PageContext;

/// Functions of the expression language: `${hu:url(pageContext, id, 'small')}`.
public final class Functions {
    private Functions() {}

    /// The address of the picture in a size.
    public static String url(PageContext page, String id, String size) {
        return Pages.images(page).scaledImageUrl(id, size);
    }
}
