package org.huimages.vips;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.huimages.failure.SetupException;

/// Where libvips is taken from: the file that is set, else the bundled one, else the system's.
///
/// @param description for the log and for who wonders which library runs
/// @param file the library, if it is known where it lies
/// @param symbols of the loaded library; it stays loaded as long as the process, as libvips' threads and caches do
record LibvipsSource(String description, Optional<Path> file, SymbolLookup symbols) {
    private static final String SYSTEM_NAME = "libvips.so.42";

    /// @param setting `HUIMAGES_LIBVIPS`, a file
    /// @param work the folder to unpack the bundled one below
    /// @throws SetupException with the line that helps, if there is none
    static LibvipsSource find(Optional<Path> setting, Path work) {
        return setting.map(LibvipsSource::set)
                .or(() -> BundledLibvips.find(Platform.current()).map(bundled -> bundled(bundled.unpack(work))))
                .orElseGet(LibvipsSource::system);
    }

    private static LibvipsSource set(Path file) {
        if (!isLibrary(file)) {
            throw new SetupException("HUIMAGES_LIBVIPS is " + file + ", which is not a library that can be read");
        }
        return load(file, "as set by HUIMAGES_LIBVIPS, " + file);
    }

    /// ELF or Mach-O by its first bytes: a JVM that is given anything else warns of damage to its stack guard.
    private static boolean isLibrary(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String start = HexFormat.of().formatHex(in.readNBytes(4));
            return Set.of("7f454c46", "cffaedfe", "cafebabe").contains(start);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static LibvipsSource bundled(Path file) {
        return load(file, "bundled, " + file);
    }

    @SuppressWarnings("restricted") // the one place that loads a library
    private static LibvipsSource load(Path file, String description) {
        try {
            return new LibvipsSource(description, Optional.of(file), SymbolLookup.libraryLookup(file, Arena.global()));
        } catch (IllegalCallerException forbidden) {
            throw noNativeAccess();
        } catch (IllegalArgumentException refused) {
            throw new SetupException("libvips cannot be loaded from " + file
                    + "; set HUIMAGES_LIBVIPS to a libvips.so.42 for this machine (Debian: apt-get install libvips42)");
        }
    }

    @SuppressWarnings("restricted") // and the system's
    private static LibvipsSource system() {
        try {
            return new LibvipsSource(
                    "the system's " + SYSTEM_NAME,
                    Optional.empty(),
                    SymbolLookup.libraryLookup(SYSTEM_NAME, Arena.global()));
        } catch (IllegalCallerException forbidden) {
            throw noNativeAccess();
        } catch (IllegalArgumentException missing) {
            throw new SetupException("there is no libvips: none is bundled for "
                    + Platform.current().name() + " and the system has no " + SYSTEM_NAME
                    + "; install it (Debian: apt-get install libvips42) or set HUIMAGES_LIBVIPS");
        }
    }

    private static SetupException noNativeAccess() {
        return new SetupException("this Java may not call libvips; add --enable-native-access=ALL-UNNAMED to the"
                + " options of the JVM (Tomcat's bin/catalina.sh does)");
    }
}
