package org.huimages.cli.server;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.huimages.cli.shell.Exit;
import org.huimages.cli.shell.Refused;
import org.huimages.cli.shell.Shell;

/// What is set beside the command: in the environment, or in `~/.config/huimages/config` (below `XDG_CONFIG_HOME`
/// where that is set), lines such as `server = https://images.example.com`.
///
/// @param shell its environment comes first
/// @param lines of the file, by name
public record Profile(Shell shell, Map<String, String> lines) {
    private static final Map<String, String> VARIABLES = new TreeMap<>(Map.of(
            "server", "HUIMAGES_API_URL",
            "pictures", "IMAGESERVERURL",
            "user", "HUIMAGES_USER",
            "password", "HUIMAGES_PASSWORD",
            "signing-keys", "HUIMAGES_SIGNING_KEYS",
            "alt-addition", "HUIMAGESALTADDITION"));

    public Profile {
        lines = Map.copyOf(lines);
    }

    /// @throws Refused if the file is there and cannot be read, or says what nobody understands
    public static Profile of(Shell shell) {
        Path file = file(shell);
        if (!Files.exists(file)) {
            return new Profile(shell, Map.of());
        }
        Properties read = read(file);
        Map<String, String> lines = new TreeMap<>();
        read.stringPropertyNames()
                .forEach(name -> lines.put(name, read.getProperty(name).strip()));
        lines.keySet().stream()
                .filter(name -> !VARIABLES.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Refused(
                            Exit.USAGE,
                            "%s: there is no '%s', but %s"
                                    .formatted(file, name, String.join(", ", VARIABLES.keySet())));
                });
        if (lines.containsKey("password") && isOpen(file)) {
            shell.complain("others can read the password in " + file + "; chmod 600 it");
        }
        return new Profile(shell, lines);
    }

    static Path file(Shell shell) {
        return shell.variable("XDG_CONFIG_HOME")
                .map(Path::of)
                .orElseGet(() -> shell.home().resolve(".config"))
                .resolve("huimages")
                .resolve("config");
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new Refused(Exit.USAGE, file + " cannot be read: " + unreadable.getMessage());
        }
        return properties;
    }

    private static boolean isOpen(Path file) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            return permissions.contains(PosixFilePermission.OTHERS_READ)
                    || permissions.contains(PosixFilePermission.GROUP_READ);
        } catch (IOException | UnsupportedOperationException elsewhere) {
            return false;
        }
    }

    /// @param name of a line of the file; variables have names of their own
    Optional<String> find(String name) {
        return shell.variable(VARIABLES.getOrDefault(name, name))
                .or(() -> Optional.ofNullable(lines.get(name)))
                .filter(value -> !value.isBlank());
    }

    /// Where it can be set.
    static String places(Shell shell, String name) {
        return "%s, or '%s = ...' in %s".formatted(VARIABLES.get(name), name, file(shell));
    }
}
