package org.huimages.testkit.hostile;

import static org.huimages.testkit.hostile.HostileFile.refused;

import java.util.Random;
import java.util.stream.Stream;

/// Everything that means harm, by name, small enough for every build.
public final class HostileFiles {
    private HostileFiles() {}

    public static Stream<HostileFile> all() {
        return Stream.of(
                        noPictures(),
                        HostileJpegs.all(),
                        HostileExif.all(),
                        HostileProfiles.all(),
                        HostilePngs.all(),
                        HostileGifs.all(),
                        HostileWebps.all(),
                        HostileHeifs.all(),
                        HostileItems.all())
                .flatMap(part -> part);
    }

    /// Those of [#all] with these names.
    public static Stream<HostileFile> named(String... names) {
        return Stream.of(names).map(HostileFiles::named);
    }

    private static HostileFile named(String name) {
        return all().filter(file -> file.name().equals(name)).findFirst().orElseThrow();
    }

    /// Those that take too long for every build.
    public static Stream<HostileFile> heavy() {
        return HeavyFiles.all();
    }

    private static Stream<HostileFile> noPictures() {
        return Stream.of(
                refused("one-byte", () -> new byte[1]),
                refused("a-megabyte-of-zeros", () -> new byte[1_000_000]),
                refused("a-megabyte-of-anything", HostileFiles::anything),
                refused(
                        "html",
                        () -> new Bytes()
                                .text("<html><script>alert(1)</script></html>")
                                .get()),
                refused(
                        "svg",
                        () -> new Bytes()
                                .text("<svg xmlns='http://www.w3.org/2000/svg'/>")
                                .get()),
                refused("tiff", () -> new Bytes().text("II*\0\b\0\0\0\0\0").get()),
                refused("pdf", () -> new Bytes().text("%PDF-1.7\n").get()));
    }

    private static byte[] anything() {
        byte[] bytes = new byte[1_000_000];
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
