package org.huimages.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.Catalog.Saved;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.Timestamp;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.header.Orientation;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What every [Catalog] promises.
public abstract class CatalogContract {
    private static final int SAVERS = 16;
    private static final int NUMBER = 1;
    private static final ImageId ID = Samples.id(NUMBER);
    private static final Timestamp LATER = new Timestamp("20260701T120000.654321");

    private Catalog catalog;

    /// A new catalog with nothing in it.
    protected abstract Catalog open();

    @BeforeEach
    void openCatalog() {
        catalog = open();
    }

    @AfterEach
    void closeCatalog() {
        catalog.close();
    }

    @Test
    void whatWasNeverSavedIsNotThere() {
        catalog.save(Samples.document(2));
        assertEquals(Optional.empty(), catalog.find(ID));
    }

    @Test
    void theFirstSaveCreatesTheDocumentAsItIs() {
        ImageDocument document = Samples.document(NUMBER, "first", "second");
        assertEquals(new Saved(document, true), catalog.save(document));
        assertEquals(Optional.of(document), catalog.find(ID));
    }

    @ParameterizedTest
    @EnumSource
    void everyFormatComesBack(ImageFormat format) {
        comesBack(
                new SampleDocument(NUMBER).format(format).dimensions(1, 65_535).get());
    }

    @ParameterizedTest
    @EnumSource
    void everyOrientationComesBack(Orientation orientation) {
        comesBack(new SampleDocument(NUMBER)
                .orientation(orientation)
                .dimensions(65_535, 1)
                .get());
    }

    @Test
    void savingAgainAddsTitles() {
        catalog.save(Samples.document(NUMBER, "one", "two"));
        Saved again = catalog.save(Samples.document(NUMBER, "three", "four"));
        assertFalse(again.created());
        assertEquals(
                List.of("one", "two", "three", "four"),
                again.document().description().titles());
        assertEquals(Optional.of(again.document()), catalog.find(ID));
    }

    @Test
    void aTitleAlreadyThereMovesToTheEnd() {
        catalog.save(Samples.document(NUMBER, "one", "two", "three"));
        Saved again = catalog.save(Samples.document(NUMBER, "one"));
        assertEquals(
                List.of("two", "three", "one"), again.document().description().titles());
    }

    @Test
    void savingAgainWithoutTitlesTakesNoneAway() {
        catalog.save(Samples.document(NUMBER, "one", "two"));
        assertEquals(
                List.of("one", "two"),
                catalog.save(Samples.document(NUMBER)).document().description().titles());
    }

    @Test
    void savingAgainKeepsEverythingElseButTheTimeOfModification() {
        SampleDocument first = new SampleDocument(NUMBER).titles("one");
        catalog.save(first.get());
        ImageDocument stored = catalog.save(new SampleDocument(NUMBER)
                        .filename("other.jpeg")
                        .created(LATER)
                        .modified(LATER)
                        .get())
                .document();
        assertEquals(first.modified(LATER).get(), stored);
        assertEquals(Optional.of(stored), catalog.find(ID));
    }

    @Test
    void otherBytesUnderTheSameIdAreAConflictAndChangeNothing() {
        ImageDocument document = Samples.document(NUMBER, "one");
        catalog.save(document);
        ImageDocument collision = collision();
        Failure failure = assertThrows(FailureException.class, () -> catalog.save(collision))
                .failure();
        assertInstanceOf(Failure.Conflict.class, failure);
        assertEquals(Optional.of(document), catalog.find(ID));
    }

    @Test
    void aHundredConflictsBlockNobody() {
        catalog.save(Samples.document(NUMBER));
        ImageDocument collision = collision();
        for (int conflict = 0; conflict < 100; conflict++) {
            assertThrows(FailureException.class, () -> catalog.save(collision));
        }
        assertTrue(catalog.save(Samples.document(2)).created());
    }

    @RepeatedTest(5)
    void ofManySaversOfANewPictureOneCreatesItAndNoTitleIsLost() throws Exception {
        List<Saved> saved = Race.run(SAVERS, saver -> catalog.save(Samples.document(NUMBER, title(saver))));
        assertEquals(1, Collections.frequency(saved.stream().map(Saved::created).toList(), true));
        assertEquals(titles(), storedTitles());
    }

    @Test
    void ofManySaversOfAKnownPictureNoneCreatesItAndNoTitleIsLost() throws Exception {
        catalog.save(Samples.document(NUMBER));
        List<Saved> saved = Race.run(SAVERS, saver -> catalog.save(Samples.document(NUMBER, title(saver))));
        assertTrue(saved.stream().noneMatch(Saved::created));
        assertEquals(titles(), storedTitles());
    }

    @Test
    void manySaversOfManyPicturesDoNotDisturbEachOther() throws Exception {
        Race.run(SAVERS, saver -> {
            for (int number = 0; number < 50; number++) {
                catalog.save(Samples.document(number, title(saver)));
            }
            return saver;
        });
        for (int number = 0; number < 50; number++) {
            assertEquals(
                    SAVERS,
                    catalog.find(Samples.id(number))
                            .orElseThrow()
                            .description()
                            .titles()
                            .size());
        }
    }

    @ParameterizedTest
    @MethodSource("unusualTexts")
    void unusualTextsComeBack(String text) {
        comesBack(new SampleDocument(NUMBER)
                .filename(text)
                .titles(text, text + text)
                .created(new Timestamp(text))
                .modified(new Timestamp(text))
                .get());
    }

    static List<String> unusualTexts() {
        return List.of(
                "",
                " ",
                "None",
                "\uD83D\uDE80 emoji \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627 \u202Eright to left",
                "o\u0308 is not \u00F6",
                "it's \"quoted\" `and` \\escaped\\ ; -- '); DROP TABLE image",
                "{\"title\": [null]} [1, 2]",
                "% _ ? :name ${value} {0}",
                "\t tab, \r\n line ends, \u0001\u001F\u007F\u0085 control",
                "\u2028 \u2029 \uFEFF \uFFFF",
                "ten thousand ".repeat(770));
    }

    @Test
    void aThousandDocumentsAreFoundAgain() {
        for (int number = 0; number < 1000; number++) {
            assertTrue(catalog.save(Samples.document(number, "title " + number)).created());
        }
        for (int number = 0; number < 1000; number++) {
            assertEquals(Optional.of(Samples.document(number, "title " + number)), catalog.find(Samples.id(number)));
        }
    }

    @Test
    void clustersAreToldApart() {
        catalog.save(Samples.document(NUMBER));
        assertEquals(Optional.empty(), catalog.find(ImageId.of(ID.sha1(), "02")));
    }

    private void comesBack(ImageDocument document) {
        catalog.save(document);
        assertEquals(Optional.of(document), catalog.find(document.id()));
    }

    private static ImageDocument collision() {
        return new SampleDocument(NUMBER).sha256("0".repeat(64)).get();
    }

    private static String title(int saver) {
        return "title " + saver;
    }

    private static Set<String> titles() {
        return IntStream.range(0, SAVERS).mapToObj(CatalogContract::title).collect(Collectors.toSet());
    }

    private Set<String> storedTitles() {
        List<String> stored = catalog.find(ID).orElseThrow().description().titles();
        assertEquals(SAVERS, stored.size());
        return Set.copyOf(stored);
    }
}
