package org.huimages.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.huimages.catalog.Audience;
import org.huimages.catalog.Description;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.JsonText;
import org.huimages.catalog.State;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [org.huimages.catalog.Catalog] promises of finding pictures by words.
public abstract class CatalogSearchContract extends CatalogFixture {
    private static final String FIRST = "";
    private static final int ALL = 1000;

    @ParameterizedTest
    @CsvSource({
        "A waterfall in Norway, waterfall",
        "A waterfall in Norway, WATER",
        "A waterfall in Norway, a",
        "A waterfall in Norway, nor wat",
        "A waterfall in Norway, 'in, a: waterfall!'",
        "A waterfall in Norway, wat water waterfall",
        "under_score-and.dots, score dots",
        "M\u00FCller, muller",
        "Mu\u0308ller, M\u00DCLL",
        "Muller, m\u00FCl",
        "\u00C5LESUND, \u00E5le",
        "\uFB01rst, first",
        "\u039F\u0394\u039F\u03A3\u0397\u039C\u0391, \u039F\u0394\u039F\u03A3",
        "\u0130stanbul, istanbul",
        "1/2 = 0.5, 5 1",
        "\u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD, \u05E2\u05D5\u05DC",
        "\u65E5\u672C\u8A9E, \u65E5\u672C",
        "\uD835\uDD4Fy, xy"
    })
    void beginningsOfWordsOfATitleFindIt(String title, String query) {
        ImageDocument document = saved(Samples.document(1, "first title", title));
        catalog.save(Samples.document(2, "something else"));
        assertFound(query, document);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aterfall", "waterfalls", "waterfall sweden", "norway norwegian", "w a t x"})
    void otherWordsDoNot(String query) {
        catalog.save(Samples.document(1, "A waterfall in Norway"));
        assertFound(query);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "- . !", "%", "_", "\uD83D\uDE80", "\u0301"})
    void withoutAWordNothingIsFound(String query) {
        catalog.save(Samples.document(1, "A waterfall in Norway", "%", "_", "\uD83D\uDE80"));
        assertFound(query);
    }

    @Test
    void aPictureIsFoundByTitlesTagsFileNameAndReferences() {
        ImageDocument document = saved(described("name.jpeg", "titled", "key", "{\"inner\": [\"value\", 4711, true]}"));
        catalog.mark(document.id(), "ann", marks -> marks.withTags(new TreeSet<>(List.of("tagged", "by-ann"))));
        for (String word : List.of("titled", "tagged", "name", "jpeg", "key", "inner", "value", "47", "true", "ann")) {
            assertFound(word, document);
        }
        assertFound("titled tagged name key value", document);
    }

    @Test
    void aPictureIsNotFoundByTypesUploaderUsersOrId() {
        ImageDocument document = saved(described("", "titled", "key", "1"));
        catalog.mark(document.id(), "bob", marks -> marks.withFavourite(true));
        for (String word : List.of("type", "ann", "bob", document.id().text(), "image", "20090129")) {
            assertFound(word);
        }
    }

    @Test
    void escapesInReferencesAreTheCharactersThatTheyMean() {
        ImageDocument document =
                saved(described("", "titled", "key", "\"M\\u00fcller\\nb\\u00E5t \\\"quoted\\\\ \\u0041pfel\""));
        assertFound("muller bat quoted apfel", document);
        assertFound("u00fc");
        assertFound("nbat");
    }

    @Test
    void anOldWordFindsNothingOnceItHasGone() {
        ImageDocument document = saved(described("", "sunset", "key", "\"gone\""));
        catalog.mark(document.id(), "ann", marks -> marks.withTags(new TreeSet<>(List.of("evening"))));
        catalog.mark(document.id(), "bob", marks -> marks.withTags(new TreeSet<>(List.of("evening", "orange"))));
        ImageDocument changed = catalog.update(
                        document.id(),
                        before -> before.with(before.description()
                                .withTitles(List.of("sunrise"))
                                .withoutReferences(before.description().references())))
                .orElseThrow();
        catalog.mark(document.id(), "bob", marks -> marks.withTags(new TreeSet<>()));
        assertFound("sunset");
        assertFound("gone");
        assertFound("orange");
        assertFound("sunrise evening", changed);
        catalog.mark(document.id(), "ann", marks -> marks.withTags(new TreeSet<>()));
        assertFound("evening");
        catalog.erase(document.id());
        assertFound("sunrise");
    }

