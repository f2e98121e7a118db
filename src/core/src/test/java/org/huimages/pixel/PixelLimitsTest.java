package org.huimages.pixel;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.header.ImageHeader;
import org.huimages.header.ImageHeader.Colour;
import org.huimages.header.Orientation;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.Size;
import org.junit.jupiter.api.Test;

class PixelLimitsTest {
    private static final PixelLimits LIMITS = new PixelLimits(1_000_000, 4096);

    @Test
    void exactlyTheLimitIsAllowed() {
        assertDoesNotThrow(() -> LIMITS.check(header(1000, 1000)));
        assertDoesNotThrow(() -> LIMITS.check(new Size.Fit(4096, 4096)));
        assertDoesNotThrow(() -> LIMITS.check(new Size.Exact(4096, 1)));
        assertDoesNotThrow(() -> LIMITS.check(new Size.Original()));
    }

    @Test
    void onePixelMoreIsTooMuchToDecode() {
        assertInstanceOf(Failure.Unprocessable.class, refused(header(1_000_001, 1)));
    }

    @Test
    void theLargestSquareDoesNotOverflow() {
        Failure failure = refused(header(65_535, 65_535));
        assertTrue(failure.text().contains("65535 x 65535"), failure::text);
        assertTrue(failure.text().contains("HUIMAGES_MAX_PIXELS"), failure::text);
    }

    @Test
    void aLongerEdgeIsForbiddenWhicheverItIs() {
        assertInstanceOf(Failure.Forbidden.class, refused(new Size.Fit(4097, 1)));
        assertInstanceOf(Failure.Forbidden.class, refused(new Size.Fit(1, 4097)));
        assertInstanceOf(Failure.Forbidden.class, refused(new Size.Exact(999_999_999, 999_999_999)));
        assertTrue(refused(new Size.Exact(1, 4097)).text().contains("HUIMAGES_MAX_EDGE"));
    }

    private static Failure refused(ImageHeader header) {
        return assertThrows(FailureException.class, () -> LIMITS.check(header)).failure();
    }

    private static Failure refused(Size size) {
        return assertThrows(FailureException.class, () -> LIMITS.check(size)).failure();
    }

    private static ImageHeader header(int width, int height) {
        return new ImageHeader(
                ImageFormat.JPEG, new Dimensions(width, height), Orientation.UPRIGHT, Colour.PLAIN, Set.of(), 1);
    }
}
