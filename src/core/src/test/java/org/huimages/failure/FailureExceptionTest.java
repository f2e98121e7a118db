package org.huimages.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureExceptionTest {
    private static final Failure FAILURE = new Failure.NotFound("there is nothing");

    @Test
    void aFailureIsFoundHoweverItIsWrapped() {
        FailureException thrown = FAILURE.exception();
        assertSame(FAILURE, FailureException.of(thrown));
        assertSame(FAILURE, FailureException.of(new CompletionException(thrown)));
        assertSame(FAILURE, FailureException.of(new ExecutionException(new CompletionException(thrown))));
    }

    @Test
    void everythingElseIsInternalAndTellsNothing() {
        Failure internal = new Failure.Internal("internal error");
        assertEquals(internal, FailureException.of(new IllegalStateException("/etc/secret")));
        assertEquals(internal, FailureException.of(new RuntimeException(FAILURE.exception())));
        assertEquals(internal, FailureException.of(new CompletionException("no cause", null)));
        assertEquals(internal, FailureException.of(new StackOverflowError()));
    }

    @Test
    void theMessageAndTheCauseAreForTheLog() {
        IOException cause = new IOException("disk");
        FailureException thrown = FAILURE.exception(cause);
        assertEquals("there is nothing", thrown.getMessage());
        assertSame(cause, thrown.getCause());
    }

    @ParameterizedTest
    @ValueSource(strings = {"No space left on device", "Disk quota exceeded", "Quota exceeded", "Disc quota exceeded"})
    void aFullDiskIsKnownByItsText(String text) {
        assertInstanceOf(
                Failure.DiskFull.class,
                FailureException.ofDisk(new IOException(text)).failure());
        assertInstanceOf(
                Failure.DiskFull.class,
                FailureException.ofStore(new FileSystemException("/a", "/b", text))
                        .failure());
    }

    @Test
    void aFileThatIsCalledLikeAFullDiskIsNone() {
        assertInstanceOf(
                Failure.Internal.class,
                FailureException.ofDisk(new NoSuchFileException("/no space left/quota exceeded"))
                        .failure());
    }

    @Test
    void otherTroubleOfOurOwnDiskIsInternalAndOfAStoreIsPassing() {
        IOException trouble = new IOException((String) null);
        assertInstanceOf(
                Failure.Internal.class, FailureException.ofDisk(trouble).failure());
        assertInstanceOf(
                Failure.Unavailable.class, FailureException.ofStore(trouble).failure());
    }

    @Test
    void noPathGetsIntoAPublicText() {
        IOException trouble = new NoSuchFileException("/var/lib/secret");
        assertFalse(FailureException.ofDisk(trouble).failure().text().contains("secret"));
        assertFalse(FailureException.ofStore(trouble).failure().text().contains("secret"));
    }
}
