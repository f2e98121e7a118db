package org.huimages.it;

import static org.huimages.it.TomcatFolder.parameter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The ways to get the WAR into the Tomcat that somebody has.
@Timeout(180)
class StockTomcatIT {
    private static final String WORK = "work/huimages";

    @TempDir
    Path folder;

    @Test
    void asRootItTakesThePlaceOfTomcatsWelcomePage() throws IOException {
        TomcatFolder stock = TomcatFolder.in(folder).remove("ROOT").deploy("ROOT.war");
        try (StockTomcat tomcat = StockTomcat.start(stock)) {
            ImageId id = Checkup.pass(tomcat.at(""), 1);
            Checkup.makesAvif(tomcat.at(""), id);
            assertTrue(Http.text(tomcat.at("").get("/")).startsWith("This is huImages"));
            assertTrue(Files.isDirectory(stock.base().resolve("huimages/ROOT/originals")));
            assertQuiet(tomcat);
        }
    }

    @Test
    void underAnyOtherNameItServesBelowThatName() throws IOException {
        TomcatFolder stock = TomcatFolder.in(folder).deploy("img.war");
        try (StockTomcat tomcat = StockTomcat.start(stock)) {
            ImageId id = Checkup.pass(tomcat.at("/img"), 1);
            HttpResponse<byte[]> named = tomcat.at("/img").get("/small/" + id + "/x.jpeg");
            assertEquals(301, named.statusCode());
            assertTrue(Http.header(named, "Location").endsWith("/img/240x160/" + id + "/x.jpeg"));
            String form = Http.text(tomcat.at("/img").get("/browser/"));
            assertTrue(form.contains("action=\"/img/browser/j_security_check\""), form);
            assertTrue(Http.text(tomcat.at("").get("/")).contains("Apache Tomcat"), "its neighbours are left alone");
            assertTrue(Files.isDirectory(stock.base().resolve("huimages/img/originals")));
            assertQuiet(tomcat);
        }
    }

    @Test
    void twoInOneTomcatHaveTheirOwnSettingsAndShareOneLibvips() throws IOException {
        TomcatFolder stock = TomcatFolder.in(folder)
                .deploy("shop.war")
                .deploy("press.war")
                .describe("shop", "", parameter("HUIMAGES_SIZES", "list:240x160"))
                .describe("press", "", parameter("HUIMAGES_DATA", folder.resolve("press")));
        try (StockTomcat tomcat = StockTomcat.start(stock)) {
            ImageId id = Checkup.pass(tomcat.at("/shop"), 1);
            assertEquals(404, tomcat.at("/press").get("/o/" + id + ".jpeg").statusCode());
            assertEquals(id, Checkup.pass(tomcat.at("/press"), 1));
            assertEquals(403, tomcat.at("/shop").get("/100x100/" + id + ".jpeg").statusCode());
            assertEquals(
                    200, tomcat.at("/press").get("/100x100/" + id + ".jpeg").statusCode());
            assertTrue(Files.isDirectory(folder.resolve("press/originals")));
            assertEquals(1, tomcat.mapped("libvips").size(), () -> "" + tomcat.mapped("libvips"));
            assertQuiet(tomcat);
        }
    }

    @Test
    void aContextDescriptorNamesTheWarAndItsSettings() throws IOException {
        Path data = folder.resolve("pictures");
        TomcatFolder stock = TomcatFolder.in(folder)
                .describe(
                        "pictures",
                        "docBase=\"" + TomcatFolder.war() + "\"",
                        parameter("HUIMAGES_DATA", data),
                        parameter("HUIMAGES_CLUSTER", "01"),
                        parameter("HUIMAGES_MAX_EDGE", "300"));
        try (StockTomcat tomcat = StockTomcat.start(stock)) {
            ImageId id = Checkup.pass(tomcat.at("/pictures"), 1);
            assertEquals(
                    403, tomcat.at("/pictures").get("/301x200/" + id + ".jpeg").statusCode());
            assertTrue(Files.isDirectory(data.resolve("originals")));
            assertQuiet(tomcat);
        }
    }

    @Test
    void theManagerDeploysItAndTakesItAwayAgain() throws IOException {
        try (StockTomcat tomcat = StockTomcat.start(TomcatFolder.in(folder))) {
            Manager manager = new Manager(tomcat.at("/manager/text"));
            manager.deploy("/img");
            ImageId id = Checkup.pass(tomcat.at("/img"), 1);
            manager.undeploy("/img");
            assertEquals(404, tomcat.at("/img").get("/health/ready").statusCode());
            manager.deploy("/img");
            Checkup.serves(tomcat.at("/img"), id);
            assertQuiet(tomcat);
        }
    }

    /// Programs that cannot be written, a base that root owns but for a few folders, a user who is nobody.
    @Test
    void aTomcatAsDebianSplitsItRunsItUnderItsOwnUser() throws IOException {
        Account.give(folder);
        TomcatFolder split = TomcatFolder.split(folder).deploy("ROOT.war");
        Account.publish(split.home());
        Account.publish(split.base());
        Path data = Files.createDirectory(folder.resolve("pictures"));
        for (String writable : List.of("conf/Catalina", "logs", "temp", "webapps", "work")) {
            Account.give(split.base().resolve(writable));
        }
        Account.give(data);
        Map<String, String> environment = Map.of("HUIMAGES_DATA", data.toString());
        try (StockTomcat tomcat = StockTomcat.start(split, Account.unprivileged(), environment)) {
            Checkup.makesAvif(tomcat.at(""), Checkup.pass(tomcat.at(""), 1));
            assertQuiet(tomcat);
        }
    }

    /// How a Tomcat on a platform whose libvips is not in the WAR gets it, tried with that of this platform.
    @Test
    void aLibvipsJarInTomcatsLibFolderIsTaken() throws IOException {
        TomcatFolder stock = TomcatFolder.in(folder).deploy("img.war");
        Optional<Path> jar = moveLibvips(
                stock.base().resolve("webapps/img.war"), stock.base().resolve("lib"));
        assumeTrue(jar.isPresent(), "the build has bundled no libvips");
        try (StockTomcat tomcat = StockTomcat.start(stock)) {
            Checkup.pass(tomcat.at("/img"), 1);
            assertTrue(tomcat.output().contains("(bundled, " + stock.base().resolve(WORK)), tomcat.output());
        }
    }

    /// Moves the JARs with libvips out of the WAR.
    private static Optional<Path> moveLibvips(Path war, Path lib) throws IOException {
        try (var zip = FileSystems.newFileSystem(war);
                Stream<Path> jars = Files.list(zip.getPath("WEB-INF/lib"))) {
            for (Path jar : jars.filter(path -> path.toString().matches(".*huimages-vips-.*-linux-.*\\.jar"))
                    .toList()) {
                Files.move(jar, lib.resolve(jar.getFileName().toString()));
            }
        }
        try (Stream<Path> jars = Files.list(lib)) {
            return jars.filter(path -> path.getFileName().toString().startsWith("huimages-vips-"))
                    .filter(path -> path.toFile().length() > 1_000_000)
                    .findFirst();
        }
    }

    private static void assertQuiet(StockTomcat tomcat) throws IOException {
        String log = tomcat.log();
        for (String word : List.of("WARNING", "SEVERE", "\tat ")) {
            assertFalse(log.contains(word), log);
        }
    }
}
