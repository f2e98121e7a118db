package org.huimages.store.s3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.original.StoreSetupException;
import org.huimages.original.Verify;
import org.huimages.testkit.net.Fault;
import org.huimages.testkit.net.FaultProxy;
import org.huimages.testkit.net.S3Server;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the store does on a bad line: it says so in its limits, is right once the line is, and leaves no file.
@ExtendWith(SharedS3.class)
@Timeout(60)
class S3FaultTest {
    private static final int LENGTH = 300_000;
    private static final int ATTEMPTS = S3Limits.DEFAULT.attempts();

    /// As S3 says it when it is asked too much.
    private static final Fault SLOW_DOWN = new Fault.Answer(503, "<Error><Code>SlowDown</Code></Error>");

    private final byte[] bytes = SampleOriginals.bytes(LENGTH);
    private final ImageId id = SampleOriginals.id(bytes);
    private final TestBucket bucket;
    private final FaultProxy line;
    private final S3OriginalStore store;

    @TempDir
    private Path folder;

    private Path target;

    S3FaultTest(S3Server server) {
        bucket = TestBucket.on(server);
        line = FaultProxy.before(server.endpoint());
        store = S3OriginalStore.open(bucket.config(Verify.STRICT, line.uri()), limits());
    }

    /// The real ones, but for the longest, which are shorter.
    private static S3Limits limits() {
        S3Limits real = S3Limits.DEFAULT;
        return new S3Limits(
                real.connect(),
                Duration.ofSeconds(1),
                real.acquire(),
                Duration.ofSeconds(3),
                real.brief(),
                Duration.ofSeconds(6),
                real.attempts(),
                real.connections(),
                real.page());
    }

    @BeforeEach
    void putOriginal() {
        target = folder.resolve("out");
        bucket.put(id.text(), bytes);
    }

    @AfterEach
    void theLineIsWellAgainAndNothingIsLeft() throws IOException {
        line.always(new Fault.None());
        Files.deleteIfExists(target);
        assertEquals(Set.of(), SampleOriginals.files(folder));
        assertTrue(store.fetch(id, target));
        assertArrayEquals(bytes, Files.readAllBytes(target));
        store.close();
        line.close();
        bucket.close();
    }

    @Test
    void aServerThatIsDownIsNotAMissingOriginal() {
        line.down();
        assertThrows(IOException.class, () -> store.fetch(id, target));
        assertThrows(IOException.class, () -> store.length(id));
        assertThrows(IOException.class, () -> store.delete(id));
        assertThrows(IOException.class, store::list);
        IOException down = assertThrows(IOException.class, store::check);
        assertFalse(down instanceof StoreSetupException, down::toString);
        line.up();
    }

