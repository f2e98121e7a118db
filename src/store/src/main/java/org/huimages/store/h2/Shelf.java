package org.huimages.store.h2;

import java.util.EnumSet;
import java.util.Set;
import org.huimages.catalog.Audience;
import org.huimages.catalog.ImageDocument;

/// Where a picture stands: each on one shelf. What an audience sees is on one or two of them.
enum Shelf {
    EVERYONE("e"),
    READERS("r"),
    TRASH("t"),
    NOWHERE("n");

    private static final Set<Shelf> LISTED = EnumSet.of(EVERYONE, READERS);

    private final String code;

    Shelf(String code) {
        this.code = code;
    }

    /// As it stands in the tables.
    String code() {
        return code;
    }

    /// Whether what stands there is in lists at all.
    boolean isListed() {
        return LISTED.contains(this);
    }

    static Shelf of(ImageDocument document) {
        if (Audience.PUBLIC.sees(document)) {
            return EVERYONE;
        }
        if (Audience.READERS.sees(document)) {
            return READERS;
        }
        boolean restorable =
                document.state().tombstone().filter(stone -> !stone.erased()).isPresent();
        return restorable ? TRASH : NOWHERE;
    }

    static Set<Shelf> seenBy(Audience audience) {
        return switch (audience) {
            case PUBLIC -> EnumSet.of(EVERYONE);
            case READERS -> LISTED;
        };
    }
}
