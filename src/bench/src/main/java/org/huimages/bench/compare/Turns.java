package org.huimages.bench.compare;

import java.util.List;
import org.huimages.bench.measure.Statistics;

/// What two tools took for the same cell, taking turns.
///
/// @param likeness of the two renditions, as [Likeness#of] has it
record Turns(Cell cell, String other, List<Pair> pairs, double likeness) {

    /// @param ours CPU milliseconds for one rendition
    /// @param theirs the same, of the other tool
    record Pair(double ours, double theirs) {
        double ratio() {
            return ours / theirs;
        }
    }

    /// Each pair is compared in itself: what the machine was doing beside it, both have met.
    double ratio() {
        return Statistics.median(pairs.stream().map(Pair::ratio).toList());
    }

    double ours() {
        return Statistics.median(pairs.stream().map(Pair::ours).toList());
    }

    double theirs() {
        return Statistics.median(pairs.stream().map(Pair::theirs).toList());
    }
}
