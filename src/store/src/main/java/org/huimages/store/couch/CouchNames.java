package org.huimages.store.couch;

/// What the two databases are called.
///
/// @param pictures a document for each picture
/// @param marks a document for what one user thinks of one picture
public record CouchNames(String pictures, String marks) {
    /// As older systems called them.
    public static final CouchNames USUAL = new CouchNames("huimages", "huimages_meta");
}
