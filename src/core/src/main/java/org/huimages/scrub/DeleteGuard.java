package org.huimages.scrub;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// Whether objects may be deleted, or it looks as if not the objects were too many, but the entries too few.
///
/// @param doomed objects that would go
/// @param objects all there are
/// @param entries all there are
/// @param entriesBefore when they were counted last
/// @param since when this catalog was met first
record DeleteGuard(long doomed, long objects, long entries, long entriesBefore, Instant since) {
    private static final Duration YOUNG = Duration.ofDays(1);
    private static final long HUNDRED = 100;

    /// Why not; empty if they may.
    ///
    /// @param yes how many the caller has said may go
    Optional<String> refusal(Instant now, OptionalInt yes) {
        if (yes.isPresent()) {
            return doomed <= yes.getAsInt()
                    ? Optional.empty()
                    : refused("%d objects would go, more than yesDelete says (%d)".formatted(doomed, yes.getAsInt()));
        }
        if (entries == 0) {
            return refused("the catalog is empty");
        }
        if (since.plus(YOUNG).isAfter(now)) {
            return refused("this catalog is younger than a day (%s)".formatted(since));
        }
        if (entries * HUNDRED < entriesBefore * (HUNDRED - 1)) {
            return refused("the catalog has %d entries, and had %d before".formatted(entries, entriesBefore));
        }
        if (doomed * HUNDRED > objects) {
            return refused("%d of %d objects would go, more than 1 %%".formatted(doomed, objects));
        }
        return Optional.empty();
    }

    private Optional<String> refused(String why) {
        return Optional.of("nothing was deleted: " + why + "; if it is right, say 'yesDelete': " + doomed);
    }
}
