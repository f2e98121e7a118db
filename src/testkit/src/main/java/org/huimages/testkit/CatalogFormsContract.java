package org.huimages.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.huimages.catalog.Description;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.JsonText;
import org.huimages.catalog.Marks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a [org.huimages.catalog.Catalog] promises further if it keeps texts to the letter. CouchDB does not: it
/// writes JSON in a form of its own, and refuses half characters.
public abstract class CatalogFormsContract extends CatalogFixture {
    private static final String HALF = "half a character: \uD83D";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-0.0",
                "1.0",
                "1e5",
                "1E+5",
                "12345678901234567890.12345678901234567890",
                "\"M\\u00fcller \\n \\/ M\u00FCller\"",
                "{ \"b\": [1, 2.50,\n{\"a\": null}], \"a\": \"\\\"\", \"a\": 2 }",
                "[[[\"]\", {\"}\": \"{\"}]]]"
            })
    void referencesComeBackAsTheyWereWritten(String json) {
        TreeMap<String, List<JsonText>> references = new TreeMap<>();
        references.put("first", List.of(new JsonText(json)));
        references.put("references", List.of(new JsonText("1"), new JsonText(json), new JsonText("[1]")));
        ImageDocument document =
                saved(Samples.document(1).with(new Description("a.jpeg", List.of(), List.of(), references)));
        assertEquals(Optional.of(document), catalog.find(document.id()));
    }

    @Test
    void whatOtherProgramsHaveWrittenComesBackAsItWasWritten() {
        ImageDocument document = saved(new SampleDocument(1)
                .other("others", "{ \"others\": [1e5, -0.0,\n{\"a\": null}] }")
                .other("references", "\"none of ours\"")
                .other("x y", "null")
                .get());
        assertEquals(Optional.of(document), catalog.find(document.id()));
    }

    @Test
    void halfCharactersComeBack() {
        ImageDocument document =
                saved(new SampleDocument(1).filename(HALF).titles(HALF).get());
        assertEquals(Optional.of(document), catalog.find(document.id()));
        Marks marks = Marks.NONE.withTags(new TreeSet<>(List.of(HALF)));
        catalog.mark(document.id(), HALF, before -> marks);
        assertEquals(marks, catalog.marks(document.id(), HALF));
    }
}
