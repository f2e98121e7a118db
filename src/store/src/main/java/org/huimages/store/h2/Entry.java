package org.huimages.store.h2;

import org.huimages.url.ImageId;

/// One picture in one list: of those with a tag, of a user's favourites, of those with a word.
///
/// @param name the tag, the user, the word
/// @param number the picture's
record Entry(Shelf shelf, Kind kind, String name, ImageId id, long number) {
    enum Kind {
        TAG("t"),
        FAVOURITE("f"),
        WORD("w");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /// As it stands in the table.
        String code() {
            return code;
        }
    }
}
