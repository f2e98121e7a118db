package org.huimages.store.couch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.huimages.catalog.Audience;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.Marks;
import org.huimages.catalog.Opinion;
import org.huimages.catalog.State;
import org.huimages.catalog.Timestamp;
import org.huimages.catalog.Tombstone;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.testkit.SampleDocument;
import org.huimages.testkit.Samples;
import org.huimages.testkit.couch.CouchServer;
import org.huimages.testkit.couch.LegacyDatabase;
import org.huimages.testkit.couch.LegacyPicture;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What older systems wrote is read, changed and kept.
class LegacyDatabaseTest {
    @RegisterExtension
    static final CouchServer COUCH = new CouchServer();

    private static final ImageId PLAIN = LegacyDatabase.PLAIN.id();
    private static final Timestamp NOW = new Timestamp("20260701T120000.654321");

    @TempDir
    Path folder;

    private CouchNames names;
    private CouchCatalog catalog;

    @BeforeEach
    void open() {
        names = new CouchNames(COUCH.database(), COUCH.database());
        new LegacyDatabase(COUCH.peek(), names.pictures(), names.marks()).write();
        catalog = CouchCatalogTest.ready(COUCH, names);
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    @Test
    void oldDocumentsAreReadAndProveNothing() {
        ImageDocument plain = catalog.find(PLAIN).orElseThrow();
        assertEquals(Optional.empty(), plain.facts());
        assertEquals(
                List.of("first", "Zw\u00f6lf B\u00f6cke"), plain.description().titles());
        assertEquals(LegacyDatabase.PLAIN.name(), plain.description().filename());
        assertEquals("20090129T235959.000000", plain.created().text());
        assertEquals(
                Set.of("artnr", "odd", "none"), plain.description().references().keySet());
        ImageDocument odd = catalog.find(LegacyDatabase.ODD.id()).orElseThrow();
        assertEquals("yesterday", odd.created().text());
        assertEquals(List.of("no list"), odd.description().titles());
        assertEquals(
                State.FINE.withUnlisted(true),
                catalog.find(LegacyDatabase.UNDECODED.id()).orElseThrow().state());
    }

    @Test
    void listsHaveOldDocumentsButNotThoseThatCouldNotBeDecoded() {
        List<ImageDocument> page = catalog.page(Audience.PUBLIC, "", 50);
        assertEquals(7, page.size());
        assertEquals(Set.copyOf(page), Set.copyOf(catalog.newest(Audience.PUBLIC, Optional.empty(), 50)));
        assertEquals(5, catalog.search(Audience.READERS, "zwolf bock", "", 50).size());
        assertEquals(1, catalog.tagged(Audience.PUBLIC, "bock", "", 50).size());
        assertEquals(
                1,
                catalog.favourites(Audience.PUBLIC, LegacyDatabase.USER, "", 50).size());
        assertEquals(List.of(), catalog.deleted("", 50));
        assertEquals(new Opinion(new TreeSet<>(List.of("bock", "zw\u00f6lf")), 1, 7), catalog.opinion(PLAIN));
        assertEquals(catalog.opinion(PLAIN), catalog.opinions(List.of(PLAIN)).get(PLAIN));
    }

    @Test
    void noCallLosesAttachmentsUnknownFieldsOrForms() {
        JsonObject before = stored(PLAIN);
        everyCall(catalog, PLAIN);
        JsonObject after = stored(PLAIN);
        assertNotEquals(before.get("_rev"), after.get("_rev"));
        for (String kept : List.of("unknown", "void", "ctime", "types", "width")) {
            assertEquals(before.get(kept).toString(), after.get(kept).toString(), kept);
        }
        assertEquals(references(before), references(after));
        assertEquals(digests(before), digests(after));
        assertTrue(after.getAsJsonObject("_attachments").toString().contains("\"stub\":true"));
    }

    private static void everyCall(CouchCatalog catalog, ImageId id) {
        ImageDocument again =
                new SampleDocument(1).titles("added").modified(NOW).unproven().get();
        catalog.save(new ImageDocument(
                id, Optional.empty(), again.description(), NOW, NOW, again.focus(), again.state(), ""));
        Tombstone stone = new Tombstone(NOW, "", "ann", false);
        catalog.update(id, document -> document.with(document.state().withTombstone(Optional.of(stone))));
        catalog.update(id, document -> document.with(State.FINE.withHidden(true)));
        catalog.update(id, document -> document.with(State.FINE).modifiedAt(NOW));
        catalog.update(id, document -> document);
        catalog.mark(id, "ann", marks -> marks.withFavourite(true));
        catalog.page(Audience.READERS, "", 10);
        catalog.search(Audience.READERS, "bock", "", 10);
        catalog.tags(Audience.READERS, "", 10);
        catalog.compact();
    }

    @Test
    void aChangeThatChangesNothingWritesNothing() {
        String revision = stored(PLAIN).get("_rev").getAsString();
        catalog.update(PLAIN, document -> document);
        assertEquals(revision, stored(PLAIN).get("_rev").getAsString());
    }

    @Test
    void aBareDeletedIsThereAgainAfterTheTrash() {
        ImageId id = LegacyDatabase.UNDECODED.id();
        Tombstone stone = new Tombstone(NOW, "", "ann", false);
        catalog.update(id, document -> document.with(document.state().withTombstone(Optional.of(stone))));
        assertEquals(1, catalog.deleted("", 5).size());
        catalog.update(id, document -> document.with(document.state().withTombstone(Optional.empty())));
        assertEquals(
                State.FINE.withUnlisted(true), catalog.find(id).orElseThrow().state());
    }

    @Test
    void oldMarksAreChangedAndKeepWhatIsUnknown() {
        Marks marks = catalog.marks(PLAIN, LegacyDatabase.USER);
        assertEquals(new Marks(new TreeSet<>(List.of("bock", "zw\u00f6lf")), true, OptionalInt.of(7)), marks);
        catalog.mark(PLAIN, LegacyDatabase.USER, before -> before.withRating(OptionalInt.of(8)));
        String all = COUCH.peek().send("GET", "/" + names.marks() + "/_all_docs?include_docs=true", "");
        assertTrue(all.contains("\"since\":1.5") && all.contains("\"void\":null") && all.contains("\"rating\":8"), all);
    }

    @Test
    void designDocumentsOfOthersStayAsTheyAre() {
        for (String name : List.of("huimages", "old")) {
            assertTrue(stored("_design/" + name).get("_rev").getAsString().startsWith("1-"));
        }
        assertEquals("huImages", stored("_design/huimages-server").get("owner").getAsString());
    }

    @Test
    void whatAnOldClientWritesInBetweenIsNotLost() {
        boolean[] written = new boolean[1];
        catalog.update(PLAIN, document -> {
            if (!written[0]) {
                written[0] = true;
                JsonObject theirs = stored(PLAIN);
                theirs.getAsJsonArray("title").add("theirs");
                theirs.addProperty("newer", true);
                COUCH.peek().send("POST", "/" + names.pictures(), theirs.toString());
            }
            return document.with(State.FINE.withHidden(true));
        });
        JsonObject after = stored(PLAIN);
        assertTrue(after.get("newer").getAsBoolean() && after.get("private").getAsBoolean());
        assertEquals(3, after.getAsJsonArray("title").size());
        assertEquals(1, after.getAsJsonObject("_attachments").size());
    }

    @Test
    void everyOriginalIsFetchedWhateverItsName() throws Exception {
        try (CouchOriginals originals = CouchOriginals.open(CouchAddress.parse(COUCH.address()), names)) {
            for (LegacyPicture picture : List.of(LegacyDatabase.PLAIN, LegacyDatabase.UNDECODED, LegacyDatabase.ODD)) {
                Path target = folder.resolve(picture.id().text());
                Attachment fetched = originals.fetch(picture.id(), target).orElseThrow();
                assertEquals(picture.name(), fetched.name());
                assertArrayEquals(picture.bytes(), Files.readAllBytes(target));
            }
            assertEquals(Optional.empty(), originals.fetch(Samples.id(1), folder.resolve("none")));
            assertEquals(8, originals.list(Optional.empty(), 50).size());
        }
    }

    @Test
    void bytesThatDoNotMatchTheirIdAreNoOriginalButCanBeSaved() throws Exception {
        try (CouchOriginals originals = CouchOriginals.open(CouchAddress.parse(COUCH.address()), names)) {
            ImageId id = LegacyDatabase.DAMAGED.id();
            Path target = folder.resolve("target");
            Failure failure = assertThrows(FailureException.class, () -> originals.fetch(id, target))
                    .failure();
            assertTrue(failure instanceof Failure.StoreLies);
            assertFalse(Files.exists(target));
            originals.copy(id, originals.attachments(id).getFirst(), target);
            assertArrayEquals(LegacyDatabase.DAMAGED.bytes(), Files.readAllBytes(target));
        }
    }

    @Test
    void ofSeveralAttachmentsTheOneWithTheBytesOfTheIdIsTheOriginal() throws Exception {
        String rev = stored(PLAIN).get("_rev").getAsString();
        COUCH.peek()
                .exchange(
                        "PUT",
                        "/%s/%s/000.txt?rev=%s".formatted(names.pictures(), PLAIN, rev),
                        "text/plain",
                        new byte[] {1, 2, 3});
        try (CouchOriginals originals = CouchOriginals.open(CouchAddress.parse(COUCH.address()), names)) {
            assertEquals(2, originals.attachments(PLAIN).size());
            Path target = folder.resolve("target");
            Attachment found = originals.fetch(PLAIN, target).orElseThrow();
            assertEquals(LegacyDatabase.PLAIN.name(), found.name());
            assertTrue(originals.detach(PLAIN, found, "image/jpeg"));
            assertEquals(1, originals.attachments(PLAIN).size());
        }
    }

    @Test
    void oneRevisionDropsTheAttachmentAndKeepsItsName() throws Exception {
        JsonObject before = stored(PLAIN);
        try (CouchOriginals originals = CouchOriginals.open(CouchAddress.parse(COUCH.address()), names)) {
            Attachment attachment = originals.attachments(PLAIN).getFirst();
            assertTrue(originals.detach(PLAIN, attachment, "image/jpeg"));
            assertFalse(originals.detach(PLAIN, attachment, "image/jpeg"));
            originals.compact();
        }
        JsonObject after = stored(PLAIN);
        assertTrue(after.get("_rev").getAsString().startsWith("2-"));
        assertFalse(after.has("_attachments"));
        assertEquals(LegacyDatabase.PLAIN.name(), after.get("filename").getAsString());
        assertEquals(LegacyDatabase.PLAIN.bytes().length, after.get("length").getAsInt());
        assertEquals("image/jpeg", after.get("content_type").getAsString());
        assertEquals(before.get("unknown"), after.get("unknown"));
        assertEquals(Optional.empty(), catalog.find(PLAIN).orElseThrow().facts());
    }

    private JsonObject stored(ImageId id) {
        return stored(id.text());
    }

    private JsonObject stored(String id) {
        return JsonParser.parseString(COUCH.peek().send("GET", "/" + names.pictures() + "/" + id, ""))
                .getAsJsonObject();
    }

    private static String references(JsonObject document) {
        return document.get("references").toString();
    }

    private static List<String> digests(JsonObject document) {
        return Attachment.of(document).stream().map(Attachment::digest).toList();
    }
}
