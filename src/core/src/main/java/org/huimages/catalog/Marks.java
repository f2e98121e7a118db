package org.huimages.catalog;

import java.util.Collection;
import java.util.Collections;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/// What one user thinks of one picture.
///
/// @param tags lower case, without blanks, none of them empty
/// @param favourite whether it is among those he likes best
/// @param rating 1 to 10, if he has given one
public record Marks(SortedSet<String> tags, boolean favourite, OptionalInt rating) {
    public static final Marks NONE = new Marks(new TreeSet<>(), false, OptionalInt.empty());

    private static final int BEST = 10;

    /// @throws IllegalArgumentException if the rating is not from 1 to 10
    public Marks {
        if (rating.isPresent() && (rating.getAsInt() < 1 || rating.getAsInt() > BEST)) {
            throw new IllegalArgumentException("a rating is from 1 to 10, not " + rating.getAsInt());
        }
        tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    }

    public Marks withTags(SortedSet<String> newTags) {
        return new Marks(newTags, favourite, rating);
    }

    /// With these tags beside those that are there.
    public Marks tagged(Collection<String> added) {
        SortedSet<String> all = new TreeSet<>(tags);
        all.addAll(added);
        return withTags(all);
    }

    /// Without these tags.
    public Marks untagged(Collection<String> removed) {
        SortedSet<String> left = new TreeSet<>(tags);
        left.removeAll(removed);
        return withTags(left);
    }

    public Marks withFavourite(boolean newFavourite) {
        return new Marks(tags, newFavourite, rating);
    }

    public Marks withRating(OptionalInt newRating) {
        return new Marks(tags, favourite, newRating);
    }
}
