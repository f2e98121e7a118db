package org.huimages.client.jsp;

import org.huimages.client.HuImages;
import org.huimages.client.PictureOptions;

/// `<hu:picture id="..." size="640x480" sizes="100vw" widths="320 640 1280" />`: any other attribute goes to the
/// `<img>` in it.
public final class PictureTag extends ImageTag {
    private String sizes = "";
    private String widths = "";
    private boolean urgent;

    /// For the container.
    public PictureTag() {}

    public void setSizes(String newSizes) {
        sizes = newSizes;
    }

    /// @param newWidths in pixels, with blanks or commas between
    public void setWidths(String newWidths) {
        widths = newWidths;
    }

    public void setUrgent(boolean isUrgent) {
        urgent = isUrgent;
    }

    @Override
    String text(HuImages images, String ofId, String inSize) {
        return images.pictureTag(ofId, inSize, options());
    }

    private PictureOptions options() {
        PictureOptions options = urgent ? PictureOptions.usual().urgent() : PictureOptions.usual();
        if (!widths.isBlank()) {
            options = options.responsive(sizes.isBlank() ? "100vw" : sizes, widths);
        }
        for (var attribute : attributes().entrySet()) {
            options = options.with(attribute.getKey(), attribute.getValue());
        }
        return options;
    }
}
