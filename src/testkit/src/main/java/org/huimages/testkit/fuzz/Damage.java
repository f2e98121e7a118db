package org.huimages.testkit.fuzz;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huimages.testkit.hostile.HostileFile;

/// What happens to files on bad disks and bad lines: broken off at every kilobyte, and each byte of the start, where
/// headers are, wrong.
public final class Damage {
    private static final int KILOBYTE = 1024;
    private static final int ALL_BITS = 255;
    private static final int LOWEST_BIT = 1;
    private static final int HIGHEST_BIT = 128;

    /// Up to this length a file is broken off at every kilobyte, beyond it in steps of this length.
    private static final int SMALL = 64 * KILOBYTE;

    private final boolean full;

    /// @param full whether large files are broken off at every kilobyte too, and single bits are wrong
    public Damage(boolean full) {
        this.full = full;
    }

    /// The flips only of a small file: a large one has the same headers.
    public Stream<HostileFile> of(Seed seed) {
        return seed.length() > SMALL && !full ? cuts(seed) : Stream.concat(cuts(seed), flips(seed));
    }

    private Stream<HostileFile> cuts(Seed seed) {
        int step = full || seed.length() <= SMALL ? KILOBYTE : SMALL;
        return IntStream.iterate(0, at -> at < seed.length(), at -> at + step).mapToObj(seed::cutAt);
    }

    private Stream<HostileFile> flips(Seed seed) {
        return IntStream.range(0, Math.min(KILOBYTE, seed.length()))
                .boxed()
                .flatMap(at -> bits().mapToObj(bits -> seed.flippedAt(at, bits)));
    }

    /// All of them; in full mode also the lowest alone, and the highest.
    private IntStream bits() {
        return full ? IntStream.of(ALL_BITS, LOWEST_BIT, HIGHEST_BIT) : IntStream.of(ALL_BITS);
    }
}
