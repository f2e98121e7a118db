package org.huimages.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {
    @ParameterizedTest
    @CsvSource({
        "2009-01-29T23:59:59Z,           20090129T235959.000000",
        "2026-07-01T12:00:00.654321Z,    20260701T120000.654321",
        "1970-01-01T00:00:00Z,           19700101T000000.000000",
        "0001-12-31T00:00:00.000001Z,    00011231T000000.000001",
    })
    void momentsAreWrittenAndReadInUtc(String moment, String text) {
        assertEquals(text, Timestamp.of(Instant.parse(moment)).toString());
        assertEquals(Optional.of(Instant.parse(moment)), new Timestamp(text).instant());
    }

    @Test
    void whatIsFinerThanAMicrosecondIsCutOff() {
        Instant moment = Instant.parse("2026-07-01T12:00:00.999999999Z");
        assertEquals("20260701T120000.999999", Timestamp.of(moment).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "None",
                "2009-01-29T23:59:59Z",
                "20090129T235959",
                "20090129T235959.0000000",
                " 20090129T235959.000000",
                "20090230T000000.000000",
                "20090129T240000.000000",
                "20090129T235960.000000",
                "20091329T235959.000000"
            })
    void otherTextsAreKeptAndAreNoMoment(String text) {
        assertEquals(text, new Timestamp(text).text());
        assertEquals(Optional.empty(), new Timestamp(text).instant());
    }
}
