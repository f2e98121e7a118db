package org.huimages.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.huimages.catalog.Focus;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.JsonText;
import org.huimages.catalog.State;
import org.huimages.catalog.Timestamp;
import org.huimages.failure.Failure;
import org.huimages.pixel.Focal;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// What every [org.huimages.catalog.Catalog] promises of changing and erasing documents.
public abstract class CatalogUpdateContract extends CatalogFixture {
    private static final int RUNNERS = 8;
    private static final int NUMBER = 1;
    private static final ImageId ID = Samples.id(NUMBER);
    private static final Timestamp LATER = new Timestamp("20260701T120000.654321");

    @Test
    void whatIsNotThereCannotBeChanged() {
        catalog.save(Samples.document(2));
        assertEquals(Optional.empty(), catalog.update(ID, document -> fail("there is no " + document)));
        assertEquals(Optional.empty(), catalog.find(ID));
    }

    @Test
    void aChangeIsOfWhatIsThereAndIsThereAfterwards() {
        ImageDocument document = saved(Samples.document(NUMBER, "one"));
        Optional<ImageDocument> changed = catalog.update(ID, CatalogUpdateContract::changed);
        assertEquals(Optional.of(changed(document)), changed);
        assertEquals(changed, catalog.find(ID));
    }

    @Test
    void whatOtherProgramsHaveWrittenStaysAndIsAddedTo() {
        catalog.save(new SampleDocument(NUMBER)
                .other("shop", "{\"a\":[7,null]}")
                .other("x y", "true")
                .get());
        catalog.save(new SampleDocument(NUMBER)
                .other("shop", "8")
                .other("\u00fc", "\"new\"")
                .get());
        catalog.update(Samples.id(NUMBER), found -> found.with(State.FINE.withHidden(true)));
        assertEquals(
                Map.of(
                        "shop",
                        new JsonText("{\"a\":[7,null]}"),
                        "x y",
                        new JsonText("true"),
                        "\u00fc",
                        new JsonText("\"new\"")),
                catalog.find(Samples.id(NUMBER)).orElseThrow().others());
    }

    @Test
    void aChangeOfOneLeavesTheOthers() {
        ImageDocument other = saved(Samples.document(2, "one"));
        catalog.save(Samples.document(NUMBER, "one"));
        catalog.update(ID, CatalogUpdateContract::changed);
        assertEquals(Optional.of(other), catalog.find(other.id()));
    }

    @Test
    void whatAChangeThrowsIsThrownAndNothingIsChanged() {
        ImageDocument document = saved(Samples.document(NUMBER, "one"));
        RuntimeException refusal = new Failure.Conflict("no").exception();
        UnaryOperator<ImageDocument> refusing = present -> {
            throw refusal;
        };
        assertSame(refusal, assertThrows(RuntimeException.class, () -> catalog.update(ID, refusing)));
        assertEquals(Optional.of(document), catalog.find(ID));
    }

    @Test
    void aHundredRefusedChangesBlockNobody() {
        catalog.save(Samples.document(NUMBER));
        UnaryOperator<ImageDocument> refusing = present -> {
            throw new IllegalStateException();
        };
        for (int refusal = 0; refusal < 100; refusal++) {
            assertThrows(IllegalStateException.class, () -> catalog.update(ID, refusing));
        }
        assertTrue(catalog.update(ID, CatalogUpdateContract::changed).isPresent());
    }

    @RepeatedTest(3)
    void ofManyChangesAtOnceNoneIsLost() throws Exception {
        catalog.save(Samples.document(NUMBER));
        Race.run(RUNNERS, runner -> {
            for (int change = 0; change < 10; change++) {
                catalog.update(ID, document -> withTitle(document, runner + ""));
                catalog.update(ID, CatalogUpdateContract::moved);
            }
            return runner;
        });
        ImageDocument document = catalog.find(ID).orElseThrow();
        assertEquals(10 * RUNNERS, document.description().titles().size());
        assertEquals(10 * RUNNERS, document.focus().revision());
    }

    @Test
    void savesAndChangesAtOnceLoseNothing() throws Exception {
        catalog.save(Samples.document(NUMBER));
        Race.run(RUNNERS, runner -> {
            for (int change = 0; change < 10; change++) {
                catalog.save(Samples.document(NUMBER, runner + " " + change));
                catalog.update(ID, CatalogUpdateContract::moved);
            }
            return runner;
        });
        ImageDocument document = catalog.find(ID).orElseThrow();
        assertEquals(10 * RUNNERS, Set.copyOf(document.description().titles()).size());
        assertEquals(10 * RUNNERS, document.focus().revision());
    }

    @Test
    void whatIsErasedIsNotThere() {
        catalog.save(Samples.document(NUMBER));
        ImageDocument other = saved(Samples.document(2));
        assertTrue(catalog.erase(ID));
        assertEquals(Optional.empty(), catalog.find(ID));
        assertEquals(Optional.of(other), catalog.find(other.id()));
    }

    @Test
    void whatIsNotThereCannotBeErased() {
        catalog.save(Samples.document(NUMBER));
        assertTrue(catalog.erase(ID));
        assertFalse(catalog.erase(ID));
        assertFalse(catalog.erase(Samples.id(2)));
    }

    @Test
    void whatWasErasedCanBeSavedAsNew() {
        catalog.save(Samples.document(NUMBER, "one"));
        catalog.erase(ID);
        ImageDocument document = Samples.document(NUMBER, "two");
        assertTrue(catalog.save(document).created());
        assertEquals(Optional.of(document), catalog.find(ID));
    }

    @Test
    void ofManyErasersOneSucceeds() throws Exception {
        for (int round = 0; round < 5; round++) {
            catalog.save(Samples.document(NUMBER));
            List<Boolean> erased = Race.run(RUNNERS, runner -> catalog.erase(ID));
            assertEquals(1, erased.stream().filter(success -> success).count());
        }
    }

    @RepeatedTest(3)
    void saversAndErasersAtOnceDoNotDisturbEachOther() throws Exception {
        List<Integer> balances = Race.run(RUNNERS, runner -> {
            int balance = 0;
            for (int change = 0; change < 20; change++) {
                balance += catalog.save(Samples.document(NUMBER)).created() ? 1 : 0;
                balance -= catalog.erase(ID) ? 1 : 0;
            }
            return balance;
        });
        int left = catalog.find(ID).isPresent() ? 1 : 0;
        assertEquals(left, balances.stream().mapToInt(balance -> balance).sum());
    }

    private static ImageDocument changed(ImageDocument document) {
        return document.with(document.description().withTitles(List.of("other")))
                .with(Focus.NONE.movedTo(Optional.of(new Focal(0.25, 0.75))))
                .with(SampleStates.HIDDEN_AND_DELETED)
                .modifiedAt(LATER);
    }

    private static ImageDocument withTitle(ImageDocument document, String title) {
        List<String> titles = new ArrayList<>(document.description().titles());
        titles.add(title);
        return document.with(document.description().withTitles(titles));
    }

    private static ImageDocument moved(ImageDocument document) {
        return document.with(new Focus(Optional.empty(), document.focus().revision() + 1));
    }
}
