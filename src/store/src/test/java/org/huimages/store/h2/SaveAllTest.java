package org.huimages.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.huimages.catalog.Audience;
import org.huimages.catalog.Catalog.TagCount;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.Marks;
import org.huimages.failure.FailureException;
import org.huimages.store.h2.H2Catalog.Marked;
import org.huimages.testkit.SampleDocument;
import org.huimages.testkit.Samples;
import org.junit.jupiter.api.Test;

/// Saving many pictures at once is saving each.
class SaveAllTest extends OpenCatalog {
    private static final String FIRST = "";
    private static final int ALL = 10_000;
    private static final Marks SEA = new Marks(new TreeSet<>(List.of("sea")), true, OptionalInt.of(3));
    private static final Marks SKY = new Marks(new TreeSet<>(List.of("sky")), false, OptionalInt.empty());

    @Test
    void allAreThereWithTheirMarksAfterReopening() {
        List<Marked> pictures = new ArrayList<>();
        for (int number = 0; number < 2500; number++) {
            pictures.add(new Marked(Samples.document(number, "title " + number), Map.of("ann", SEA)));
        }
        catalog.saveAll(pictures.iterator());
        catalog.close();
        catalog = H2Catalog.open(folder);
        assertEquals(2500, catalog.page(Audience.PUBLIC, FIRST, ALL).size());
        assertEquals(
                2500, catalog.favourites(Audience.PUBLIC, "ann", FIRST, ALL).size());
        assertEquals(List.of(new TagCount("sea", 2500)), catalog.tags(Audience.PUBLIC, "s", ALL));
        assertEquals(Optional.of(Samples.document(7, "title 7")), catalog.find(Samples.id(7)));
        assertEquals(SEA, catalog.marks(Samples.id(7), "ann"));
    }

    @Test
    void whatIsThereIsSavedAgainAndOtherUsersMarksStay() {
        catalog.saveAll(List.of(
                        new Marked(Samples.document(1, "one"), Map.of("ann", SEA, "bob", SEA)),
                        new Marked(Samples.document(1, "two"), Map.of("bob", SKY)))
                .iterator());
        catalog.saveAll(List.of(new Marked(Samples.document(1, "three"), Map.of("ann", Marks.NONE)))
                .iterator());
        ImageDocument expected = Samples.document(1, "one", "two", "three");
        assertEquals(List.of(expected), catalog.page(Audience.PUBLIC, FIRST, ALL));
        assertEquals(List.of(expected), catalog.search(Audience.PUBLIC, "one two sky", FIRST, ALL));
        assertEquals(List.of(), catalog.search(Audience.PUBLIC, "sea", FIRST, ALL));
        assertEquals(List.of(new TagCount("sky", 1)), catalog.tags(Audience.PUBLIC, "", ALL));
        assertEquals(SKY, catalog.marks(Samples.id(1), "bob"));
    }

    @Test
    void oneThatFailsIsToldAndNothingIsLeftHalf() {
        ImageDocument collision = new SampleDocument(2).sha256("0".repeat(64)).get();
        ImageDocument present = Samples.document(2, "two");
        catalog.save(present);
        List<Marked> pictures =
                List.of(new Marked(Samples.document(1), Map.of("ann", SEA)), new Marked(collision, Map.of("ann", SEA)));
        assertThrows(FailureException.class, () -> catalog.saveAll(pictures.iterator()));
        assertEquals(Optional.of(present), catalog.find(present.id()));
        int saved = catalog.find(Samples.id(1)).isPresent() ? 1 : 0;
        assertEquals(saved, catalog.tagged(Audience.PUBLIC, "sea", FIRST, ALL).size());
        assertEquals(saved, catalog.tags(Audience.PUBLIC, "", ALL).size());
    }

    @Test
    void nothingAtAllCanBeSaved() {
        catalog.saveAll(List.<Marked>of().iterator());
        assertTrue(catalog.page(Audience.READERS, FIRST, ALL).isEmpty());
    }
}
