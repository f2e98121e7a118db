package org.huimages.original;

/// What happens to an original that comes out of a store with other bytes than its ID says (`HUIMAGES_VERIFY`).
public enum Verify {
    /// It is not given away, and not kept.
    STRICT,
    /// It is given away, with a warning in the log.
    WARN
}
