package org.huimages.keeper;

/// How much of a disk is left to others.
public sealed interface MinFree {
    /// Where the setting is a number of bytes there is still a floor for inodes.
    double INODES = 0.01;

    /// In bytes.
    long bytes(long total);

    /// In inodes.
    long inodes(long total);

    /// A share of the disk, of its inodes too.
    ///
    /// @param share 0 to 1
    record Share(double share) implements MinFree {
        public Share {
            if (!(share >= 0 && share < 1)) {
                throw new IllegalArgumentException("share " + share);
            }
        }

        @Override
        public long bytes(long total) {
            return (long) (total * share);
        }

        @Override
        public long inodes(long total) {
            return (long) (total * share);
        }
    }

    /// So many bytes, and one of a hundred inodes.
    record Bytes(long bytes) implements MinFree {
        public Bytes {
            if (bytes < 0) {
                throw new IllegalArgumentException("bytes " + bytes);
            }
        }

        @Override
        public long bytes(long total) {
            return bytes;
        }

        @Override
        public long inodes(long total) {
            return (long) (total * INODES);
        }
    }
}
