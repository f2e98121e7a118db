package org.huimages.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderTest {
    @Test
    void aSmallFileBecomesAnAddress() {
        assertEquals(
                Optional.of(new Placeholder("data:image/webp;base64,AQI=")), Placeholder.ofWebp(new byte[] {1, 2}));
    }

    @Test
    void aFileOfMoreThanSomeHundredBytesIsNone() {
        assertEquals(Optional.empty(), Placeholder.ofWebp(new byte[733]));
        assertEquals(
                999,
                Placeholder.ofWebp(new byte[732])
                        .map(Placeholder::uri)
                        .orElse("")
                        .length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "data:image/webp;base64,",
                "data:image/svg+xml;base64,AQI=",
                "data:image/webp;base64,AQ I=",
                "data:image/webp;base64,AQI=\n",
                "data:image/webp;base64,AQI=);background:url(//evil.example",
                "https://evil.example/x.webp"
            })
    void anythingElseIsNone(String text) {
        assertEquals(Optional.empty(), Placeholder.parse(text));
        assertThrows(IllegalArgumentException.class, () -> new Placeholder(text));
    }
}
