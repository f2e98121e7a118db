package org.huimages.webapp.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JavaCheckTest {
    private static final int CLASS_FILE_OF_17 = 61;

    @Test
    void everyClassOfThePackageRunsOnTheOldestJavaThatTomcatRunsOn() throws IOException, URISyntaxException {
        Path main = Path.of(JavaCheck.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.list(main.resolve("org/huimages/webapp/check"))) {
            List<Path> classes = files.toList();
            assertFalse(classes.isEmpty());
            for (Path file : classes) {
                assertEquals(CLASS_FILE_OF_17, version(file), file::toString);
            }
        }
    }

    private static int version(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            in.skipNBytes(6);
            return in.readUnsignedShort();
        }
    }

    @Test
    void anOlderJavaIsToldWhichOneIsNeeded() {
        assertEquals(
                Optional.of("huImages cannot start: it needs Java 25 or later, and Tomcat runs on 21.0.2+13"
                        + " (/opt/java); let JAVA_HOME be a newer one"),
                JavaCheck.refusal(Runtime.Version.parse("21.0.2+13"), "/opt/java"));
        assertEquals(Optional.empty(), JavaCheck.refusal(Runtime.Version.parse("25-ea+36"), "/opt/java"));
        assertEquals(Optional.empty(), JavaCheck.refusal(Runtime.Version.parse("26.0.1"), "/opt/java"));
    }
}
