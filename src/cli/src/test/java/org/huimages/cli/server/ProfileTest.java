package org.huimages.cli.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.huimages.cli.shell.Refused;
import org.huimages.cli.shell.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path home;

    private Shell shell(Map<String, String> environment) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new Shell(environment, home, stream, stream, false, false);
    }

    private Path write(Path folder, String text, String permissions) throws IOException {
        Path file = folder.resolve("huimages").resolve("config");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void theEnvironmentComesBeforeTheFile() throws IOException {
        write(home.resolve(".config"), "server = https://a.example.com\nuser=ann\npassword=x y\n", "rw-------");
        Profile profile = Profile.of(shell(Map.of("HUIMAGES_USER", "bob", "HUIMAGES_PASSWORD", " ")));
        assertEquals(Optional.of("https://a.example.com"), profile.find("server"));
        assertEquals(Optional.of("bob"), profile.find("user"));
        assertEquals(Optional.of("x y"), profile.find("password"));
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theFileMayBeElsewhere() throws IOException {
        Path elsewhere = home.resolve("elsewhere");
        write(elsewhere, "user = carl", "rw-r--r--");
        Shell shell = shell(Map.of("XDG_CONFIG_HOME", elsewhere.toString()));
        assertEquals(Optional.of("carl"), Profile.of(shell).find("user"));
        assertEquals("", err.toString(StandardCharsets.UTF_8), "there is no secret in it");
    }

    @Test
    void aPasswordThatOthersCanReadIsSaid() throws IOException {
        Path file = write(home.resolve(".config"), "password = secret", "rw-r--r--");
        Profile.of(shell(Map.of()));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains(file.toString()));
    }

    @Test
    void aNameThatIsNoneIsSaid() throws IOException {
        write(home.resolve(".config"), "sever = https://a.example.com", "rw-------");
        Refused refused = assertThrows(Refused.class, () -> Profile.of(shell(Map.of())));
        assertTrue(String.valueOf(refused.getMessage()).contains("sever"), refused.getMessage());
    }

    @Test
    void withoutAFileNothingIsSet() {
        assertEquals(Optional.empty(), Profile.of(shell(Map.of())).find("server"));
    }
}
