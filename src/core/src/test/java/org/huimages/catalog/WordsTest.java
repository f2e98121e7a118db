package org.huimages.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void wordsAreLettersAndDigitsWhateverTheirCaseAndAccents() {
        assertEquals(Set.of("a", "muller", "s", "foto", "2"), Words.of("A_Müller's foto-2, FOTO"));
        assertEquals(Set.of("שלום", "写真"), Words.of("שלום 写真!"));
        assertEquals(Set.of(), Words.of(" \"()[]<>-_ "));
    }

    @Test
    void ofAVeryLongWordTheBeginningCounts() {
        assertEquals(Set.of("x".repeat(64)), Words.of("x".repeat(10_000)));
    }
}
