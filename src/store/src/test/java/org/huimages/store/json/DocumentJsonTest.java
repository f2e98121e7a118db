package org.huimages.store.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huimages.catalog.Broken;
import org.huimages.catalog.Description;
import org.huimages.catalog.Focus;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.JsonText;
import org.huimages.catalog.State;
import org.huimages.catalog.Timestamp;
import org.huimages.catalog.Tombstone;
import org.huimages.pixel.Focal;
import org.huimages.testkit.SampleDocument;
import org.huimages.testkit.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The names in stored documents: others read them, in CouchDB, and later releases of us.
class DocumentJsonTest {
    private static final Timestamp LATER = new Timestamp("20260701T120000.654321");

    @Test
    void anOrdinaryDocumentHasTheseNames() {
        assertEquals(
                """
                {"content_type":"image/jpeg","width":3024,"height":4032,"orientation":6,"length":5000000000,\
                "sha256":"%s","filename":"IMG_0815.JPG","title":["one","two"],"types":[],"references":{},\
                "ctime":"20090129T235959.000000","mtime":"20090129T235959.000000","uploaded_by":"ann"}""".formatted(Samples.document(1).facts().orElseThrow().sha256()),
                DocumentJson.write(Samples.document(1, "one", "two")));
    }

    @Test
    void whatIsNotOrdinaryHasTheseNames() {
        assertEquals("""
                {"content_type":"image/jpeg","width":3024,"height":4032,"orientation":6,"length":5000000000,\
                "sha256":"%s","placeholder":"data:image/webp;base64,UklGRg==","filename":"","title":[],"types":["photo"],"references":{"order":[1e5,{"a": [1.0]}]},\
                "ctime":"20090129T235959.000000","mtime":"20090129T235959.000000","uploaded_by":"ann",\
                "focal":[0.25,1.0],"focalRev":3,"private":true,"deleted":true,\
                "tombstone":{"when":"20260701T120000.654321","why":"blurred","by":"bob","erased":false},\
                "broken":{"when":"20260701T120000.654321","why":"no end"}}""".formatted(Samples.document(1).facts().orElseThrow().sha256()), DocumentJson.write(unusual()));
    }

    private static ImageDocument unusual() {
        List<JsonText> order = List.of(new JsonText("1e5"), new JsonText("{\"a\": [1.0]}"));
        return new SampleDocument(1)
                .placeholder("data:image/webp;base64,UklGRg==")
                .focus(new Focus(Optional.of(new Focal(0.25, 1)), 3))
                .state(new State(
                        true,
                        false,
                        Optional.of(new Tombstone(LATER, "blurred", "bob", false)),
                        Optional.of(new Broken(LATER, "no end"))))
                .get()
                .with(new Description("", List.of(), List.of("photo"), new TreeMap<>(Map.of("order", order))));
    }

    @Test
    void whatIsWrittenIsRead() {
        assertEquals(unusual(), DocumentJson.read(Samples.id(1), DocumentJson.write(unusual())));
    }

    /// A later release may have written them.
    @Test
    void membersThatAreNotKnownArePassedOver() {
        String text = DocumentJson.write(unusual());
        String more = "{\"later\":{\"width\":[1,{\"ctime\":2}]},\"width2\":null," + text.substring(1);
        assertEquals(unusual(), DocumentJson.read(Samples.id(1), more));
    }

    @Test
    void whatIsMissingIsNamed() {
        String text = DocumentJson.write(unusual()).replace("\"ctime\"", "\"time\"");
        IllegalArgumentException failed =
                assertThrows(IllegalArgumentException.class, () -> DocumentJson.read(Samples.id(1), text));
        assertEquals("a document without ctime", failed.getMessage());
    }

    /// A deleted picture may have been unlisted before, which its tombstone tells.
    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void whetherItIsListedIsKeptThroughTheTrash(boolean unlisted, boolean deleted) {
        Optional<Tombstone> stone =
                deleted ? Optional.of(new Tombstone(LATER, "blurred", "bob", true)) : Optional.empty();
        ImageDocument document = new SampleDocument(1)
                .state(new State(false, unlisted, stone, Optional.empty()))
                .get();
        assertEquals(document, DocumentJson.read(Samples.id(1), DocumentJson.write(document)));
    }
}
