package org.huimages.store.legacy;

/// What becomes of originals that are attached to documents in CouchDB (`HUIMAGES_LEGACY_COUCH`).
public enum LegacyRule {
    /// They are put into the store as well, when they are needed first.
    KEEP,
    /// They are moved into the store: when they can be read back from there, CouchDB has them no more.
    DELETE,
    /// They are read where they lie, and nothing is written anywhere (`HUIMAGES_READ_ONLY`).
    READ,
    /// Nobody looks for them.
    OFF
}
