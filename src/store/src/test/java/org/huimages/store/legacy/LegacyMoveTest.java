package org.huimages.store.legacy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.stock.PictureLocks;
import org.huimages.store.couch.CouchAddress;
import org.huimages.store.couch.CouchNames;
import org.huimages.store.couch.CouchOriginals;
import org.huimages.store.legacy.LegacyMove.Moved;
import org.huimages.testkit.Samples;
import org.huimages.testkit.WatchedOriginalStore;
import org.huimages.testkit.couch.CouchServer;
import org.huimages.testkit.couch.LegacyDatabase;
import org.huimages.testkit.couch.LegacyPicture;
import org.huimages.testkit.net.Fault;
import org.huimages.testkit.net.FaultProxy;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LegacyMoveTest {
    @RegisterExtension
    static final CouchServer COUCH = new CouchServer();

    private static final ImageId PLAIN = LegacyDatabase.PLAIN.id();

    @TempDir
    Path folder;

    private final WatchedOriginalStore store = new WatchedOriginalStore();
    private CouchNames names;
    private CouchOriginals couch;

    @BeforeEach
    void open() {
        names = new CouchNames(COUCH.database(), COUCH.database());
        new LegacyDatabase(COUCH.peek(), names.pictures(), names.marks()).write();
        couch = CouchOriginals.open(CouchAddress.parse(COUCH.address()), names);
    }

    @AfterEach
    void close() {
        couch.close();
    }

    private LegacyMove move(LegacyRule rule) {
        return new LegacyMove(couch, store, rule, new PictureLocks());
    }

    private Optional<Moved> moved(LegacyRule rule, ImageId id) throws IOException {
        return move(rule).move(id, folder);
    }

    @Test
    void whatIsKeptIsStoredOnceAndStaysAttached() throws Exception {
        for (LegacyPicture picture : List.of(LegacyDatabase.PLAIN, LegacyDatabase.UNDECODED, LegacyDatabase.ODD)) {
            assertEquals(Optional.of(new Moved(true, false)), moved(LegacyRule.KEEP, picture.id()));
            assertEquals(Optional.of(new Moved(false, false)), moved(LegacyRule.KEEP, picture.id()));
            assertArrayEquals(picture.bytes(), stored(picture.id()));
            assertEquals(1, couch.attachments(picture.id()).size());
        }
        assertNothingIsLeft();
    }

    @Test
    void whatIsMovedIsAttachedNoMoreAndItsTypeIsTheTrueOne() throws Exception {
        assertEquals(Optional.of(new Moved(true, true)), moved(LegacyRule.DELETE, LegacyDatabase.ODD.id()));
        assertArrayEquals(LegacyDatabase.ODD.bytes(), stored(LegacyDatabase.ODD.id()));
        assertEquals(List.of(), couch.attachments(LegacyDatabase.ODD.id()));
        String document = COUCH.peek().send("GET", "/" + names.pictures() + "/" + LegacyDatabase.ODD.id(), "");
        assertTrue(document.contains("\"content_type\":\"image/png\""), document);
        assertEquals(Optional.empty(), moved(LegacyRule.DELETE, LegacyDatabase.ODD.id()));
        assertNothingIsLeft();
    }

    @Test
    void whatWasStoredByAnotherIsComparedBeforeItIsDropped() throws Exception {
        Path other = Files.write(folder.resolve("other"), new byte[] {1, 2, 3});
        store.put(PLAIN, other);
        Files.delete(other);
        Failure failure = assertThrows(FailureException.class, () -> moved(LegacyRule.DELETE, PLAIN))
                .failure();
        assertTrue(failure instanceof Failure.StoreLies);
        assertEquals(1, couch.attachments(PLAIN).size());
        store.delete(PLAIN);
        moved(LegacyRule.KEEP, PLAIN);
        assertEquals(Optional.of(new Moved(false, true)), moved(LegacyRule.DELETE, PLAIN));
        assertNothingIsLeft();
    }

    @Test
    void bytesThatDoNotMatchAreNeitherStoredNorDropped() throws Exception {
        ImageId id = LegacyDatabase.DAMAGED.id();
        Failure failure = assertThrows(FailureException.class, () -> moved(LegacyRule.DELETE, id))
                .failure();
        assertTrue(failure instanceof Failure.StoreLies);
        assertTrue(store.length(id).isEmpty());
        assertEquals(1, couch.attachments(id).size());
        assertNothingIsLeft();
    }

    @Test
    void aStoreThatCannotBeAskedLosesNothing() throws Exception {
        store.fails("down");
        assertThrows(IOException.class, () -> moved(LegacyRule.DELETE, PLAIN));
        assertEquals(1, couch.attachments(PLAIN).size());
        store.heals();
        assertEquals(Optional.of(new Moved(true, true)), moved(LegacyRule.DELETE, PLAIN));
        assertNothingIsLeft();
    }

    @Test
    void nothingIsDoneWhereTheRuleSaysNoOrNothingIsAttached() throws Exception {
        assertEquals(Optional.empty(), moved(LegacyRule.OFF, PLAIN));
        assertEquals(Optional.empty(), moved(LegacyRule.READ, PLAIN));
        assertEquals(Optional.empty(), moved(LegacyRule.KEEP, Samples.id(1)));
        assertTrue(store.length(PLAIN).isEmpty());
    }

    @Test
    void whatWasErasedIsNotStoredAgain() throws Exception {
        ImageId id = LegacyDatabase.ODD.id();
        String document = COUCH.peek().send("GET", "/" + names.pictures() + "/" + id, "");
        COUCH.peek()
                .send(
                        "POST",
                        "/" + names.pictures(),
                        document.replaceFirst(
                                "\\{", "{\"deleted\": true, \"tombstone\": {\"when\": \"\", \"erased\": true},"));
        assertEquals(Optional.empty(), moved(LegacyRule.KEEP, id));
        assertTrue(store.length(id).isEmpty());
    }

    @Test
    void ofManyWhoMoveTheSameOneStoresItAndOneDropsIt() throws Exception {
        LegacyMove move = move(LegacyRule.DELETE);
        List<Moved> all;
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Optional<Moved>> one = () -> move.move(PLAIN, folder);
            List<Future<Optional<Moved>>> started = pool.invokeAll(Collections.nCopies(8, one));
            all = started.stream()
                    .map(Future::resultNow)
                    .flatMap(Optional::stream)
                    .toList();
        }
        assertEquals(1, all.stream().filter(Moved::stored).count());
        assertEquals(1, all.stream().filter(Moved::dropped).count());
        assertArrayEquals(LegacyDatabase.PLAIN.bytes(), stored(PLAIN));
        assertNothingIsLeft();
    }

    /// What a line does to an attachment on its way.
    @ParameterizedTest
    @MethodSource("disturbances")
    void whatIsDisturbedOnItsWayIsNeitherStoredNorDropped(Fault fault, boolean lies) throws Exception {
        try (FaultProxy line = FaultProxy.before(URI.create(COUCH.address()));
                CouchOriginals disturbed =
                        CouchOriginals.open(CouchAddress.parse(line.uri().toString()), names)) {
            LegacyMove move = new LegacyMove(disturbed, store, LegacyRule.DELETE, new PictureLocks());
            disturbed.attachments(PLAIN); // so that the next requests are for the document, and for what is attached
            line.next(new Fault.None(), fault);
            Exception failed = assertThrows(Exception.class, () -> move.move(PLAIN, folder));
            assertEquals(
                    lies,
                    failed instanceof FailureException known && known.failure() instanceof Failure.StoreLies,
                    failed::toString);
            assertTrue(store.length(PLAIN).isEmpty());
            assertNothingIsLeft();
            assertEquals(Optional.of(new Moved(true, true)), move.move(PLAIN, folder));
            assertArrayEquals(LegacyDatabase.PLAIN.bytes(), stored(PLAIN));
        }
    }

    static Stream<Arguments> disturbances() {
        int middle = LegacyDatabase.PLAIN.bytes().length / 2;
        return Stream.of(
                Arguments.of(new Fault.Truncated(middle), false),
                Arguments.of(new Fault.Reset(middle), false),
                Arguments.of(new Fault.Answer(503, "{}"), false),
                Arguments.of(new Fault.WrongByte(middle), true));
    }

    private byte[] stored(ImageId id) throws IOException {
        Path target = folder.resolve("stored");
        assertTrue(store.fetch(id, target));
        byte[] bytes = Files.readAllBytes(target);
        Files.delete(target);
        return bytes;
    }

    private void assertNothingIsLeft() throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            assertFalse(left.findAny().isPresent());
        }
    }
}
