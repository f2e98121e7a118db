package org.huimages.webapp.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.huimages.catalog.Audience;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.MemoryCatalog;
import org.huimages.testkit.Samples;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.Test;

class OrdersTest {
    private final Catalog catalog = new MemoryCatalog();
    private final Orders orders = new Orders(catalog);

    private Listing listing() {
        return new Listing(
                catalog,
                orders,
                Audience.READERS,
                (after, limit) -> catalog.page(Audience.READERS, after, limit),
                "tag/x/",
                Map.of());
    }

    private List<ImageDocument> all(String sort) {
        List<ImageDocument> all = new ArrayList<>();
        String number = "";
        do {
            Listing.Part part = listing().part(Optional.of(sort), "", number);
            all.addAll(part.documents());
            number = part.next().replaceFirst(".*page=", "");
        } while (!number.isEmpty());
        return all;
    }

    private static List<ImageId> ids(List<ImageDocument> documents) {
        return documents.stream().map(ImageDocument::id).toList();
    }

    @Test
    void aListOfMoreThanAThousandIsSortedToItsEnd() {
        List<ImageId> byTitle = IntStream.range(0, 2345).mapToObj(Samples::id).toList();
        IntStream.range(0, 2345)
                .forEach(number -> catalog.save(Samples.document(number, "Title %05d".formatted(number))));
        assertEquals(byTitle, ids(all("title")));
        assertFalse(listing().part(Optional.of("title"), "", "").limited());
    }

    @Test
    void pagesGoOnInTheOrderOfTheFirstOne() {
        IntStream.range(0, 120).forEach(number -> catalog.save(Samples.document(number)));
        List<ImageId> seen = new ArrayList<>(
                ids(listing().part(Optional.of("rating"), "", "").documents()));
        seen.reversed().stream()
                .limit(20)
                .forEach(id -> catalog.mark(id, "rita", marks -> marks.withRating(OptionalInt.of(9))));
        seen.addAll(ids(listing().part(Optional.of("rating"), "", "1").documents()));
        seen.addAll(ids(listing().part(Optional.of("rating"), "", "2").documents()));
        assertEquals(120, seen.stream().distinct().count());
        ImageId best =
                ids(listing().part(Optional.of("rating"), "", "").documents()).getFirst();
        assertTrue(catalog.opinion(best).average().isPresent(), "whoever begins again sees it as it is now");
    }

    @Test
    void whatIsHiddenMeanwhileIsOnNoFurtherPage() {
        IntStream.range(0, 60).forEach(number -> catalog.save(Samples.document(number)));
        Listing open = new Listing(
                catalog,
                orders,
                Audience.PUBLIC,
                (after, limit) -> catalog.page(Audience.PUBLIC, after, limit),
                "tag/x/",
                Map.of());
        List<ImageId> first = ids(open.part(Optional.of("newest"), "", "").documents());
        IntStream.range(0, 60)
                .mapToObj(Samples::id)
                .filter(id -> !first.contains(id))
                .limit(4)
                .forEach(id -> catalog.update(
                        id, document -> document.with(document.state().withHidden(true))));
        assertEquals(6, open.part(Optional.of("newest"), "", "1").documents().size());
    }

    @Test
    void untitledOnesComeLastAndUmlautsWithTheirLetters() {
        catalog.save(Samples.document(1));
        catalog.save(Samples.document(2, "Zebra"));
        catalog.save(Samples.document(3, "\u00C4pfel"));
        catalog.save(Samples.document(4, "birnen"));
        assertEquals(List.of(Samples.id(3), Samples.id(4), Samples.id(2), Samples.id(1)), ids(all("title")));
    }
}
