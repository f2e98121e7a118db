package org.huimages.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DescriptionTest {
    private static final JsonText ONE = new JsonText("1");
    private static final JsonText TEXT = new JsonText("\"x\"");

    @Test
    void titlesAreACopy() {
        List<String> titles = new ArrayList<>(List.of("one"));
        Description description = Description.NONE.withTitles(titles);
        titles.add("two");
        assertEquals(List.of("one"), description.titles());
    }

    @Test
    void newTitlesComeLastAndOnlyOnce() {
        Description first = Description.NONE.withTitles(List.of("one", "two", "three"));
        Description later = Description.NONE.withTitles(List.of("two", "four"));
        assertEquals(List.of("one", "three", "two", "four"), first.with(later).titles());
    }

    @Test
    void typesAndReferencesAreAddedOnceAndStayWhereTheyAre() {
        Description first = described(List.of("a", "b"), Map.of("article", List.of(ONE)));
        Description later = described(List.of("b", "c"), Map.of("article", List.of(ONE, TEXT), "order", List.of(TEXT)));
        Description both = first.with(later);
        assertEquals(List.of("a", "b", "c"), both.types());
        assertEquals(Map.of("article", List.of(ONE, TEXT), "order", List.of(TEXT)), both.references());
    }

    @Test
    void theFirstFileNameIsKept() {
        assertEquals("a", Description.named("a").with(Description.named("b")).filename());
        assertEquals("b", Description.NONE.with(Description.named("b")).filename());
    }

    @Test
    void whatIsTakenAwayIsGoneAndNothingElse() {
        Description full = described(List.of("a", "b"), Map.of("article", List.of(ONE, TEXT), "order", List.of(TEXT)));
        assertEquals(List.of("b"), full.withoutTypes(List.of("a", "z")).types());
        assertEquals(
                Map.of("article", List.of(ONE)),
                full.withoutReferences(Map.of("article", List.of(TEXT), "order", List.of(TEXT), "none", List.of(ONE)))
                        .references());
    }

    private static Description described(List<String> types, Map<String, List<JsonText>> references) {
        return new Description("", List.of(), types, new TreeMap<>(references));
    }
}
