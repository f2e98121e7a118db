package org.huimages.client.jsp;

/// Functions of the expression language: `${hu:url(id, 'small')}`.
public final class Functions {
    private Functions() {}

    /// The address of the picture in a size.
    public static String url(String id, String size) {
        return Pages.images(Lifetime.application()).scaledImageUrl(id, size);
    }
}
