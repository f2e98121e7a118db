package org.huimages.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// Many threads that begin at the same moment.
public final class Race {
    private static final int MINUTE = 60;

    private Race() {}

    /// What each runner returned, in the order of their numbers; the first exception of any is thrown. After a
    /// minute whoever has not finished is interrupted, and that is an exception too.
    public static <T> List<T> run(int runners, Runner<T> runner) throws Exception {
        CyclicBarrier start = new CyclicBarrier(runners);
        List<Callable<T>> all = IntStream.range(0, runners)
                .<Callable<T>>mapToObj(number -> () -> {
                    start.await();
                    return runner.run(number);
                })
                .toList();
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(runners)) {
            for (Future<T> result : threads.invokeAll(all, MINUTE, TimeUnit.SECONDS)) {
                results.add(result.get());
            }
        }
        return results;
    }

    /// What one thread does.
    @FunctionalInterface
    public interface Runner<T> {
        /// @param number from 0 up
        T run(int number) throws Exception;
    }
}
