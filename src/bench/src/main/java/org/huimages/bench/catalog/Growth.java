package org.huimages.bench.catalog;

import java.util.HashMap;
import java.util.Map;

/// How medians grow from the first size on.
final class Growth {
    private final Map<String, Double> first = new HashMap<>();

    /// @param what is measured
    /// @param median in any unit; the first one of `what` is what later ones are compared with
    double of(String what, double median) {
        return median / first.computeIfAbsent(what, key -> median);
    }
}
