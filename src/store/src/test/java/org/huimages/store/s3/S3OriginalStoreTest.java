package org.huimages.store.s3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.header.Orientation;
import org.huimages.original.Verify;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.Samples;
import org.huimages.testkit.net.S3Server;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;

@ExtendWith(SharedS3.class)
class S3OriginalStoreTest {
    private final byte[] photo = PictureMaker.jpeg(PictureMaker.quarters(400, 300), Orientation.TURN_RIGHT);
    private final ImageId id = SampleOriginals.id(photo);
    private final TestBucket bucket;
    private final S3OriginalStore store;

    @TempDir
    private Path folder;

    S3OriginalStoreTest(S3Server server) {
        bucket = TestBucket.on(server);
        store = S3OriginalStore.open(bucket.config(Verify.STRICT));
    }

    @AfterEach
    void close() {
        store.close();
        bucket.close();
    }

    @Test
    void theKeyIsTheIdAndOthersCanReadWhatItIs() throws IOException {
        assertTrue(store.put(id, file(photo)));
        assertEquals(List.of(id.text()), bucket.keys());
        HeadObjectResponse head = bucket.client()
                .headObject(request -> request.bucket(bucket.name()).key(id.text()));
        assertEquals("image/jpeg", head.contentType());
        assertEquals(Map.of("width", "400", "height", "300"), head.metadata());
    }

    @Test
    void whatAnybodyMayReadIsSeenAndMadePrivate() throws IOException {
        store.put(id, file(photo));
        assertFalse(store.isPublic(id));
        bucket.client()
                .putObjectAcl(
                        request -> request.bucket(bucket.name()).key(id.text()).acl(ObjectCannedACL.PUBLIC_READ));
        assertTrue(store.isPublic(id));
        store.makePrivate(id);
        assertFalse(store.isPublic(id));
        assertFalse(store.isPublic(Samples.id(1)), "what is not there is not public");
        assertTrue(store.fetch(id, folder.resolve("copy")));
    }

    @Test
    void wrongBytesAreSalvagedThough() throws IOException {
        bucket.put(id.text(), "other bytes".getBytes(StandardCharsets.US_ASCII));
        assertThrows(FailureException.class, () -> store.fetch(id, folder.resolve("copy")));
        assertTrue(store.salvage(id, folder.resolve("copy")));
        assertEquals("other bytes", Files.readString(folder.resolve("copy")));
        assertFalse(store.salvage(Samples.id(1), folder.resolve("none")));
        assertFalse(Files.exists(folder.resolve("none")));
    }

    @Test
    void whatOlderProgramsWroteBesideTheBytesIsNotBelieved() throws IOException {
        bucket.client()
                .putObject(
                        request -> request.bucket(bucket.name())
                                .key(id.text())
                                .contentType("text/plain")
                                .metadata(Map.of("width", "None", "height", "-7")),
                        file(photo));
        assertEquals(OptionalLong.of(photo.length), store.length(id));
        assertArrayEquals(photo, fetched(store));
        assertFalse(store.put(id, file(photo)));
    }

    @Test
    void otherBytesThanThoseOfTheIdAreNeitherGivenNorKept() {
        bucket.put(id.text(), "something else".getBytes(StandardCharsets.US_ASCII));
        Path target = folder.resolve("out");
        FailureException lies = assertThrows(FailureException.class, () -> store.fetch(id, target));
        assertInstanceOf(Failure.StoreLies.class, lies.failure());
        assertEquals(Set.of(), files());
    }

    @Test
    void otherBytesAreGivenWhereThatIsWanted() throws IOException {
        bucket.put(id.text(), "something else".getBytes(StandardCharsets.US_ASCII));
        try (S3OriginalStore lenient = S3OriginalStore.open(bucket.config(Verify.WARN))) {
            assertArrayEquals("something else".getBytes(StandardCharsets.US_ASCII), fetched(lenient));
        }
    }

    @Test
    void bytesThatAreNotThoseOfTheIdAreNotTakenByTheServer() throws IOException {
        Path damaged = file("damaged on the way".getBytes(StandardCharsets.US_ASCII));
        assertThrows(IOException.class, () -> store.put(id, damaged));
        assertEquals(List.of(), bucket.keys());
    }

    @Test
    void levelsAndForeignKeysAreNotListed() throws IOException {
        store.put(id, file(photo));
        bucket.put("pyramid/640/" + id, new byte[1]);
        bucket.put("README", new byte[1]);
        bucket.put(id.text().toLowerCase(Locale.ROOT), new byte[1]);
        bucket.put(Samples.id(2) + ".bak", new byte[1]);
        try (Stream<ImageId> all = store.list()) {
            assertEquals(List.of(id), all.toList());
        }
    }

    @Test
    void aClosedStoreLeavesNoThread() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        S3OriginalStore other = S3OriginalStore.open(bucket.config(Verify.STRICT));
        assertEquals(OptionalLong.empty(), other.length(id));
        assertFalse(newThreads(before).isEmpty(), "if it has no threads, this proves nothing");
        other.close();
        for (Thread thread : newThreads(before)) {
            assertTrue(thread.join(Duration.ofSeconds(10)), thread::toString);
        }
    }

    private static Set<Thread> newThreads(Set<Thread> before) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .filter(S3OriginalStoreTest::isAlive)
                .collect(Collectors.toSet());
    }

    /// And none of the JDK's own, which stay. One that has ended meanwhile has no group.
    private static boolean isAlive(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group != null && !group.getName().equals("InnocuousThreadGroup");
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("in"), bytes);
    }

    private byte[] fetched(S3OriginalStore from) throws IOException {
        Path target = folder.resolve("out");
        assertTrue(from.fetch(id, target));
        return Files.readAllBytes(target);
    }

    private Set<Path> files() {
        return SampleOriginals.files(folder);
    }
}
