package org.huimages.keeper;

/// What is taken.
///
/// @param bytes of allocated blocks
/// @param files without folders
record Use(long bytes, long files) {
    static final Use NONE = new Use(0, 0);

    Use plus(Use other) {
        return new Use(bytes + other.bytes, files + other.files);
    }

    Use minus(Use other) {
        return new Use(bytes - other.bytes, files - other.files);
    }

    boolean covers(Use goal) {
        return bytes >= goal.bytes && files >= goal.files;
    }
}
