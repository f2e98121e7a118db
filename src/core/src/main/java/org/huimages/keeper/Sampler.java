package org.huimages.keeper;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Picks files at random, and of those the ones that were unused for longest.
///
/// IDs are checksums, so the pictures below one prefix are as good as drawn from all of them. One sample reads one
/// prefix and a few folders of pictures (some 2 ms), whatever the number of pictures.
final class Sampler {
    /// So many files are looked at for each one that leaves.
    private static final int CHOICE = 8;

    private static final int SAMPLE = 64;
    private static final int PICTURES_OF_A_PREFIX = 32;
    private static final int FILES_OF_A_PICTURE = 32;

    /// What has just been made is about to be sent, and what has just been linked to be read.
    private static final Duration YOUNG = Duration.ofSeconds(10);

    private final CacheTree tree;
    private final InstantSource clock;
    private final RandomGenerator random;

    Sampler(CacheTree tree, InstantSource clock, RandomGenerator random) {
        this.tree = tree;
        this.clock = clock;
        this.random = random;
    }

    /// All prefixes that there are, in random order.
    List<Path> prefixes() {
        return shuffled(tree.prefixes());
    }

    /// The files to go, those unused for longest first, and empty folders; none if there is nothing that may go
    /// below any of these prefixes.
    ///
    /// @param prefixes to be looked at in this order; those that were move to the end
    List<Victim> choose(List<Path> prefixes) {
        List<Victim> sample = new ArrayList<>();
        List<Victim> chosen = new ArrayList<>();
        int looked = 0;
        while (looked < prefixes.size() && sample.size() < SAMPLE) {
            below(prefixes.get(looked)).forEach(victim -> (victim.isEmpty() ? chosen : sample).add(victim));
            looked++;
        }
        Collections.rotate(prefixes, -looked);
        shuffled(sample).stream()
                .sorted(Comparator.comparingLong(Victim::age).reversed())
                .limit((sample.size() + CHOICE - 1) / CHOICE)
                .forEach(chosen::add);
        return chosen;
    }

    private List<Victim> below(Path prefix) {
        if (!CacheTree.isFolder(prefix)) {
            return List.of(); // a symbolic link, whose target is not ours
        }
        List<Path> pictures = shuffled(tree.pictures(prefix, CacheTree.MOST));
        return pictures.isEmpty()
                ? List.of(Victim.empty(prefix))
                : pictures.stream()
                        .limit(PICTURES_OF_A_PREFIX)
                        .flatMap(picture -> victims(picture).stream())
                        .toList();
    }

    private List<Victim> victims(Path picture) {
        if (!CacheTree.isFolder(picture)) {
            return List.of();
        }
        List<Path> paths = shuffled(tree.files(picture, CacheTree.MOST));
        if (paths.isEmpty()) {
            return List.of(Victim.empty(picture));
        }
        List<CacheFile> files = paths.stream()
                .limit(FILES_OF_A_PICTURE)
                .map(tree::look)
                .flatMap(Optional::stream)
                .toList();
        return files.size() == paths.size() && files.stream().allMatch(file -> file.bytes() == 0)
                ? links(picture, files)
                : files(picture, files, paths.size());
    }

    private List<Victim> links(Path picture, List<CacheFile> links) {
        Instant now = clock.instant();
        return links.stream().anyMatch(link -> isYoung(link, now))
                ? List.of()
                : List.of(Victim.links(picture, links, now));
    }

    private List<Victim> files(Path picture, List<CacheFile> files, int all) {
        Instant now = clock.instant();
        return files.stream()
                .filter(file -> file.bytes() > 0 && !isYoung(file, now))
                .map(file -> Victim.file(picture, file, all == 1, now))
                .toList();
    }

    private static boolean isYoung(CacheFile file, Instant now) {
        return file.used().isAfter(now.minus(YOUNG));
    }

    private <T> List<T> shuffled(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, java.util.Random.from(random));
        return copy;
    }

    /// A few files from anywhere, to tell how old they are.
    List<CacheFile> some() {
        List<CacheFile> some = new ArrayList<>();
        for (Path prefix : prefixes()) {
            shuffled(tree.pictures(prefix, CacheTree.MOST)).stream()
                    .limit(CHOICE)
                    .flatMap(picture -> tree.files(picture, CHOICE).stream())
                    .map(tree::look)
                    .flatMap(Optional::stream)
                    .forEach(some::add);
            if (some.size() >= SAMPLE) {
                break;
            }
        }
        return some;
    }
}
