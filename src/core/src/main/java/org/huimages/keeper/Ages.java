package org.huimages.keeper;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How long files have not been used: shares of a random sample, which sum up to 1, or 0 where there are no files.
///
/// @param day in the last 24 hours
/// @param week in the last seven days, but not the last one
/// @param month in the last thirty days, but not the last seven
/// @param older longer ago
public record Ages(double day, double week, double month, double older) {
    private static final long WEEK = 7;
    private static final long MONTH = 30;

    static Ages of(List<CacheFile> files, Instant now) {
        long[] days = files.stream()
                .mapToLong(file -> Duration.between(file.used(), now).toDays())
                .toArray();
        return new Ages(
                share(days, Long.MIN_VALUE, 1),
                share(days, 1, WEEK),
                share(days, WEEK, MONTH),
                share(days, MONTH, Long.MAX_VALUE));
    }

    private static double share(long[] days, long from, long to) {
        long count = 0;
        for (long age : days) {
            count += age >= from && age < to ? 1 : 0;
        }
        return days.length == 0 ? 0 : (double) count / days.length;
    }
}
