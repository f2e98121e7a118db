package org.huimages.vips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Only the library of the platform at hand can be loaded; of each one it can be read what machine it is for.
class BundledPlatformsTest {
    static Stream<String> platforms() {
        return Arrays.stream(given("huimages.bundle.platforms").split(","));
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void theLibraryIsForThePlatformThatItsFolderSays(String platform) throws IOException {
        Path folder = Path.of(given("huimages.bundle.folder"), "org/huimages/vips/bundle", platform);
        Path library = folder.resolve("libvips");
        assumeTrue(Files.exists(library), () -> "the build has bundled no libvips for " + platform + " (npm)");
        assertEquals(platform, LibraryFile.read(library).platform());
        assertTrue(Files.readString(folder.resolve("THIRD-PARTY-NOTICES.md")).contains("LGPL"));
    }

    private static String given(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }
}
