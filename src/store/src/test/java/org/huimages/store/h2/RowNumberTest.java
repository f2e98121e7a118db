package org.huimages.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.huimages.catalog.Audience;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.Opinion;
import org.huimages.store.h2.H2Catalog.Marked;
import org.huimages.testkit.SampleStates;
import org.huimages.testkit.Samples;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.Test;

/// Rows lie in the order of IDs, and pictures that would have the same row are as well kept as others.
class RowNumberTest extends OpenCatalog {
    private static final int ALL = 1000;

    /// Three checksums that begin alike, in their order.
    private static final List<ImageDocument> ALIKE = List.of(alike("2"), alike("A"), alike("Z"));

    private static ImageDocument alike(String end) {
        ImageDocument document = Samples.document(1, "one " + end);
        return new ImageDocument(
                new ImageId("MEETATTHEHOM" + end.repeat(20) + Samples.CLUSTER),
                document.facts(),
                document.description(),
                document.created(),
                document.modified(),
                document.focus(),
                document.state(),
                document.uploader(),
                document.others());
    }

    @Test
    void rowsAreInTheOrderOfIds() throws SQLException {
        List<ImageId> ids = IntStream.range(0, ALL).mapToObj(Samples::id).toList();
        catalog.saveAll(IntStream.range(0, ALL)
                .mapToObj(number -> new Marked(Samples.document(number), Map.of()))
                .iterator());
        catalog.close();
        try (Connection connection = new Database(folder).connect()) {
            List<String> rows = Sql.list(connection, "SELECT id FROM picture ORDER BY number", row -> row.getString(1));
            assertEquals(ids.stream().map(ImageId::text).sorted().toList(), rows);
        }
    }

    @Test
    void numbersAreFromZeroToTheGreatestOf60Bits() {
        assertEquals(0, RowNumber.of(new ImageId("2".repeat(32) + "01")));
        assertEquals((1L << 60) - 1, RowNumber.of(new ImageId("Z".repeat(32) + "01")));
    }

    @Test
    void whatBeginsAlikeIsFoundAndListed() {
        ALIKE.reversed().forEach(catalog::save);
        ALIKE.forEach(document -> assertEquals(Optional.of(document), catalog.find(document.id())));
        assertEquals(ALIKE, catalog.findAll(ids()));
        assertEquals(ALIKE, catalog.page(Audience.PUBLIC, "", ALL));
        assertEquals(
                ALIKE.subList(1, 3),
                catalog.page(Audience.PUBLIC, ids().getFirst().text(), ALL));
        assertEquals(Optional.of(ALIKE.get(1)), catalog.previous(Audience.PUBLIC, ids().getLast()));
        assertEquals(Optional.empty(), catalog.find(alike("B").id()));
    }

    @Test
    void whatBeginsAlikeIsChangedAlone() {
        ALIKE.forEach(catalog::save);
        ImageId second = ids().get(1);
        catalog.update(second, document -> document.with(SampleStates.HIDDEN));
        catalog.mark(second, "ann", marks -> marks.withTags(new TreeSet<>(List.of("sea"))));
        assertEquals(Optional.of(ALIKE.get(1).with(SampleStates.HIDDEN)), catalog.find(second));
        assertEquals(List.of(ALIKE.getFirst(), ALIKE.getLast()), catalog.page(Audience.PUBLIC, "", ALL));
        assertEquals(
                Map.of(ids().get(0), Opinion.NONE, second, seaAlone(), ids().get(2), Opinion.NONE),
                catalog.opinions(ids()));
        assertEquals(List.of("ann"), List.copyOf(catalog.everybodysMarks(second).keySet()));
    }

    private static Opinion seaAlone() {
        return new Opinion(new TreeSet<>(List.of("sea")), 0, 0);
    }

    @Test
    void whoseNumberWasTakenIsStillItselfWhenTheOtherIsGone() {
        ALIKE.forEach(catalog::save);
        catalog.erase(ids().getFirst());
        assertEquals(false, catalog.save(ALIKE.getLast()).created());
        assertEquals(true, catalog.save(ALIKE.getFirst()).created());
        assertEquals(ALIKE, catalog.page(Audience.PUBLIC, "", ALL));
    }

    private static List<ImageId> ids() {
        return ALIKE.stream().map(ImageDocument::id).toList();
    }
}
