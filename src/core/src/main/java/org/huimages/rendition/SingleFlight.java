package org.huimages.rendition;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Lets one maker a key work at a time; whoever asks meanwhile gets the same outcome. Nothing is remembered
/// afterwards, failures neither. Thread-safe.
final class SingleFlight<K, V> {
    private final Map<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();

    /// The outcome of the flight under way for `key`, or of a new one. `maker` is called at most once, outside any
    /// lock; what it throws is the outcome too.
    @SuppressWarnings("FutureReturnValueIgnored") // what lands is told to the flight
    CompletableFuture<V> join(K key, Supplier<CompletableFuture<V>> maker) {
        CompletableFuture<V> own = new CompletableFuture<>();
        CompletableFuture<V> underWay = flights.putIfAbsent(key, own);
        if (underWay != null) {
            return underWay.copy();
        }
        start(maker).whenComplete((value, failure) -> land(key, own, value, failure));
        return own.copy();
    }

    private void land(K key, CompletableFuture<V> flight, V value, @Nullable Throwable failure) {
        flights.remove(key, flight);
        if (failure == null) {
            flight.complete(value);
        } else {
            flight.completeExceptionally(failure);
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
}
