package org.huimages.rendition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SingleFlightTest {
    private static final int ASKERS = 50;

    private final SingleFlight<String, String> flights = new SingleFlight<>();
    private final AtomicInteger makers = new AtomicInteger();
    private final CompletableFuture<String> work = new CompletableFuture<>();

    @AfterEach
    void nothingIsRemembered() {
        work.complete("late");
        assertEquals(0, flights.underWay());
    }

    @RepeatedTest(10)
    void oneMakerWorksForFiftyThreads() throws Exception {
        List<CompletableFuture<String>> answers = together(() -> flights.join("key", this::make));
        work.complete("made");
        for (CompletableFuture<String> answer : answers) {
            assertEquals("made", answer.join());
        }
        assertEquals(1, makers.get());
    }

    @Test
    void aFailureIsSharedButNotRemembered() {
        CompletableFuture<String> first = flights.join("key", this::make);
        CompletableFuture<String> second = flights.join("key", this::make);
        IllegalStateException failure = new IllegalStateException("no");
        work.completeExceptionally(failure);
        assertSame(failure, causeOf(first));
        assertSame(failure, causeOf(second));
        assertEquals(
                "better",
                flights.join("key", () -> CompletableFuture.completedFuture("better"))
                        .join());
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void whatAMakerThrowsIsTheOutcome(Throwable thrown) {
        CompletableFuture<String> answer = flights.join("key", () -> {
            throw sneaky(thrown);
        });
        assertSame(thrown, causeOf(answer));
        assertEquals(0, flights.underWay());
    }

    static Stream<Throwable> thrown() {
        return Stream.of(new IllegalStateException("no"), new NoClassDefFoundError("a class too few"));
    }

    @Test
    void keysDoNotWaitForEachOther() {
        CompletableFuture<String> waiting = flights.join("key", this::make);
        assertEquals(
                "other",
                flights.join("other key", () -> CompletableFuture.completedFuture("other"))
                        .join());
        assertFalse(waiting.isDone());
    }

    @Test
    void whoGivesUpDoesNotSpoilItForTheOthers() {
        CompletableFuture<String> first = flights.join("key", this::make);
        CompletableFuture<String> second = flights.join("key", this::make);
        assertTrue(first.cancel(true));
        second.complete("my own idea");
        CompletableFuture<String> third = flights.join("key", this::make);
        work.complete("made");
        assertEquals("made", third.join());
        assertEquals(1, makers.get());
    }

    @Test
    void nothingIsKeptOfWhatWasMade() {
        CompletableFuture<String> first = flights.join("key", this::make);
        work.complete("made");
        CompletableFuture<String> second = flights.join("key", this::make);
        assertEquals(first.join(), second.join());
        assertEquals(2, makers.get());
    }

    private CompletableFuture<String> make() {
        makers.incrementAndGet();
        return work;
    }

    private static @Nullable Throwable causeOf(CompletableFuture<String> failed) {
        return assertThrows(CompletionException.class, failed::join).getCause();
    }

    private static RuntimeException sneaky(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return (RuntimeException) thrown;
    }

    private static <T> List<T> together(Callable<T> ask) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(ASKERS)) {
            return threads.invokeAll(Stream.generate(() -> ask).limit(ASKERS).toList()).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    /// The first may use his up at once.
    @Test
    void eachFurtherAskerGetsAShareThatIsMadeBeforeAnybodyIsAnswered() {
        List<String> order = new CopyOnWriteArrayList<>();
        SingleFlight<String, String> sharing = new SingleFlight<>(value -> {
            order.add("share");
            return value + "'";
        });
        CompletableFuture<String> made = new CompletableFuture<>();
        CompletableFuture<String> first = sharing.join("key", () -> made);
        CompletableFuture<String> second = sharing.join("key", CompletableFuture::new);
        CompletableFuture<Void> answered = first.thenAccept(order::add);
        made.complete("picture");
        answered.join();
        assertEquals("picture'", second.join());
        assertEquals(List.of("share", "picture"), order);
    }

    @Test
    void aShareThatFailsIsTheOutcomeOfThatAskerAlone() {
        SingleFlight<String, String> sharing = new SingleFlight<>(value -> {
            throw new IllegalStateException("no share");
        });
        CompletableFuture<String> made = new CompletableFuture<>();
        CompletableFuture<String> first = sharing.join("key", () -> made);
        CompletableFuture<String> second = sharing.join("key", CompletableFuture::new);
        made.complete("picture");
        assertEquals("picture", first.join());
        assertThrows(CompletionException.class, second::join);
        assertEquals(0, sharing.underWay());
    }
}
