package org.huimages.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huimages.catalog.Catalog.Saved;
import org.huimages.catalog.Description;
import org.huimages.catalog.Focus;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.JsonText;
import org.huimages.catalog.State;
import org.huimages.catalog.Timestamp;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.header.Orientation;
import org.huimages.pixel.Focal;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [org.huimages.catalog.Catalog] promises of saving and finding; the other parts of the contract are
/// [CatalogUpdateContract], [CatalogListContract], [CatalogSearchContract], [CatalogMarksContract] and
/// [CatalogTagsContract], and for those that keep texts as they are [CatalogFormsContract].
public abstract class CatalogContract extends CatalogFixture {
    private static final int SAVERS = 16;
    private static final int NUMBER = 1;
    private static final ImageId ID = Samples.id(NUMBER);
    private static final Timestamp LATER = new Timestamp("20260701T120000.654321");

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

    @Test
    void manyAreFoundAtOnceInTheOrderAskedFor() {
        List<ImageDocument> all = IntStream.range(0, 300)
                .mapToObj(number -> saved(Samples.document(number)))
                .toList();
        ImageDocument deleted =
                saved(new SampleDocument(300).state(SampleStates.DELETED).get());
        List<ImageId> asked =
                IntStream.of(7, 301, 300, 3, -1, 7).mapToObj(Samples::id).toList();
        assertEquals(List.of(all.get(7), deleted, all.get(3), all.get(7)), catalog.findAll(asked));
        assertEquals(all, catalog.findAll(all.stream().map(ImageDocument::id).toList()));
        assertEquals(List.of(), catalog.findAll(List.of()));
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
    void aPlaceholderComesBack() {
        comesBack(new SampleDocument(NUMBER)
                .placeholder("data:image/webp;base64,UklGRg+/")
                .get());
    }

    @ParameterizedTest
    @MethodSource("states")
    void everyStateComesBack(State state) {
        comesBack(new SampleDocument(NUMBER).state(state).get());
    }

    static List<State> states() {
        return SampleStates.ALL;
    }

    @ParameterizedTest
    @MethodSource("focuses")
    void everyFocusComesBack(Focus focus) {
        comesBack(new SampleDocument(NUMBER).focus(focus).get());
    }

    static List<Focus> focuses() {
        return List.of(
                Focus.NONE,
                Focus.NONE.movedTo(Optional.of(new Focal(0, 1))),
                new Focus(Optional.of(new Focal(1.0 / 3, Double.MIN_VALUE)), Integer.MAX_VALUE),
                new Focus(Optional.empty(), 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "0", "\"\"", "\"4711\"", "[]", "{}", "[[[\"]\",{\"}\":\"{\"}]]]"})
    void referencesComeBack(String json) {
        TreeMap<String, List<JsonText>> references = new TreeMap<>();
        references.put("first", List.of(new JsonText(json)));
        references.put("references", List.of(new JsonText("1"), new JsonText(json), new JsonText("[1]")));
        references.put("", List.of(new JsonText("{\"references\":0}")));
        comesBack(Samples.document(NUMBER)
                .with(new Description("a.jpeg", List.of("references"), List.of("photo", "", "\u00D6"), references)));
    }

    @Test
    void savingAgainAddsTypesAndReferences() {
        catalog.save(described(List.of("a", "b"), "1"));
        ImageDocument again =
                catalog.save(described(List.of("b", "c"), "\"1\"")).document();
        assertEquals(List.of("a", "b", "c"), again.description().types());
        assertEquals(
                List.of(new JsonText("1"), new JsonText("\"1\"")),
                again.description().references().get("key"));
        assertEquals(Optional.of(again), catalog.find(ID));
    }

    private static ImageDocument described(List<String> types, String json) {
        TreeMap<String, List<JsonText>> references = new TreeMap<>(Map.of("key", List.of(new JsonText(json))));
        return Samples.document(NUMBER).with(new Description("", List.of(), types, references));
    }

    @Test
    void savingAgainTakesAPictureOutOfTheTrashButNotOutOfHiding() {
        catalog.save(new SampleDocument(NUMBER)
                .state(SampleStates.HIDDEN_AND_DELETED)
                .get());
        assertEquals(
                SampleStates.HIDDEN,
                catalog.save(Samples.document(NUMBER)).document().state());
        assertEquals(SampleStates.HIDDEN, catalog.find(ID).orElseThrow().state());
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
