package org.huimages.keeper;

/// What a file of the cache is, as far as it decides about its leaving.
public enum FileKind {
    /// Made again in milliseconds from a level, or in tenths of a second from its original.
    RENDITION(0),
    /// A copy of an original, which has to be fetched again. (A hard link to one frees nothing by leaving.)
    ORIGINAL(7),
    /// A smaller picture that renditions are made from: without it all of them cost a whole decode.
    LEVEL(30);

    private final int daysYounger;

    FileKind(int daysYounger) {
        this.daysYounger = daysYounger;
    }

    /// How many days longer it may go unused than a rendition.
    int daysYounger() {
        return daysYounger;
    }
}
