package org.huimages.webapp.browser;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huimages.catalog.Audience;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.Opinion;
import org.huimages.url.ImageId;

/// Lists in another order than the catalog has them in. It is made when somebody asks for the first page; the pages
/// after it go on in the same order, whatever is uploaded or rated meanwhile. Thread-safe.
final class Orders {
    /// So many are sorted; of a longer list, the first ones as the catalog has them.
    static final int MOST = 10_000;

    private static final int A_CHUNK = 1000;
    private static final int REMEMBERED = 10;

    private final Catalog catalog;
    private final Map<Key, Order> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Order> eldest) {
            return size() > REMEMBERED;
        }
    });

    Orders(Catalog catalog) {
        this.catalog = catalog;
    }

    /// Which order of which list.
    ///
    /// @param list its address
    /// @param sort one of [Listing#SORTS]
    record Key(String list, String sort, Audience audience) {}

    /// @param limited whether there are more than were sorted
    record Order(List<ImageId> ids, boolean limited) {}

    /// The order as it is now.
    Order anew(Key key, Listing.Source source) {
        List<Place> places = places(key.sort(), source);
        boolean limited = places.size() > MOST;
        places.sort(comparator(key.sort()));
        Order order = new Order(places.stream().limit(MOST).map(Place::id).toList(), limited);
        known.put(key, order);
        return order;
    }

    /// The order that the first page was shown in, as far as it is remembered.
    Order asBefore(Key key, Listing.Source source) {
        return Optional.ofNullable(known.get(key)).orElseGet(() -> anew(key, source));
    }

    /// What decides where a picture stands: of documents, of which a list may have many, nothing else is kept.
    private record Place(ImageId id, String text, double number) {}

    private List<Place> places(String sort, Listing.Source source) {
        List<Place> places = new ArrayList<>();
        List<ImageDocument> chunk = source.list("", A_CHUNK);
        while (!chunk.isEmpty()) {
            places.addAll(places(sort, chunk));
            int wanted = Math.min(A_CHUNK, MOST + 1 - places.size());
            chunk = chunk.size() < A_CHUNK || wanted <= 0
                    ? List.of()
                    : source.list(chunk.getLast().id().text(), wanted);
        }
        return places;
    }

    private List<Place> places(String sort, List<ImageDocument> chunk) {
        return switch (sort) {
            case "title" ->
                chunk.stream()
                        .map(document -> new Place(document.id(), title(document), 0))
                        .toList();
            case "rating" -> {
                Map<ImageId, Opinion> opinions =
                        catalog.opinions(chunk.stream().map(ImageDocument::id).toList());
                yield chunk.stream()
                        .map(document -> new Place(document.id(), "", rating(opinions, document.id())))
                        .toList();
            }
            default ->
                chunk.stream()
                        .map(document ->
                                new Place(document.id(), document.created().text(), 0))
                        .toList();
        };
    }

    /// An accent stands behind its letter, so that it counts less than the letter. What has no title comes last.
    private static String title(ImageDocument document) {
        String title = String.join(" ", document.description().titles().reversed());
        return title.isBlank()
                ? Character.toString(Character.MAX_CODE_POINT)
                : Normalizer.normalize(title.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    }

    private static double rating(Map<ImageId, Opinion> opinions, ImageId id) {
        return opinions.getOrDefault(id, Opinion.NONE).average().orElse(0);
    }

    private static Comparator<Place> comparator(String sort) {
        return switch (sort) {
            case "title" -> Comparator.comparing(Place::text);
            case "rating" -> Comparator.comparingDouble(Place::number).reversed();
            default -> Comparator.comparing(Place::text).reversed();
        };
    }
}
