package org.huimages.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Who runs a server.
///
/// @param prefix of the command, which makes it this account's
record Account(List<String> prefix) {
    static final Account MINE = new Account(List.of());

    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
    private static final String NOBODY = "65534";

    /// Somebody who may not write everywhere: `nobody`, where the tests are root's, else who runs them.
    static Account unprivileged() {
        return ROOT
                ? new Account(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"))
                : MINE;
    }

    /// Lets everybody read the folder and what is in it, and nobody write.
    static void publish(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.setPosixFilePermissions(file, readable(file));
            }
        }
    }

    private static Set<PosixFilePermission> readable(Path file) throws IOException {
        Set<PosixFilePermission> permissions = EnumSet.of(
                PosixFilePermission.OWNER_READ, PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
        if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE)) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        return permissions;
    }

    /// Gives a folder to the unprivileged account, and what is in it.
    static void give(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Set<PosixFilePermission> permissions = readable(file);
                permissions.add(PosixFilePermission.OWNER_WRITE);
                Files.setPosixFilePermissions(file, permissions);
                if (ROOT) {
                    Files.setAttribute(file, "unix:uid", Integer.valueOf(NOBODY));
                }
            }
        }
    }
}
