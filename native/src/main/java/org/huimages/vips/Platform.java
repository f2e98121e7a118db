package org.huimages.vips;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// The platforms that prebuilt libvips comes for, by the names that their npm packages have.
///
/// @param name `linux-x64`, `linuxmusl-arm64`, `darwin-arm64` …
record Platform(String name) {

    /// The platform that this JVM runs on, whether or not there is a prebuilt libvips for it.
    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"), hasMusl());
    }

    static Platform of(String osName, String osArch, boolean musl) {
        String lower = osName.toLowerCase(Locale.ROOT);
        String os = lower.startsWith("mac") ? "darwin" : lower + (musl ? "musl" : "");
        String cpu = switch (osArch) {
            case "amd64", "x86_64" -> "x64";
            case "aarch64" -> "arm64";
            default -> osArch;
        };
        return new Platform(os + "-" + cpu);
    }

    /// musl's dynamic loader lies at a fixed place, and nowhere else is one.
    private static boolean hasMusl() {
        return Files.exists(Path.of("/lib/ld-musl-x86_64.so.1")) || Files.exists(Path.of("/lib/ld-musl-aarch64.so.1"));
    }
}
