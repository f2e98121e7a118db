package org.huimages.store.couch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ViewFunctionsTest {
    @Test
    void theTableForOldEnginesHasThePlainFormOfEachLetter() {
        String table = ViewFunctions.PLAIN;
        assertEquals(0x180 - 0xC0, table.length());
        for (int letter = 0xC0; letter < 0x180; letter++) {
            String plain = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD)
                    .replaceAll("\\p{M}", "")
                    .toLowerCase(Locale.ROOT);
            if (plain.length() == 1) {
                assertEquals(plain, table.substring(letter - 0xC0, letter - 0xBF), Character.toString(letter));
            }
        }
    }

    @Test
    void keysSortAndBeginAsTheirTexts() {
        List<String> texts = List.of("", " ", "a", "a\u0301", "ab", "b", "z", "\u00e4", "\uD83D\uDE80", "\uFFFF");
        for (String one : texts) {
            assertEquals(one, Hex.text(Hex.of(one)));
            for (String other : texts) {
                assertEquals(
                        Integer.signum(one.compareTo(other)),
                        Integer.signum(Hex.of(one).compareTo(Hex.of(other))));
                assertEquals(one.startsWith(other), Hex.of(one).startsWith(Hex.of(other)));
            }
        }
        assertTrue(Hex.behind("a").compareTo(Hex.of("a\uFFFF\uFFFF")) > 0);
        assertTrue(Hex.behind("a").compareTo(Hex.of("b")) < 0);
    }
}
