package org.huimages.rendition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Lets one maker a key work at a time; whoever asks meanwhile gets the same outcome. Nothing is remembered
/// afterwards, failures neither. Thread-safe.
final class SingleFlight<K, V> {
    private final Map<K, Flight<V>> flights = new ConcurrentHashMap<>();
    private final UnaryOperator<V> share;

    SingleFlight() {
        this(UnaryOperator.identity());
    }

    /// @param share makes of the outcome what each further asker gets, before any of them has got his; what it
    ///     throws is the outcome of that asker alone
    SingleFlight(UnaryOperator<V> share) {
        this.share = share;
    }

    /// The outcome of the flight under way for `key`, or of a new one. `maker` is called at most once, outside any
    /// lock; what it throws is the outcome too.
    @SuppressWarnings({"FutureReturnValueIgnored", "ReferenceEquality"}) // the flight is told; who is first is meant
    CompletableFuture<V> join(K key, Supplier<CompletableFuture<V>> maker) {
        CompletableFuture<V> own = new CompletableFuture<>();
        Flight<V> flight = flights.compute(key, (same, underWay) -> Flight.boarded(underWay, own));
        if (flight.first() == own) {
            start(maker).whenComplete((value, failure) -> land(key, flight, value, failure));
        }
        return own;
    }

    /// Nobody boards any more once it is not in the map.
    private void land(K key, Flight<V> flight, V value, @Nullable Throwable failure) {
        flights.remove(key, flight);
        if (failure == null) {
            List<Runnable> answers =
                    flight.others.stream().map(other -> answer(other, value)).toList();
            flight.first().complete(value);
            answers.forEach(Runnable::run);
        } else {
            flight.first().completeExceptionally(failure);
            flight.others.forEach(other -> other.completeExceptionally(failure));
        }
    }

    private Runnable answer(CompletableFuture<V> other, V value) {
        try {
            V shared = share.apply(value);
            return () -> other.complete(shared);
        } catch (RuntimeException failed) {
            return () -> other.completeExceptionally(failed);
        }
    }

    private static <V> CompletableFuture<V> start(Supplier<CompletableFuture<V>> maker) {
        try {
            return maker.get();
        } catch (RuntimeException | Error failed) {
            return CompletableFuture.failedFuture(failed);
        }
    }

    int underWay() {
        return flights.size();
    }

    /// @param first who started it
    /// @param others who came meanwhile
    private record Flight<V>(CompletableFuture<V> first, List<CompletableFuture<V>> others) {

        /// In the map's lock for the key.
        static <V> Flight<V> boarded(@Nullable Flight<V> underWay, CompletableFuture<V> own) {
            if (underWay == null) {
                return new Flight<>(own, new ArrayList<>());
            }
            underWay.others.add(own);
            return underWay;
        }
    }
}
