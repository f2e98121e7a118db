package org.huimages.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.junit.jupiter.api.Test;

class CleanTextTest {
    @Test
    void controlAndHalfCharactersBecomeOneBlank() {
        assertEquals("a b c", CleanText.of("\0a\r\n\tb\uD800\u0085c\uDC00 "));
    }

    @Test
    void everythingElseStays() {
        String text = "<b> \uD83D\uDE80 \u05E9\u05DC \u202E \u200D \uFFFF o\u0308 \\ \"";
        assertEquals(text, CleanText.of(text));
    }

    @Test
    void whatIsTooLongIsRefused() {
        String longest = "x".repeat(10_000);
        assertEquals(longest, CleanText.of(longest));
        Failure failure = assertThrows(FailureException.class, () -> CleanText.of(longest + "x"))
                .failure();
        assertInstanceOf(Failure.Unprocessable.class, failure);
    }
}
