package org.huimages.bench.overload;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/// What came back, and when.
///
/// @param status -1 if nothing came
/// @param millis since the moment it was to be asked
record Answer(int status, double millis) {
    private static final double NANOS_A_MILLI = 1e6;

    /// @param due the moment it was to be asked, by [System#nanoTime]: what the asker is late by counts
    static CompletableFuture<Answer> of(long due, CompletableFuture<HttpResponse<byte[]>> response) {
        return response.handle((answer, failure) -> new Answer(answer == null ? -1 : answer.statusCode(), since(due)));
    }

    static double since(long nanoTime) {
        return (System.nanoTime() - nanoTime) / NANOS_A_MILLI;
    }
}
