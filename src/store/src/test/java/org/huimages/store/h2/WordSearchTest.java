package org.huimages.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.huimages.catalog.Audience;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.MemoryCatalog;
import org.huimages.catalog.State;
import org.huimages.store.h2.H2Catalog.Marked;
import org.huimages.testkit.SampleDocument;
import org.huimages.testkit.SampleStates;
import org.huimages.testkit.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Among so many pictures that each way of looking for words is taken, the same is found as by looking at all.
class WordSearchTest {
    private static final int PICTURES = 3 * WordSearch.FEW;
    private static final int LIMIT = 20;

    @TempDir
    static Path folder;

    private static H2Catalog catalog;
    private static final Catalog TWIN = new MemoryCatalog();

    @BeforeAll
    static void saveMany() {
        Random random = new Random(1);
        List<Marked> pictures = IntStream.range(0, PICTURES)
                .mapToObj(number -> new Marked(picture(number, random), Map.of()))
                .toList();
        catalog = H2Catalog.open(folder);
        catalog.saveAll(pictures.iterator());
        pictures.forEach(picture -> TWIN.save(picture.document()));
    }

    /// Each has `photo`, half of them `seaside`, and one word of a thousand (`word123`), those with a small number
    /// more often.
    private static ImageDocument picture(int number, Random random) {
        int rarity = (int) Math.pow(1000, random.nextDouble());
        String title = "photo " + (random.nextBoolean() ? "sea seaside" : "land") + " word" + rarity;
        State state = random.nextInt(5) == 0 ? any(random, SampleStates.ALL) : State.FINE;
        return new SampleDocument(number).titles(title).state(state).get();
    }

    private static <T> T any(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    @AfterAll
    static void close() {
        catalog.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "word999",
                "word99",
                "word1",
                "word",
                "w",
                "photo",
                "p",
                "sea",
                "sea photo",
                "se ph wo",
                "sea land",
                "seaside word17",
                "seaside word2 img",
                "word wor",
                "jp land 0815",
                "photo nothing"
            })
    void theSameIsFoundAsByLookingAtAll(String query) {
        for (Audience audience : Audience.values()) {
            List<ImageDocument> expected = TWIN.search(audience, query, "", PICTURES);
            assertEquals(expected, catalog.search(audience, query, "", PICTURES));
            assertEquals(expected, paged(audience, query));
            String cursor = Samples.id(-1).text();
            assertEquals(TWIN.search(audience, query, cursor, LIMIT), catalog.search(audience, query, cursor, LIMIT));
        }
    }

    /// As if so many pictures had a word that their entries cannot all be read.
    @ParameterizedTest
    @ValueSource(strings = {"w", "p wo", "sea land", "wo ph", "seaside word1 wo"})
    void theSameIsFoundWhereTooManyHaveTheWords(String query) throws SQLException {
        catalog.close();
        try (Connection connection = new Database(folder).connect()) {
            for (String cursor : List.of("", Samples.id(-1).text())) {
                WordSearch.Question question = new WordSearch.Question(Audience.READERS, query, cursor, LIMIT);
                assertEquals(
                        TWIN.search(Audience.READERS, query, cursor, LIMIT),
                        WordSearch.find(connection, question, WordSearch.FEW));
            }
        } finally {
            catalog = H2Catalog.open(folder);
        }
    }

    private static List<ImageDocument> paged(Audience audience, String query) {
        List<ImageDocument> all = new ArrayList<>();
        String after = "";
        for (List<ImageDocument> page = catalog.search(audience, query, after, LIMIT);
                !page.isEmpty();
                page = catalog.search(audience, query, after, LIMIT)) {
            assertTrue(page.size() <= LIMIT && all.size() <= PICTURES, "pages that do not end");
            all.addAll(page);
            after = page.getLast().id().text();
        }
        return all;
    }
}
