package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// In a Tomcat where huImages cannot run it says why, in one line, and the rest of that Tomcat goes on.
@Timeout(120)
class StockRefusalIT {
    @TempDir
    Path folder;

    @Test
    void twoWarsWithOneDataFolder() throws IOException {
        TomcatFolder stock = TomcatFolder.in(folder).deploy("a.war").deploy("b.war");
        Path data = folder.resolve("pictures");
        try (StockTomcat tomcat = StockTomcat.start(stock, Account.MINE, Map.of("HUIMAGES_DATA", data.toString()))) {
            List<Boolean> running = Stream.of("/a", "/b")
                    .map(context -> tomcat.at(context).isReady())
                    .sorted()
                    .toList();
            assertEquals(List.of(false, true), running);
            assertOneLine(tomcat, "HUIMAGES_DATA is " + data + ", which another huImages has open");
        }
    }

    @Test
    void aDataFolderThatCannotBeWritten() throws IOException {
        Account.give(folder);
        TomcatFolder stock = TomcatFolder.in(folder).deploy("img.war");
        Account.give(stock.base());
        Path data = Files.createDirectory(folder.resolve("pictures"));
        Account.publish(data);
        Map<String, String> environment = Map.of("HUIMAGES_DATA", data.toString());
        try (StockTomcat tomcat = StockTomcat.start(stock, Account.unprivileged(), environment)) {
            assertEquals(404, tomcat.at("/img").get("/health/ready").statusCode());
            assertOneLine(tomcat, "HUIMAGES_DATA is " + data + ", which cannot be written", "let the user ");
        }
    }

    @Test
    void aJavaThatIsTooOld() throws IOException {
        Optional<Path> old = oldJava();
        assumeTrue(old.isPresent(), "no Java from 17 to 24 in /usr/lib/jvm (Debian: openjdk-17-jre-headless)");
        TomcatFolder stock = TomcatFolder.in(folder).deploy("img.war");
        Map<String, String> environment = Map.of("JAVA_HOME", old.get().toString());
        try (StockTomcat tomcat = StockTomcat.start(stock, Account.MINE, environment)) {
            assertEquals(404, tomcat.at("/img").get("/health/ready").statusCode());
            assertEquals(200, tomcat.at("").get("/").statusCode());
            assertOneLine(
                    tomcat,
                    "it needs Java 25 or later, and Tomcat runs on ",
                    old.get().toString());
        }
    }

    private static Optional<Path> oldJava() throws IOException {
        Path all = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(all)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(all)) {
            return homes.filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .filter(StockRefusalIT::isOld)
                    .findFirst();
        }
    }

    private static boolean isOld(Path home) {
        try {
            return Files.readString(home.resolve("release")).matches("(?s).*JAVA_VERSION=\"(1[7-9]|2[0-4])[.\"].*");
        } catch (IOException notSaid) {
            return false;
        }
    }

    /// As a service wrapper may start it, without what `catalina.sh` adds.
    @Test
    void aJavaThatForbidsNativeCalls() throws IOException {
        TomcatFolder stock = TomcatFolder.in(folder).deploy("img.war");
        List<String> command = List.of(
                Server.java(),
                "--illegal-native-access=deny",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.rmi/sun.rmi.transport=ALL-UNNAMED",
                "-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager",
                "-Djava.util.logging.config.file=" + stock.base().resolve("conf/logging.properties"),
                "-Dcatalina.home=" + stock.home(),
                "-Dcatalina.base=" + stock.base(),
                "-cp",
                stock.home().resolve("bin/bootstrap.jar") + ":" + stock.home().resolve("bin/tomcat-juli.jar"),
                "org.apache.catalina.startup.Bootstrap",
                "start");
        try (StockTomcat tomcat = StockTomcat.launch(stock, command, Map.of())) {
            assertEquals(404, tomcat.at("/img").get("/health/ready").statusCode());
            assertOneLine(tomcat, "add --enable-native-access=ALL-UNNAMED to the options of the JVM");
        }
    }

    /// On the console, where administrators look first; and nowhere a stack trace.
    private static void assertOneLine(StockTomcat tomcat, String... texts) throws IOException {
        List<String> lines = tomcat.output()
                .lines()
                .filter(line -> line.contains("huImages cannot start: "))
                .toList();
        assertEquals(1, lines.size(), tomcat.output());
        for (String text : texts) {
            assertTrue(lines.getFirst().contains(text), lines.getFirst());
        }
        assertFalse(tomcat.log().contains("\tat "), tomcat.log());
    }
}
