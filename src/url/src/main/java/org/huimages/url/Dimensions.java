package org.huimages.url;

import java.io.Serializable;

/// How large a picture is, in pixels. Width and height are those of the upright picture, EXIF orientation applied.
///
/// Integers only, rounded half up, in 64 bits: the client's forecast and the engine's file are the same to the
/// pixel.
///
/// @param width in pixels, at least 1
/// @param height in pixels, at least 1
public record Dimensions(int width, int height) implements Serializable {
    /// @throws IllegalArgumentException if an edge is below 1
    public Dimensions {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture has at least 1x1 pixels, not " + width + "x" + height);
        }
    }

    /// The largest picture of this aspect that fits in the box and is not larger than this one. An edge that
    /// would round to 0 is 1.
    ///
    /// @throws IllegalArgumentException if an edge of the box is below 1
    public Dimensions fit(int boxWidth, int boxHeight) {
        var box = new Dimensions(boxWidth, boxHeight);
        if (width <= boxWidth && height <= boxHeight) {
            return this;
        }
        return isAtLeastAsWideAs(box) ? withWidth(boxWidth) : withHeight(boxHeight);
    }

    /// The smallest picture of this aspect that covers the box, enlarged if need be: what an exact size is cut
    /// from. One edge is the box's, the other the box's or longer.
    ///
    /// @throws IllegalArgumentException if an edge of the box is below 1
    /// @throws ArithmeticException if the longer edge is over 2,147,483,647. Sources up to 65,535 and boxes up to
    ///     4,096 stay below: 65535x1 covers 4096x4096 with 268,431,360x4096.
    public Dimensions cover(int boxWidth, int boxHeight) {
        var box = new Dimensions(boxWidth, boxHeight);
        return isAtLeastAsWideAs(box) ? withHeight(boxHeight) : withWidth(boxWidth);
    }

    /// How large the rendition of this picture is.
    public Dimensions scaledTo(Size size) {
        return switch (size) {
            case Size.Original() -> this;
            case Size.Fit(int boxWidth, int boxHeight) -> fit(boxWidth, boxHeight);
            case Size.Exact(int exactWidth, int exactHeight) -> new Dimensions(exactWidth, exactHeight);
        };
    }

    /// A quarter turn: width and height swapped.
    public Dimensions turned() {
        return new Dimensions(/* width= */ height, /* height= */ width);
    }

    /// Width times height.
    public long pixels() {
        return (long) width * height;
    }

    private boolean isAtLeastAsWideAs(Dimensions box) {
        return (long) width * box.height >= (long) height * box.width;
    }

    private Dimensions withWidth(int newWidth) {
        return new Dimensions(newWidth, scaled(height, newWidth, width));
    }

    private Dimensions withHeight(int newHeight) {
        return new Dimensions(scaled(width, newHeight, height), newHeight);
    }

    /// `edge * to / from`, rounded half up, at least 1. The product of two ints and half an int fit in 64 bits.
    private static int scaled(int edge, int to, int from) {
        long rounded = ((long) edge * to + from / 2) / from;
        return Math.toIntExact(Math.max(1, rounded));
    }
}
