package org.huimages.webapp.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huimages.catalog.Audience;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.ImageDocument;
import org.huimages.url.ImageId;

/// A list of pictures, page by page: as the catalog has it, however long it is, or sorted.
///
/// @param audience who looks at it
/// @param path of the page, below `/browser/`
/// @param query what else stands in its address
record Listing(
        Catalog catalog, Orders orders, Audience audience, Source source, String path, Map<String, String> query) {
    static final List<String> SORTS = List.of("newest", "title", "rating");
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
        Cut cut = Cut.of(source.list(after, A_PAGE + 1), A_PAGE);
        String next = cut.more() ? address("after", cut.last()) : "";
        return new Part(cut.shown(), next, after.isEmpty() ? "" : address("", ""), "", false);
    }

    private Part sorted(String sort, int page) {
        Orders.Key key = new Orders.Key(address("", ""), sort, audience);
        Orders.Order order = page == 0 ? orders.anew(key, source) : orders.asBefore(key, source);
        int all = order.ids().size();
        int from = Math.min(all, page * A_PAGE);
        int to = Math.min(all, from + A_PAGE);
        String own = "sort=" + sort + "&page";
        return new Part(
                shown(order.ids().subList(from, to)),
                to < all ? address(own, Integer.toString(page + 1)) : "",
                page > 0 ? address(own, Integer.toString(page - 1)) : "",
                sort,
                order.limited());
    }

    /// Those that are still there, and still for this visitor.
    private List<ImageDocument> shown(List<ImageId> ids) {
        return catalog.findAll(ids).stream().filter(audience::sees).toList();
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
