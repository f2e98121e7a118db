package org.huimages.catalog;

/// Says that a picture was deleted: it is in the trash, or erased.
///
/// @param when it was deleted
/// @param why for people; may be empty
/// @param by the user's name
/// @param erased whether its bytes are gone, so that it cannot be restored
public record Tombstone(Timestamp when, String why, String by, boolean erased) {

    /// The same, once the bytes are gone.
    public Tombstone ofErased() {
        return new Tombstone(when, why, by, true);
    }
}
