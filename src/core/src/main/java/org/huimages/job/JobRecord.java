package org.huimages.job;

import java.time.Instant;
import java.util.Optional;

/// A job, as it is written down.
///
/// @param number each its own, greater than that of any before
/// @param by who has started it
/// @param reason why it could not go on; empty if it could
/// @param finished when it ended, however it ended
/// @param report how long its report is
public record JobRecord(
        long number,
        String kind,
        Arguments arguments,
        String by,
        JobState state,
        String reason,
        Instant started,
        Optional<Instant> finished,
        Progress progress,
        Length report) {

    JobRecord with(Progress newProgress, Length newReport) {
        return new JobRecord(number, kind, arguments, by, state, reason, started, finished, newProgress, newReport);
    }

    JobRecord ended(JobState newState, String newReason, Instant moment) {
        return new JobRecord(
                number, kind, arguments, by, newState, newReason, started, Optional.of(moment), progress, report);
    }

    /// Of a report.
    public record Length(long lines, long bytes) {
        static final Length NOTHING = new Length(0, 0);
    }
}
