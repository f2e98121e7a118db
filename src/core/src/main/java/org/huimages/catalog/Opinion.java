package org.huimages.catalog;

import java.util.Collection;
import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;

/// What everybody thinks of a picture, together.
///
/// @param tags that anybody has given it
/// @param ratings how many there are
/// @param ratingSum their sum
public record Opinion(SortedSet<String> tags, int ratings, long ratingSum) {
    public static final Opinion NONE = of(java.util.List.of());

    public Opinion {
        tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    }

    /// The opinion that these marks, one of each user, come to.
    public static Opinion of(Collection<Marks> all) {
        SortedSet<String> tags = new TreeSet<>();
        all.forEach(marks -> tags.addAll(marks.tags()));
        int ratings =
                (int) all.stream().filter(marks -> marks.rating().isPresent()).count();
        long sum = all.stream().mapToLong(marks -> marks.rating().orElse(0)).sum();
        return new Opinion(tags, ratings, sum);
    }

    public OptionalDouble average() {
        return ratings == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) ratingSum / ratings);
    }
}
