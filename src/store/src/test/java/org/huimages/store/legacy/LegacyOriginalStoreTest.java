package org.huimages.store.legacy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.original.OriginalStore;
import org.huimages.original.ReadOnlyOriginalStore;
import org.huimages.original.Verify;
import org.huimages.stock.PictureLocks;
import org.huimages.store.couch.CouchAddress;
import org.huimages.store.couch.CouchNames;
import org.huimages.store.couch.CouchOriginals;
import org.huimages.testkit.OriginalStoreContract;
import org.huimages.testkit.Samples;
import org.huimages.testkit.WatchedOriginalStore;
import org.huimages.testkit.couch.CouchServer;
import org.huimages.testkit.couch.LegacyDatabase;
import org.huimages.testkit.couch.LegacyPicture;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A store behind which attachments lie keeps the store's contract.
class LegacyOriginalStoreTest extends OriginalStoreContract {
    @RegisterExtension
    static final CouchServer COUCH = new CouchServer();

    private static final LegacyPicture PLAIN = LegacyDatabase.PLAIN;
    private static final ImageId DAMAGED = LegacyDatabase.DAMAGED.id();

    @TempDir
    Path temporary;

    private final WatchedOriginalStore store = new WatchedOriginalStore();

    @Override
    protected OriginalStore open() {
        return open(LegacyRule.KEEP, Verify.STRICT, COUCH.address());
    }

    private OriginalStore open(LegacyRule rule, Verify verify, String address) {
        return open(store, rule, verify, address);
    }

    private static OriginalStore open(OriginalStore store, LegacyRule rule, Verify verify, String address) {
        CouchNames names = new CouchNames(COUCH.database(), COUCH.database());
        new LegacyDatabase(COUCH.peek(), names.pictures(), names.marks()).write();
        CouchOriginals couch = CouchOriginals.open(CouchAddress.parse(address), names);
        return new LegacyOriginalStore(new LegacyMove(couch, store, rule, new PictureLocks()), verify);
    }

    private OriginalStore open(LegacyRule rule) {
        return open(rule, Verify.STRICT, COUCH.address());
    }

    private Path target() {
        return temporary.resolve("target");
    }

    @Test
    void whatIsAttachedIsFetchedAndIsInTheStoreThen() throws Exception {
        try (OriginalStore legacy = open(LegacyRule.DELETE)) {
            assertEquals(OptionalLong.of(PLAIN.bytes().length), legacy.length(PLAIN.id()));
            assertTrue(legacy.fetch(PLAIN.id(), target()));
            assertArrayEquals(PLAIN.bytes(), Files.readAllBytes(target()));
            assertEquals(OptionalLong.of(PLAIN.bytes().length), store.length(PLAIN.id()));
            Files.delete(target());
            assertTrue(legacy.fetch(PLAIN.id(), target()));
            assertFalse(legacy.fetch(Samples.id(1), temporary.resolve("none")));
        }
    }

    @Test
    void whatIsOnlyReadIsServedAndNotStored() throws Exception {
        try (OriginalStore legacy = open(LegacyRule.READ)) {
            assertTrue(legacy.fetch(PLAIN.id(), target()));
            assertTrue(store.length(PLAIN.id()).isEmpty());
        }
    }

    @Test
    void whatIsOffIsNotLookedFor() throws Exception {
        try (OriginalStore legacy = open(LegacyRule.OFF)) {
            assertFalse(legacy.fetch(PLAIN.id(), target()));
            assertEquals(OptionalLong.empty(), legacy.length(PLAIN.id()));
        }
    }

    @Test
    void whatIsErasedIsGoneFromEverywhere() throws Exception {
        try (OriginalStore legacy = open(LegacyRule.KEEP)) {
            legacy.fetch(PLAIN.id(), target());
            assertTrue(legacy.delete(PLAIN.id()));
            assertEquals(OptionalLong.empty(), legacy.length(PLAIN.id()));
            assertFalse(legacy.delete(PLAIN.id()));
        }
    }

    @Test
    void otherBytesAreALieUnlessTheyAreWanted() throws Exception {
        try (OriginalStore strict = open(LegacyRule.DELETE)) {
            Failure failure = assertThrows(FailureException.class, () -> strict.fetch(DAMAGED, target()))
                    .failure();
            assertTrue(failure instanceof Failure.StoreLies);
            assertFalse(Files.exists(target()));
        }
        try (OriginalStore lax = open(LegacyRule.DELETE, Verify.WARN, COUCH.address())) {
            assertTrue(lax.fetch(DAMAGED, target()));
            assertArrayEquals(LegacyDatabase.DAMAGED.bytes(), Files.readAllBytes(target()));
            assertTrue(store.length(DAMAGED).isEmpty());
            assertFalse(lax.fetch(Samples.id(1), temporary.resolve("none")));
        }
    }

    @Test
    void whereTheStoreLiesTheAttachmentIsTaken() throws Exception {
        try (OriginalStore legacy = open(new LyingStore(), LegacyRule.DELETE, Verify.STRICT, COUCH.address())) {
            assertTrue(legacy.fetch(PLAIN.id(), target()));
            assertArrayEquals(PLAIN.bytes(), Files.readAllBytes(target()));
            assertThrows(FailureException.class, () -> legacy.fetch(DAMAGED, temporary.resolve("none")));
        }
    }

    @Test
    void aStoreThatTakesNothingKeepsNobodyFromHisPicture() throws Exception {
        OriginalStore full = new ReadOnlyOriginalStore(store);
        try (OriginalStore legacy = open(full, LegacyRule.DELETE, Verify.STRICT, COUCH.address())) {
            assertTrue(legacy.fetch(PLAIN.id(), target()));
            assertEquals(OptionalLong.of(PLAIN.bytes().length), legacy.length(PLAIN.id()));
        }
    }

    @Test
    void whileCouchIsDownNothingIsSaidToBeMissing() {
        try (OriginalStore legacy = open(LegacyRule.KEEP, Verify.STRICT, "http://127.0.0.1:1")) {
            FailureException failed = assertThrows(FailureException.class, () -> legacy.fetch(PLAIN.id(), target()));
            assertTrue(failed.failure() instanceof Failure.Unavailable);
        }
    }

    /// Has other bytes for every ID, and is found out.
    private static final class LyingStore implements OriginalStore {
        @Override
        public boolean put(ImageId id, Path file) {
            return false;
        }

        @Override
        public boolean fetch(ImageId id, Path target) {
            throw new Failure.StoreLies("other bytes").exception();
        }

        @Override
        public OptionalLong length(ImageId id) {
            return OptionalLong.of(1);
        }

        @Override
        public boolean delete(ImageId id) {
            return true;
        }

        @Override
        public Stream<ImageId> list() {
            return Stream.empty();
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
