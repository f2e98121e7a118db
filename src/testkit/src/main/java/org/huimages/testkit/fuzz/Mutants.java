package org.huimages.testkit.fuzz;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.huimages.testkit.hostile.HostileFile;
import org.huimages.testkit.hostile.HostileFile.Fate;

/// As many changed files as one likes, each by its number: the same for the same seeds.
public final class Mutants {
    private static final long ODD = 0xD134_2543_DE82_EF95L;
    private static final int MOST_MUTATIONS = 4;
    private static final Mutation[] MUTATIONS = Mutation.values();

    private final List<Seed> files;
    private final long seed;

    /// @param files to start from
    /// @param seed of the random numbers (`huimages.fuzz.seed`)
    public Mutants(List<Seed> files, long seed) {
        this.files = List.copyOf(files);
        this.seed = seed;
    }

    /// Its name has all that is needed to make it again.
    public HostileFile get(long number) {
        RandomGenerator random = new SplittableRandom(seed * ODD + number);
        Seed start = files.get(random.nextInt(files.size()));
        StringBuilder name = new StringBuilder("mutant-%d-of-seed-%d-%s".formatted(number, seed, start));
        byte[] bytes = start.bytes();
        for (int times = times(random); times > 0 && bytes.length > 0; times--) {
            Mutation mutation = MUTATIONS[random.nextInt(MUTATIONS.length)];
            bytes = mutation.of(bytes, files.get(random.nextInt(files.size())).bytes(), random);
            name.append('-').append(mutation.name().toLowerCase(Locale.ROOT));
        }
        byte[] mutant = random.nextInt(8) == 0 ? bytes : PngSums.mended(bytes);
        return new HostileFile(name.toString(), Fate.EITHER, () -> mutant);
    }

    /// Once in every second file, twice in every fourth, and so on: what is changed too much is soon refused.
    private static int times(RandomGenerator random) {
        return Math.min(MOST_MUTATIONS, 1 + Integer.numberOfTrailingZeros(random.nextInt()));
    }
}
