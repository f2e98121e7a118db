package org.huimages.job;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// A job as it is at this moment.
///
/// @param rate pictures a second, in this phase, since it was begun or taken up again; if it is at work
/// @param waiting what it waits for, if it cannot go on at present; empty else
/// @param last the last lines of its report
public record Job(JobRecord record, OptionalDouble rate, String waiting, List<ReportLine> last) {

    public Job {
        last = List.copyOf(last);
    }

    static Job over(JobRecord record, List<ReportLine> last) {
        return new Job(record, OptionalDouble.empty(), "", last);
    }

    /// How many seconds this phase will take, if it goes on as it did.
    public OptionalLong eta() {
        Progress progress = record.progress();
        return progress.total().isEmpty() || rate.isEmpty() || rate.getAsDouble() <= 0
                ? OptionalLong.empty()
                : OptionalLong.of((long)
                        Math.ceil(Math.max(0, progress.total().getAsLong() - progress.done()) / rate.getAsDouble()));
    }
}
