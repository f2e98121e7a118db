package org.huimages.webapp.browser;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.huimages.catalog.Catalog.TagCount;

/// A tag as it stands in a page.
///
/// @param path of its page, below `/browser/`
/// @param count of pictures; 0 if it is not told
/// @param weight 1 to 5, by count
/// @param own whether it is the visitor's
public record TagLink(String tag, String path, int count, int weight, boolean own) {
    private static final int HEAVIEST = 5;

    static TagLink of(String tag, boolean own) {
        return new TagLink(tag, path(tag), 0, 1, own);
    }

    /// @return by the alphabet
    static List<TagLink> cloud(Collection<TagCount> counts) {
        int most = counts.stream().mapToInt(TagCount::pictures).max().orElse(1);
        return counts.stream()
                .map(count -> new TagLink(
                        count.tag(), path(count.tag()), count.pictures(), weight(count.pictures(), most), false))
                .sorted(Comparator.comparing(TagLink::tag))
                .toList();
    }

    private static int weight(int count, int most) {
        double share = most <= 1 ? 0 : Math.log(count) / Math.log(most);
        return 1 + (int) Math.round(share * (HEAVIEST - 1));
    }

    static String path(String tag) {
        return Visit.path("tag/", tag);
    }
}
