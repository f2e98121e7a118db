package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A server that is set up wrong does not start, and says why in one line, without a stack trace.
@Timeout(120)
class WrongSetupIT {
    @TempDir
    Path folder;

    @Test
    void aWrongValueAndAnUnknownNameAreToldTogether() throws Exception {
        String output = refused(Map.of("HUIMAGES_MAX_EDGE", "wide", "HUIMAGES_MAX_EGDE", "3"));
        assertOneLine(
                output,
                "HUIMAGES_MAX_EDGE is 'wide', but has to be a whole number from 1 to 16383;"
                        + " HUIMAGES_MAX_EGDE is set, but there is no such setting");
    }

    @Test
    void aLibvipsThatIsNotThereIsNamed() throws Exception {
        assertOneLine(refused(Map.of("HUIMAGES_LIBVIPS", "/no/such.so")), "HUIMAGES_LIBVIPS is /no/such.so");
    }

    @Test
    void aFileThatIsNoLibraryIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("libvips.so"), "no library");
        assertOneLine(refused(Map.of("HUIMAGES_LIBVIPS", file.toString())), "HUIMAGES_LIBVIPS is " + file);
    }

    @Test
    void aCacheOverTheOriginalsIsRefused() throws Exception {
        Path originals = folder.resolve("data/originals");
        assertOneLine(refused(Map.of("HUIMAGES_CACHE", originals.toString())), "HUIMAGES_CACHE is " + originals);
    }

    @Test
    void aDataFolderHasOneOwner() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        try (Server owner = Server.start(other, Map.of())) {
            String data = owner.data().toString();
            assertOneLine(refused(Map.of("huimages.data", data)), "which another huImages has open");
            assertTrue(owner.http().isReady());
        }
    }

    private String refused(Map<String, String> properties) throws IOException, InterruptedException {
        Process process = Server.launch(Server.command(folder, Server.freePort(), properties), folder);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it ends by itself");
        assertEquals(1, process.exitValue());
        return Files.readString(folder.resolve("output.log"));
    }

    private static void assertOneLine(String output, String text) {
        assertTrue(
                output.lines().anyMatch(line -> line.contains("huImages cannot start: ") && line.contains(text)),
                output);
        assertFalse(output.contains("\tat "), output);
    }
}
