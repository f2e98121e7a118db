package org.huimages.store.guard;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.original.StoreSetupException;

/// Stops asking a store that does not answer. After three outages in a row everybody is refused at once for a rest;
/// then one caller tries, and whether he is answered decides for all.
///
/// It has no thread and no timer: with nobody asking, nothing happens. Thread-safe; one for each store.
public final class Breaker {
    private static final System.Logger LOG = System.getLogger(Breaker.class.getName());
    private static final Duration REST = Duration.ofSeconds(5);
    private static final int FAILURES = 3;
    private static final int ALL = 100;

    private final String store;
    private final Predicate<Throwable> outage;
    private final CircuitBreaker breaker;
    private volatile Throwable reason = new IOException("nobody was asked yet");

    /// @param store its name, for people: `S3`
    public Breaker(String store) {
        this(store, REST);
    }

    /// @param rest how long a store is left alone
    Breaker(String store, Duration rest) {
        this(store, rest, Breaker::isOutage);
    }

    /// @param store its name, for people
    /// @param outage what says that this store is down
    public Breaker(String store, Predicate<Throwable> outage) {
        this(store, REST, outage);
    }

    private Breaker(String store, Duration rest, Predicate<Throwable> outage) {
        this.store = store;
        this.outage = outage;
        this.breaker = CircuitBreaker.of(
                store,
                CircuitBreakerConfig.custom()
                        .slidingWindow(FAILURES, FAILURES, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(ALL)
                        .waitDurationInOpenState(rest)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .recordException(outage)
                        .build());
        breaker.getEventPublisher()
                .onStateTransition(change -> log(change.getStateTransition().getToState()));
    }

    /// What says that a store is down. That something is wrong with what was asked, with a setting or with our own
    /// disk says nothing of the kind: the store has answered, or was not asked.
    static boolean isOutage(Throwable thrown) {
        return switch (thrown) {
            case FileSystemException ofOurs -> false;
            case StoreSetupException answered -> false;
            case IOException down -> true;
            case FailureException failed -> failed.failure() instanceof Failure.Unavailable;
            default -> false;
        };
    }

    /// Asks the store, or refuses to.
    ///
    /// @param refusal makes what is thrown instead of asking, from one line of text and what was thrown last
    public <T, E extends Exception> T call(Attempt<T, E> attempt, BiFunction<String, Throwable, E> refusal) throws E {
        if (!breaker.tryAcquirePermission()) {
            Throwable last = reason;
            throw refusal.apply(
                    store + " is left alone for some seconds, since it did not answer: " + last.getMessage(), last);
        }
        long start = breaker.getCurrentTimestamp();
        try {
            T answer = attempt.run();
            breaker.onSuccess(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit());
            return answer;
        } catch (Throwable thrown) {
            note(thrown);
            breaker.onError(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), thrown);
            throw thrown;
        }
    }

    private void note(Throwable thrown) {
        if (outage.test(thrown)) {
            reason = told(thrown);
        }
    }

    /// A failure's own text is for the public, and says little.
    private static Throwable told(Throwable thrown) {
        return thrown instanceof FailureException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }

    private void log(CircuitBreaker.State state) {
        switch (state) {
            case OPEN ->
                LOG.log(System.Logger.Level.WARNING, "{0} is left alone for a while: {1}", store, reason.getMessage());
            case CLOSED -> LOG.log(System.Logger.Level.INFO, "{0} answers again", store);
            default -> LOG.log(System.Logger.Level.DEBUG, "{0}: {1}", store, state);
        }
    }

    /// Asks a store something.
    @FunctionalInterface
    public interface Attempt<T, E extends Exception> {
        T run() throws E;
    }
}
