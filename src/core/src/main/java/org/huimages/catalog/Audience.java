package org.huimages.catalog;

/// Who is shown a list of pictures.
public enum Audience {
    /// Anyone: private pictures are left out.
    PUBLIC,
    /// Readers, who see private ones too.
    READERS;

    /// Whether a picture appears in a list for this audience. What is deleted appears in none.
    public boolean sees(ImageDocument document) {
        return document.isListed() && (this == READERS || !document.state().hidden());
    }
}
