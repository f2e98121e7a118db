package org.huimages.keeper;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What may leave the cache in one go: a file; or the folder of a picture in which there is nothing but other
/// names of files elsewhere, which frees the folder.
///
/// @param folder that they lie in: of a picture, or an empty prefix
/// @param files all of them leave
/// @param alone whether the folder is empty afterwards, unless something was added meanwhile
/// @param age in days without use, less what is granted to its kind
record Victim(Path folder, List<CacheFile> files, boolean alone, long age) {

    static Victim file(Path picture, CacheFile file, boolean alone, Instant now) {
        return new Victim(
                picture, List.of(file), alone, age(file, now) - file.kind().daysYounger());
    }

    /// A folder in which there is nothing.
    static Victim empty(Path folder) {
        return new Victim(folder, List.of(), true, 0);
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /// @param links at least one
    static Victim links(Path picture, List<CacheFile> links, Instant now) {
        long age = links.stream().mapToLong(link -> age(link, now)).min().orElseThrow();
        return new Victim(picture, links, true, age);
    }

    private static long age(CacheFile file, Instant now) {
        return Math.max(0, Duration.between(file.used(), now).toDays());
    }
}
