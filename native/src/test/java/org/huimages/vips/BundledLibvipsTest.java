package org.huimages.vips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.huimages.failure.SetupException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledLibvipsTest {
    private static final String CONTENT = "a library".repeat(100_000);

    @TempDir
    private Path folder;

    private Path work;
    private BundledLibvips bundled;

    @BeforeEach
    void packOne() throws IOException, NoSuchAlgorithmException {
        work = folder.resolve("work");
        Path packed = Files.writeString(folder.resolve("packed"), CONTENT);
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(CONTENT.getBytes(StandardCharsets.UTF_8));
        bundled = new BundledLibvips(packed.toUri().toURL(), HexFormat.of().formatHex(sum));
    }

    @Test
    void theSecondStartTakesTheFileThatIsThere() throws IOException {
        Path file = bundled.unpack(work);
        Object before = Files.readAttributes(file, "unix:ino").get("ino");
        assertEquals(file, bundled.unpack(work));
        assertEquals(before, Files.readAttributes(file, "unix:ino").get("ino"));
        assertEquals(CONTENT, Files.readString(file));
    }

    @Test
    void aFileThatWasDamagedSinceIsUnpackedAgain() throws IOException {
        Path file = bundled.unpack(work);
        Object before = Files.readAttributes(file, "unix:ino").get("ino");
        Files.writeString(file, CONTENT.replaceFirst("library$", "lobrary"));
        bundled.unpack(work);
        assertEquals(CONTENT, Files.readString(file));
        assertNotEquals(before, Files.readAttributes(file, "unix:ino").get("ino"), "whoever has it mapped keeps his");
    }

    @Test
    void aFileOfWhichNoSumIsKeptIsUnpackedAgain() throws IOException {
        Path file = bundled.unpack(work);
        Files.delete(file.resolveSibling("libvips.crc32"));
        Files.writeString(file, "half of");
        bundled.unpack(work);
        assertEquals(CONTENT, Files.readString(file));
    }

    @Test
    void aWholeFileOfWhichNoSumIsKeptStays() throws IOException {
        Path file = bundled.unpack(work);
        Object before = Files.readAttributes(file, "unix:ino").get("ino");
        Path seal = file.resolveSibling("libvips.crc32");
        Files.delete(seal);
        bundled.unpack(work);
        assertEquals(before, Files.readAttributes(file, "unix:ino").get("ino"));
        assertTrue(Files.exists(seal));
    }

    @Test
    void aDamagedSumIsMadeAgain() throws IOException {
        Path file = bundled.unpack(work);
        Path seal = file.resolveSibling("libvips.crc32");
        String before = Files.readString(seal);
        Files.write(seal, new byte[] {(byte) 0xff, 0});
        bundled.unpack(work);
        assertEquals(before, Files.readString(seal));
    }

    @Test
    void whatIsNotWhatWasPackedIsNotTaken() {
        BundledLibvips other = new BundledLibvips(bundled.library(), "0".repeat(64));
        SetupException refused = assertThrows(SetupException.class, () -> other.unpack(work));
        assertEquals(1, String.valueOf(refused.getMessage()).lines().count());
    }
}
