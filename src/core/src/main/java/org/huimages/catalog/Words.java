package org.huimages.catalog;

import java.text.Normalizer;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How texts are taken apart for searching: letters and digits, lower case, without accents, so that `muller` finds
/// `Müller`.
public final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int LONGEST = 64;
    /// One letter in two forms, of which the lower case of a capital one depends on whether the word ends there.
    private static final char FINAL_SIGMA = '\u03C2';

    private static final char SIGMA = '\u03C3';

    private Words() {}

    /// Each word once; of very long ones the beginning.
    public static SortedSet<String> of(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace(FINAL_SIGMA, SIGMA);
        return WORD.matcher(plain)
                .results()
                .map(MatchResult::group)
                .map(word -> word.substring(0, Math.min(LONGEST, word.length())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// All words that a picture can be found by.
    public static SortedSet<String> of(ImageDocument document, Opinion opinion) {
        Description description = document.description();
        SortedSet<String> words = of(String.join(" ", description.titles()));
        words.addAll(of(String.join(" ", opinion.tags())));
        words.addAll(of(description.filename()));
        description.references().forEach((key, values) -> {
            words.addAll(of(key));
            values.forEach(value -> words.addAll(of(value.readable())));
        });
        return words;
    }
}
