package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `tomcat-conf/bin/setenv.sh` adds to what the administrator has said.
class SetenvIT {
    private static final String JAVA_HOME = System.getProperty("java.home");
    private static final String KEEPS_CLASSES = "-XX:+AutoCreateSharedArchive";

    @TempDir
    private Path folder;

    private Path base;
    private Path classes;

    @BeforeEach
    void makeBase() throws IOException {
        base = folder.resolve("a base");
        classes = Files.createDirectories(base.resolve("work")).resolve("classes.jsa");
    }

    @Test
    void javaKeepsItsClassesInTheWorkFolder() throws Exception {
        List<String> options = options(Map.of());
        assertTrue(options.contains(KEEPS_CLASSES), options::toString);
        assertTrue(options.contains("-XX:SharedArchiveFile=" + classes), options::toString);
        assertTrue(options.containsAll(List.of("-Xmx256m", "-Xmn128m")), options::toString);
    }

    @Test
    void whatTheAdministratorSaysWins() throws Exception {
        Map<String, String> said = Map.of("CATALINA_OPTS", "-Xshare:off -Xmx1g");
        assertEquals(List.of("-Xshare:off", "-Xmx1g"), options(said));
    }

    @Test
    void theFolderIsMadeWhenItIsMissing() throws Exception {
        Files.delete(base.resolve("work"));
        assertTrue(options(Map.of()).contains(KEEPS_CLASSES));
        assertTrue(Files.isDirectory(base.resolve("work")));
    }

    @Test
    void whereTheFolderCannotBeNoClassesAreKept() throws Exception {
        Files.delete(base.resolve("work"));
        Files.createFile(base.resolve("work"));
        assertFalse(options(Map.of()).contains(KEEPS_CLASSES));
    }

    @Test
    void anOlderJavaIsGivenNothingThatItDoesNotKnow() throws Exception {
        Path old = Files.createDirectory(folder.resolve("old"));
        Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"17.0.15\"\n");
        assertEquals(List.of("-Xmx256m", "-Xmn128m"), options(Map.of("JRE_HOME", old.toString())));
    }

    @Test
    void javaTakesTheOptions() throws Exception {
        List<String> command = new ArrayList<>(options(Map.of()));
        command.addFirst(Path.of(JAVA_HOME, "bin", "java").toString());
        command.add("-version");
        Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, java.waitFor(), output);
        assertTrue(output.contains("version"), output);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0000000000", "6e6f7468696e67"})
    void whatIsNoFileOfClassesIsRemoved(String bytes) throws Exception {
        Files.write(classes, HexFormat.of().parseHex(bytes));
        options(Map.of());
        assertFalse(Files.exists(classes));
    }

    @Test
    void aFileOfClassesStays() throws Exception {
        Files.write(classes, HexFormat.of().parseHex("a8ba0bf000"));
        options(Map.of());
        assertTrue(Files.exists(classes));
    }

    /// As `catalina.sh` takes them apart.
    private List<String> options(Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder(
                "sh",
                "-c",
                ". \"$1\"; eval printf '%s\\\\n' \"$CATALINA_OPTS\"",
                "sh",
                Server.given("huimages.tomcat.conf") + "/bin/setenv.sh");
        shell.environment().remove("CATALINA_OPTS");
        shell.environment().remove("JAVA_OPTS");
        shell.environment().remove("JRE_HOME");
        shell.environment().put("JAVA_HOME", JAVA_HOME);
        shell.environment().put("CATALINA_BASE", base.toString());
        shell.environment().putAll(environment);
        Process process = shell.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output.lines().toList();
    }
}
