package org.huimages.job;

import java.time.Duration;

/// How patient jobs are, and how much of them is kept.
///
/// @param pause before a store that does not answer is asked again; twice as long after each time
/// @param longestPause at most
/// @param attempts after so many it is a trouble of this picture, if the store answers otherwise
/// @param checkpoint how often progress is written down
/// @param kept how many jobs that are over are remembered
public record JobLimits(Duration pause, Duration longestPause, int attempts, Duration checkpoint, int kept) {
    public static final JobLimits USUAL =
            new JobLimits(Duration.ofSeconds(1), Duration.ofSeconds(30), 4, Duration.ofSeconds(1), 20);
}
