package org.huimages.webapp.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TagsTest {
    @Test
    void blanksAndCommasPartTagsAndCaseGoes() {
        assertEquals(Set.of("red", "green", "blue"), Tags.of("Red,green  BLUE,, red\n"));
        assertEquals(Set.of(), Tags.of(" , "));
        assertEquals(Set.of("a", "b", "c"), Tags.of("a\u00A0b\u3000c"));
        assertEquals(Set.of("m\u00fcller-42", "\uD83D\uDE80", "#1"), Tags.of("M\u00dcLLER-42 \uD83D\uDE80 #1"));
        assertEquals(Set.of("a", "b", "c"), Tags.of(List.of("A b", "c", "")));
    }
}
