package org.huimages.upload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {
    @TempDir
    Path parent;

    /// FIPS 180-2, appendices A.1 and B.1.
    @Test
    void whatIsReceivedIsOnDiskWithItsSumsUntilItIsClosed() throws IOException {
        Path file;
        try (Spooled abc = open(100).receive(stream("abc".getBytes(StandardCharsets.US_ASCII)))) {
            file = abc.file();
            assertEquals("abc", Files.readString(file));
            assertEquals(3, abc.length());
            assertEquals(
                    "a9993e364706816aba3e25717850c26c9cd0d89d", HexFormat.of().formatHex(abc.sha1()));
            assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", abc.sha256());
        }
        assertFalse(Files.exists(file));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65_535, 65_536, 65_537, 200_000})
    void exactlyTheLimitIsAcceptedAndOneByteMoreIsNot(int limit) throws IOException {
        Spool spool = open(limit);
        byte[] bytes = random(limit);
        try (Spooled received = spool.receive(stream(bytes))) {
            assertArrayEquals(bytes, Files.readAllBytes(received.file()));
        }
        assertFailsAndLeavesNothing(Failure.TooLarge.class, spool, stream(random(limit + 1)));
    }

    @Test
    void whatNeverEndsIsNotReadToTheEnd() throws IOException {
        assertFailsAndLeavesNothing(Failure.TooLarge.class, open(1_000_000), endless());
    }

    @Test
    void anEmptyBodyIsRefused() throws IOException {
        assertFailsAndLeavesNothing(Failure.BadRequest.class, open(100), InputStream.nullInputStream());
    }

    @Test
    void aBodyThatBreaksOffIsRefused() throws IOException {
        assertFailsAndLeavesNothing(Failure.BadRequest.class, open(1_000_000), thrownAfter(100_000, () -> {
            throw new IOException("connection reset");
        }));
    }

    @Test
    void whatTheBodyThrowsItselfPassesThrough() throws IOException {
        IllegalStateException mistake = new IllegalStateException("in the middle");
        Spool spool = open(1_000_000);
        InputStream body = thrownAfter(70_000, () -> {
            throw mistake;
        });
        assertSame(mistake, assertThrows(IllegalStateException.class, () -> spool.receive(body)));
        assertEquals(0, files());
    }

    @Test
    void aSpoolThatIsGoneIsAnInternalFailure() throws IOException {
        Spool spool = open(100);
        Files.delete(folder());
        Failure failure = assertThrows(FailureException.class, () -> spool.receive(stream(random(1))))
                .failure();
        assertInstanceOf(Failure.Internal.class, failure);
    }

    @Test
    void openingEmptiesIt() throws IOException {
        open(100).receive(stream(random(10)));
        open(100).receive(stream(random(10)));
        assertEquals(1, files());
    }

    @Test
    void closingTwiceDoesNoHarm() throws IOException {
        Spooled received = open(100).receive(stream(random(10)));
        received.close();
        received.close();
        assertEquals(0, files());
    }

    @Test
    void twoOfTheSameAreTwoFiles() throws IOException {
        Spool spool = open(100);
        Spooled one = spool.receive(stream(random(10)));
        Spooled two = spool.receive(stream(random(10)));
        one.close();
        assertTrue(Files.exists(two.file()));
    }

    private void assertFailsAndLeavesNothing(Class<? extends Failure> expected, Spool spool, InputStream body)
            throws IOException {
        Failure failure =
                assertThrows(FailureException.class, () -> spool.receive(body)).failure();
        assertInstanceOf(expected, failure);
        assertEquals(0, files());
    }

    private Spool open(long maxBytes) throws IOException {
        return Spool.open(folder(), maxBytes);
    }

    private Path folder() {
        return parent.resolve("spool");
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.list(folder())) {
            return all.count();
        }
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static InputStream endless() {
        return new Endless(() -> {});
    }

    private static InputStream thrownAfter(int length, Trouble trouble) {
        return new SequenceInputStream(stream(random(length)), new Endless(trouble));
    }

    @FunctionalInterface
    private interface Trouble {
        void happen() throws IOException;
    }

    /// As many bytes as anybody wants, or trouble.
    private static final class Endless extends InputStream {
        private final Trouble trouble;

        private Endless(Trouble trouble) {
            this.trouble = trouble;
        }

        @Override
        public int read() throws IOException {
            trouble.happen();
            return 'x';
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            trouble.happen();
            return length;
        }
    }
}
