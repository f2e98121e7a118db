package org.huimages.store.couch;

import java.util.List;
import org.huimages.catalog.Audience;

/// Where a picture stands, as the views write it: what an audience sees lies on one or two shelves, so that a
/// range serves it. What is on no shelf is in no list.
enum Shelf {
    EVERYONE("e"),
    READERS("r");

    private final String code;

    Shelf(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static List<Shelf> seenBy(Audience audience) {
        return switch (audience) {
            case PUBLIC -> List.of(EVERYONE);
            case READERS -> List.of(EVERYONE, READERS);
        };
    }
}