    @Test
    void aServerThatIsSilentIsNotWaitedForTwice() {
        line.always(new Fault.Silence());
        long start = System.nanoTime();
        assertThrows(IOException.class, () -> store.fetch(id, target));
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 5000);
        assertEquals(1, line.requests());
    }

    @Test
    void aBodyThatDribblesEndsAtTheLimitOfAnAttempt() {
        line.always(new Fault.Slow(Duration.ofMillis(500)));
        long start = System.nanoTime();
        assertThrows(IOException.class, () -> store.fetch(id, target));
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 5000);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 100, 5000, LENGTH})
    void aTruncatedBodyIsFetchedAgain(long after) throws IOException {
        line.next(new Fault.Truncated(after));
        assertTrue(store.fetch(id, target));
        assertArrayEquals(bytes, Files.readAllBytes(target));
        assertEquals(2, line.requests());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 100, 5000, LENGTH})
    void aResetInTheMiddleIsTriedAgain(long after) throws IOException {
        line.next(new Fault.Reset(after), new Fault.Reset(after));
        assertTrue(store.fetch(id, target));
        assertArrayEquals(bytes, Files.readAllBytes(target));
        assertEquals(3, line.requests());
    }

    @Test
    void whatBreaksOffAgainAndAgainIsGivenUp() {
        line.always(new Fault.Truncated(5000));
        assertThrows(IOException.class, () -> store.fetch(id, target));
        assertEquals(ATTEMPTS, line.requests());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 12_345, LENGTH - 1})
    void oneWrongByteIsNeverKept(long place) {
        line.next(new Fault.WrongByte(place));
        FailureException lies = assertThrows(FailureException.class, () -> store.fetch(id, target));
        assertInstanceOf(Failure.StoreLies.class, lies.failure());
    }

    @Test
    void aBurstOfRefusalsIsOutlived() throws IOException {
        line.next(Collections.nCopies(ATTEMPTS - 1, SLOW_DOWN).toArray(Fault[]::new));
        assertTrue(store.fetch(id, target));
        assertEquals(ATTEMPTS, line.requests());
    }

    @Test
    void aServerThatGoesOnRefusingIsLeftAlone() {
        line.always(SLOW_DOWN);
        assertThrows(IOException.class, () -> store.fetch(id, target));
        assertEquals(ATTEMPTS, line.requests());
    }

    @Test
    void aLineThatComesBackIsUsedAgain() throws IOException {
        assertEquals(OptionalLong.of(LENGTH), store.length(id));
        line.down();
        assertThrows(IOException.class, () -> store.length(id));
        line.up();
        assertEquals(OptionalLong.of(LENGTH), store.length(id));
    }

    @Test
    void anUploadThatBreaksOffStoresAllOrNothing() throws IOException {
        byte[] other = SampleOriginals.bytes(LENGTH + 1);
        Path file = Files.write(folder.resolve("in"), other);
        line.next(new Fault.Reset(0));
        boolean stored = store.put(SampleOriginals.id(other), file);
        Files.delete(file);
        assertEquals(OptionalLong.of(other.length), store.length(SampleOriginals.id(other)));
        assertNotEquals(0, line.requests());
        assertTrue(stored || line.requests() > 1, "false only where a first try had stored it");
    }

    /// Some servers that speak S3 do.
    @Test
    void aServerThatKnowsNoConditionsIsAskedFirst() throws IOException {
        byte[] other = SampleOriginals.bytes(LENGTH + 2);
        Path file = Files.write(folder.resolve("in"), other);
        line.next(new Fault.Answer(501, "<Error><Code>NotImplemented</Code></Error>"));
        assertTrue(store.put(SampleOriginals.id(other), file));
        assertFalse(store.put(SampleOriginals.id(other), file));
        assertFalse(store.put(id, Files.write(file, bytes)));
        Files.delete(file);
    }

    /// Amazon's answer while another writer is about to win.
    @Test
    void whoIsOvertakenLooksAgain() throws IOException {
        line.next(new Fault.Answer(409, "<Error><Code>ConditionalRequestConflict</Code></Error>"));
        Path file = Files.write(folder.resolve("in"), bytes);
        assertFalse(store.put(id, file));
        Files.delete(file);
        assertEquals(2, line.requests());
    }

    @Test
    void aFullDiskIsOursAndNotTriedAgain() throws IOException {
        Path nowhere = folder.resolve("missing").resolve("out");
        assertThrows(NoSuchFileException.class, () -> store.fetch(id, nowhere));
        assertEquals(1, line.requests());
    }

    @Test
    void aListThatBreaksOffIsNoShortList() throws IOException {
        for (int after = 0; after < 1200; after += 30) {
            line.next(new Fault.Truncated(after));
            assertTrue(listOrTrouble().equals(List.of(id)), "after " + after);
        }
    }

    /// The whole list, if need be at the second try.
    private List<ImageId> listOrTrouble() throws IOException {
        try (Stream<ImageId> all = store.list()) {
            return all.toList();
        } catch (IOException trouble) {
            try (Stream<ImageId> all = store.list()) {
                return all.toList();
            }
        }
    }

    /// The HTTP client takes half a head for a whole one: cut within the digits of the length, it is a shorter one.
    @Test
    void anAnswerThatEndsInItsHeadIsNoMissingOriginal() throws IOException {
        for (int after = 0; after < 300; after += 10) {
            line.next(new Fault.Truncated(after));
            assertTrue(lengthOrTrouble().isPresent(), "after " + after);
            line.next(new Fault.Truncated(after));
            assertTrue(fetchedOrTrouble(), "after " + after);
            Files.delete(target);
        }
    }

    private OptionalLong lengthOrTrouble() throws IOException {
        try {
            return store.length(id);
        } catch (IOException trouble) {
            return store.length(id);
        }
    }

    private boolean fetchedOrTrouble() throws IOException {
        try {
            return store.fetch(id, target);
        } catch (IOException trouble) {
            return store.fetch(id, target);
        }
    }
}
