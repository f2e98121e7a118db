package org.huimages.webapp.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static final Template NEXT = new Template("/images/{id}/next");

    @Test
    void variablesAreWholeSegments() {
        assertEquals(Optional.of(Map.of("id", "A1")), NEXT.match("/images/A1/next"));
        assertEquals(
                Optional.of(Map.of("id", "A1", "user", "ann")),
                new Template("/images/{id}/marks/{user}").match("/images/A1/marks/ann"));
    }

    @Test
    void aVariableMayBeEmpty() {
        assertEquals(Optional.of(Map.of("id", "")), NEXT.match("/images//next"));
        assertEquals(Optional.of(Map.of("id", "")), new Template("/images/{id}").match("/images/"));
    }

    @Test
    void aTemplateWithoutVariablesIsItself() {
        assertEquals(Optional.of(Map.of()), new Template("/images").match("/images"));
        assertEquals(Optional.empty(), new Template("/images").match("/image"));
        assertEquals(Optional.of(Map.of()), new Template("/").match("/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/images",
                "/images/A1",
                "/images/A1/",
                "/images/A1/nex",
                "/images/A1/nextt",
                "/images/A1/next/",
                "/images/A1/next/more",
                "/imagesA1/next",
                "/Images/A1/next",
                "images/A1/next"
            })
    void otherPathsDoNotFit(String path) {
        assertEquals(Optional.empty(), NEXT.match(path));
    }
}
