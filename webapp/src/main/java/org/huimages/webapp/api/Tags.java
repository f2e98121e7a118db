package org.huimages.webapp.api;

import java.util.Collection;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huimages.catalog.CleanText;
import org.huimages.catalog.Marks;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;

/// Tags as callers write them: with blanks or commas between, in any case.
public final class Tags {
    private static final int LONGEST = 100;
    private static final int MOST = 100;
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z},]+");

    private Tags() {}

    /// @throws FailureException [Failure.Unprocessable] if one is too long
    public static SortedSet<String> of(String text) {
        return BETWEEN.splitAsStream(CleanText.of(text))
                .filter(tag -> !tag.isEmpty())
                .map(Tags::one)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String one(String text) {
        if (text.length() > LONGEST) {
            throw new Failure.Unprocessable("a tag is longer than %d characters".formatted(LONGEST)).exception();
        }
        return text.toLowerCase(Locale.ROOT);
    }

    public static SortedSet<String> of(Collection<String> texts) {
        return texts.stream().flatMap(text -> of(text).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /// How a tag is looked for, or its beginning.
    public static String wanted(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /// A user's marks with these tags beside his others.
    ///
    /// @throws FailureException as [#checked]
    public static Marks added(Marks marks, Collection<String> tags) {
        Marks tagged = marks.tagged(tags);
        checked(tagged.tags());
        return tagged;
    }

    /// These tags, all of one user for one picture.
    ///
    /// @throws FailureException [Failure.Unprocessable] if there are too many
    public static SortedSet<String> checked(SortedSet<String> tags) {
        if (tags.size() > MOST) {
            throw new Failure.Unprocessable("more than %d tags of one user are not kept".formatted(MOST)).exception();
        }
        return tags;
    }
}
