package org.huimages.webapp.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.huimages.failure.FailureException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {
    @ParameterizedTest
    @CsvSource({
        "20090129T235959.000000, 20090129T235959.000000",
        "2009-01-29T23:59:59Z, 20090129T235959.000000",
        "2009-01-29T23:59:59.1234567+01:00, 20090129T225959.123456",
        "0000-01-01T00:00:00Z, 00000101T000000.000000",
        "9999-12-31T23:59:59.999999999Z, 99991231T235959.999999"
    })
    void bothFormsAreRead(String text, String moment) {
        assertEquals(moment, Moments.parse(text).text());
    }

    /// Some of them no calendar of Java's can count, others have no place in a document.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2009-01-29",
                "20090230T000000.000000",
                "2009-02-30T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "+100000101T000000.000000",
                "-0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59-18:00",
                "+1000000000-12-31T23:59:59.999999999Z",
                "-1000000000-01-01T00:00:00Z"
            })
    void otherMomentsAreRefused(String text) {
        assertThrows(FailureException.class, () -> Moments.parse(text));
    }
}
