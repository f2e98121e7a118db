package org.huimages.vips;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.huimages.testkit.fuzz.Damage;
import org.huimages.testkit.fuzz.LargeSeeds;
import org.huimages.testkit.fuzz.Mutants;
import org.huimages.testkit.fuzz.Seed;
import org.huimages.testkit.hostile.HostileFile;
import org.huimages.testkit.trial.TrialRunner;
import org.huimages.testkit.trial.Trials;
import org.huimages.testkit.trial.Verdict.Kind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that were sound, changed by chance: each comes to a right picture or to a failure that blames the file, in
/// time and in the memory that its header makes one expect. Those that do not are kept in `target/fuzz`, and named by
/// what it takes to make them again: `-Dhuimages.fuzz.seed=1 -Dhuimages.fuzz.first=4711 -Dhuimages.fuzz.mutants=1`.
class FuzzTest {
    private static final Set<String> DAMAGED = Set.of(
            "jpeg-profile",
            "jpeg-progressive",
            "png-palette-interlaced",
            "gif-transparent",
            "webp-lossy-alpha",
            "webp-lossless",
            "avif-alpha");
    private static final Path REPORT = Path.of("target", "fuzz");

    @TempDir
    static Path folder;

    private static List<Seed> seeds = List.of();

    @BeforeAll
    static void makeSeeds() throws IOException {
        seeds = VipsSeeds.all(folder);
    }

    @Test
    void everySeedIsTakenAsItIs() throws IOException {
        Trials trials = judged("seeds", seeds.stream().map(Seed::whole));
        assertEquals(List.of(), trials.names(Kind.REFUSED));
    }

    @Test
    void everyMutantComesToAPictureOrToAFailureThatBlamesIt() throws IOException {
        Mutants mutants = new Mutants(seeds, Long.getLong("huimages.fuzz.seed", 1));
        long first = Long.getLong("huimages.fuzz.first", 0);
        long count = Long.getLong("huimages.fuzz.mutants", 1000);
        judged("mutants", LongStream.range(first, first + count).mapToObj(mutants::get));
    }

    @Test
    void everyDamagedFileComesToAPictureOrToAFailureThatBlamesIt() throws IOException {
        Damage damage = new Damage(VipsTrials.full());
        judged("damaged", Stream.concat(seeds(), LargeSeeds.all()).flatMap(damage::of));
    }

    /// One of each way to code pixels; in full mode all.
    private static Stream<Seed> seeds() {
        return seeds.stream().filter(seed -> VipsTrials.full() || DAMAGED.contains(seed.name()));
    }

    private static Trials judged(String name, Stream<HostileFile> files) throws IOException {
        Trials trials = Trials.of(files, FuzzTest::runner, REPORT.resolve(name));
        Files.writeString(REPORT.resolve(name + ".txt"), trials.toString());
        assertEquals(List.of(), trials.names(Kind.BROKEN), trials::toString);
        assertEquals(Set.of(TrialRunner.AT_REST), Set.copyOf(trials.ends()));
        return trials;
    }

    private static TrialRunner runner() {
        try {
            return VipsTrials.runner(Files.createTempDirectory(folder, "runner"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
