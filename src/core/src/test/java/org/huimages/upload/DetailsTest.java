package org.huimages.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.huimages.catalog.Description;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetailsTest {
    private static final String LONGEST = "x".repeat(10_000);

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "photo.jpeg,                  photo.jpeg",
        "'  my photo.jpeg ',          my photo.jpeg",
        "/home/me/photo.jpeg,         photo.jpeg",
        "'C:\\fakepath\\photo.jpeg',  photo.jpeg",
        "../../etc/passwd,            passwd",
        "folder/,                     ''",
        "'',                          ''",
        "..,                          ..",
        "'\u00FC\uD83D\uDE80.jpeg', '\u00FC\uD83D\uDE80.jpeg'",
    })
    void aFilenameIsTheLastPartOfItsPath(String given, String kept) {
        assertEquals(kept, details(given).description().filename());
    }

    @Test
    void controlCharactersBecomeSpaces() {
        assertEquals("a b", details("a\r\n\0\tb\u007F\u0085").description().filename());
        assertEquals("b.jpeg", details("a/\nb.jpeg").description().filename());
        assertEquals(
                List.of("two lines"), details("", "two\nlines").description().titles());
    }

    @Test
    void emptyTitlesAreLeftOutAndTheOrderIsKept() {
        assertEquals(
                List.of("one", "two"),
                details("", "", " one", " \n ", "two ", "\0").description().titles());
    }

    @Test
    void tenThousandCharactersAreEnough() {
        assertEquals(LONGEST, details(LONGEST, LONGEST).description().filename());
        assertUnprocessable(LONGEST + "x");
        assertUnprocessable("", LONGEST + "x");
    }

    @Test
    void onlyTheLastPartOfAPathCounts() {
        assertEquals(
                "photo.jpeg", details(LONGEST + "/photo.jpeg").description().filename());
    }

    private static Details details(String filename, String... titles) {
        return new Details(Description.named(filename).withTitles(Arrays.asList(titles)), Optional.empty(), "ann");
    }

    private static void assertUnprocessable(String filename, String... titles) {
        Failure failure = assertThrows(FailureException.class, () -> details(filename, titles))
                .failure();
        assertInstanceOf(Failure.Unprocessable.class, failure);
    }
}
