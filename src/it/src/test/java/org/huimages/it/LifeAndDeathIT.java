package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.huimages.testkit.PictureMaker;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(180)
class LifeAndDeathIT {
    @TempDir
    Path folder;

    private final byte[] photo = PictureMaker.jpeg(PictureMaker.photo(640, 480, 1));
    private final ImageId id = Uploads.id(photo);

    @Test
    void aRestartKeepsEverything() {
        try (Server server = Server.start(folder, Map.of())) {
            assertEquals(201, server.http().upload("kept.jpg", photo).statusCode());
        }
        try (Server server = Server.start(folder, Map.of())) {
            assertServed(server);
        }
    }

    @Test
    void sigkillRightAfterTheAnswerLosesNothing() {
        Server killed = Server.start(folder, Map.of());
        assertEquals(201, killed.http().upload("kept.jpg", photo).statusCode());
        killed.kill();
        try (Server server = Server.start(folder, Map.of())) {
            assertServed(server);
        }
    }

    private void assertServed(Server server) {
        assertTrue(Http.text(server.http().get("/api/images/" + id)).contains("\"width\":640"));
        assertArrayEquals(photo, server.http().get("/o/" + id + ".jpeg").body());
        assertEquals(200, server.http().get("/75x75!/" + id + ".jpeg").statusCode());
    }

    /// [Parent] stands for Maven: it starts the launcher as its child.
    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT", "KILL"})
    void theServerGoesWithTheProcessThatStartedIt(String signal) throws Exception {
        int port = Server.freePort();
        Process parent = Server.launch(parent(port), folder);
        try (Http http = new Http(URI.create("http://127.0.0.1:" + port))) {
            while (!http.isReady()) {
                assertTrue(parent.isAlive());
                Server.pause();
            }
        }
        ProcessHandle child = parent.children().findFirst().orElseThrow();
        new ProcessBuilder("kill", "-" + signal, Long.toString(parent.pid()))
                .start()
                .waitFor();
        child.onExit().get(30, TimeUnit.SECONDS);
        assertFalse(child.isAlive());
        assertTrue(Files.readString(folder.resolve("output.log")).contains("Stopping service"), "stopped in order");
    }

    private List<String> parent(int port) {
        String classPath = Server.given("java.class.path");
        List<String> command = new ArrayList<>(List.of(Server.java(), "-cp", classPath, Parent.class.getName()));
        command.addAll(Server.command(folder, port, Map.of()));
        return command;
    }

    @Test
    void aWarReplacedInARunningTomcatGoesOnRendering() throws IOException {
        try (Server server = Server.start(
                folder, Map.of("huimages.tomcat.conf", autoDeploying().toString()))) {
            assertEquals(201, server.http().upload("kept.jpg", photo).statusCode());
            assertServed(server);
            replaceWar(server);
            while (!server.output().contains("Undeploying context")
                    || !server.http().isReady()) {
                Server.pause();
            }
            assertEquals(200, server.http().get("/100x100/" + id + ".jpeg").statusCode());
            assertServed(server);
            assertFalse(server.output().contains("WARNING"), server.output());
        }
    }

    /// `tomcat-conf`, but with a Tomcat that looks for new WARs every second.
    private Path autoDeploying() throws IOException {
        Path from = Path.of(Server.given("huimages.tomcat.conf"));
        Path copy = folder.resolve("tomcat-conf");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, copy.resolve(from.relativize(file).toString()));
            }
        }
        Path serverXml = copy.resolve("conf/server.xml");
        String text = Files.readString(serverXml);
        String changed = text.replace("autoDeploy=\"false\"", "autoDeploy=\"true\"")
                .replace("<Engine ", "<Engine backgroundProcessorDelay=\"1\" ");
        assertFalse(changed.equals(text));
        Files.writeString(serverXml, changed);
        return copy;
    }

    private static void replaceWar(Server server) throws IOException {
        Path war = server.base().resolve("webapps/ROOT.war");
        Path copy = server.base().resolve("ROOT.copy");
        Files.copy(war, copy);
        Files.setLastModifiedTime(copy, FileTime.from(Instant.now().plusSeconds(5)));
        Files.move(copy, war, StandardCopyOption.ATOMIC_MOVE);
    }
}
