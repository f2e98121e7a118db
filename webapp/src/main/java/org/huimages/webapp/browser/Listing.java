package org.huimages.webapp.browser;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.Opinion;
import org.huimages.url.ImageId;

/// A list of pictures, page by page. As the catalog has it, however long it is; or sorted, which takes the first
/// thousand.
///
/// @param path of the page, below `/browser/`
/// @param query what else stands in its address
record Listing(Catalog catalog, Source source, String path, Map<String, String> query) {
    static final List<String> SORTS = List.of("newest", "title", "rating");
    static final int MOST_SORTED = 1000;
    private static final int A_PAGE = StartPages.A_PAGE;

    /// Lists what comes after an ID, as the catalog's lists do.
    @FunctionalInterface
    interface Source {
        List<ImageDocument> list(String after, int limit);
    }

    /// One page.
    ///
    /// @param next its path, below `/browser/`; empty if there is none
    /// @param previous the same
    /// @param limited whether there are more than were sorted
    record Part(List<ImageDocument> documents, String next, String previous, String sort, boolean limited) {}

    /// A way to sort.
    public record Sort(String name, String path, boolean chosen) {}

    /// @param after where an unsorted page begins
    /// @param number of a sorted page
    Part part(Optional<String> sort, String after, String number) {
        return sort.map(name -> sorted(name, number.matches("[0-9]{1,3}") ? Integer.parseInt(number) : 0))
                .orElseGet(
                        () -> unsorted(ImageId.parse(after).map(ImageId::text).orElse("")));
    }

    private Part unsorted(String after) {
        List<ImageDocument> found = source.list(after, A_PAGE + 1);
        boolean more = found.size() > A_PAGE;
        List<ImageDocument> shown = more ? found.subList(0, A_PAGE) : found;
        String next = more ? address("after", shown.getLast().id().text()) : "";
        return new Part(shown, next, after.isEmpty() ? "" : address("", ""), "", false);
    }

    private Part sorted(String sort, int page) {
        List<ImageDocument> all = new ArrayList<>(source.list("", MOST_SORTED + 1));
        boolean limited = all.size() > MOST_SORTED;
        all.sort(order(sort, all));
        int from = Math.min(all.size(), page * A_PAGE);
        int to = Math.min(all.size(), from + A_PAGE);
        String own = "sort=" + sort + "&page";
        return new Part(
                all.subList(from, to),
                to < all.size() ? address(own, Integer.toString(page + 1)) : "",
                page > 0 ? address(own, Integer.toString(page - 1)) : "",
                sort,
                limited);
    }

    private Comparator<ImageDocument> order(String sort, List<ImageDocument> all) {
        return switch (sort) {
            case "title" ->
                Comparator.comparing((ImageDocument document) -> String.join(
                                " ", document.description().titles().reversed())
                        .toLowerCase(Locale.ROOT));
            case "rating" -> {
                Map<ImageId, Opinion> opinions =
                        catalog.opinions(all.stream().map(ImageDocument::id).toList());
                yield Comparator.comparingDouble(
                                (ImageDocument document) -> opinions.getOrDefault(document.id(), Opinion.NONE)
                                        .average()
                                        .orElse(0))
                        .reversed();
            }
            default ->
                Comparator.comparing(
                                (ImageDocument document) -> document.created().text())
                        .reversed();
        };
    }

    List<Sort> sorts(String chosen, Visit visit) {
        return Stream.concat(Stream.of(""), SORTS.stream())
                .map(sort -> new Sort(
                        visit.say("sort." + (sort.isEmpty() ? "none" : sort)),
                        sort.isEmpty() ? address("", "") : address("sort", sort),
                        sort.equals(chosen)))
                .toList();
    }

    private String address(String name, String value) {
        List<String> pairs = new ArrayList<>();
        query.forEach((key, text) -> pairs.add(key + "=" + Visit.encoded(text)));
        if (!name.isEmpty()) {
            pairs.add(name + "=" + value);
        }
        return pairs.isEmpty() ? path : path + (path.contains("?") ? "&" : "?") + String.join("&", pairs);
    }
}