    @Test
    void aWordThatIsThereTwiceStaysUntilBothAreGone() {
        ImageDocument document = saved(Samples.document(1, "sea"));
        catalog.mark(document.id(), "ann", marks -> marks.withTags(new TreeSet<>(List.of("sea"))));
        assertFound("sea", document);
        catalog.mark(document.id(), "ann", marks -> marks.withTags(new TreeSet<>()));
        assertFound("sea", document);
    }

    @Test
    void titlesThatAreAddedAreFound() {
        catalog.save(Samples.document(1, "sunset"));
        ImageDocument both = catalog.save(Samples.document(1, "evening")).document();
        assertFound("sunset evening", both);
    }

    @ParameterizedTest
    @EnumSource
    void onlyPicturesThatTheAudienceSeesAreFound(Audience audience) {
        for (int number = 0; number < SampleStates.ALL.size(); number++) {
            catalog.save(Samples.document(number, "sea"));
            State state = SampleStates.ALL.get(number);
            catalog.update(Samples.id(number), document -> document.with(state));
        }
        List<ImageDocument> seen = catalog.page(audience, FIRST, ALL);
        assertEquals(seen, catalog.search(audience, "sea", FIRST, ALL));
        assertEquals(seen.subList(0, 1), catalog.search(audience, "sea", FIRST, 1));
    }

    @Test
    void pagesFollowEachOtherInTheOrderOfIds() {
        for (int number = 0; number < 40; number++) {
            catalog.save(Samples.document(number, number % 2 == 0 ? "sea " + number : "seaside sea", "blue"));
        }
        List<ImageDocument> all = catalog.page(Audience.PUBLIC, FIRST, ALL);
        assertEquals(all, catalog.search(Audience.PUBLIC, "sea", FIRST, ALL));
        String cursor = all.get(9).id().text();
        catalog.erase(all.get(9).id());
        assertEquals(all.subList(10, 20), catalog.search(Audience.PUBLIC, "blue sea", cursor, 10));
        assertEquals(
                List.of(),
                catalog.search(Audience.PUBLIC, "sea", all.getLast().id().text(), 10));
    }

    @Test
    void longWordsAreFoundByWhatTheyBeginWith() {
        ImageDocument document = saved(Samples.document(1, "x".repeat(10_000), "\uD801\uDC00".repeat(100)));
        assertFound("x".repeat(64), document);
        assertFound("x".repeat(9_000), document);
        assertFound("\uD801\uDC00".repeat(32), document);
        assertFound("x".repeat(63) + "y");
    }

    @Test
    void aQueryMayHaveManyWords() {
        StringBuilder title = new StringBuilder();
        for (int number = 0; number < 500; number++) {
            title.append(" word").append(number);
        }
        ImageDocument document = saved(Samples.document(1, title.toString()));
        assertFound(title.toString(), document);
        assertFound(title + " other");
    }

    private static ImageDocument described(String filename, String title, String key, String json) {
        return Samples.document(1)
                .with(new Description(
                        filename,
                        List.of(title),
                        List.of("type"),
                        new TreeMap<>(Map.of(key, List.of(new JsonText(json))))));
    }

    private void assertFound(String query, ImageDocument... expected) {
        List<ImageDocument> found = catalog.search(Audience.PUBLIC, query, FIRST, ALL);
        assertEquals(ids(List.of(expected)), ids(found), query);
    }

    private static List<ImageId> ids(List<ImageDocument> documents) {
        return documents.stream().map(ImageDocument::id).toList();
    }
}
