package org.huimages.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// An Apache Tomcat as it comes, in a folder of its own. Changed is what every administrator changes: where it
/// listens, and who its users are.
///
/// @param home CATALINA_HOME
/// @param base CATALINA_BASE
/// @param port on 127.0.0.1
record TomcatFolder(Path home, Path base, int port) {
    static final String DEPLOYER = Http.basic("deployer", "deployer");

    private static final String USERS = """
            <tomcat-users xmlns="http://tomcat.apache.org/xml" version="1.0">
              <user username="admin" password="s&lt;cret &amp; &quot;more&quot;" roles="huimages-admin"/>
              <user username="deployer" password="deployer" roles="manager-script"/>
            </tomcat-users>
            """;

    /// Unpacked, and run from where it is.
    static TomcatFolder in(Path folder) throws IOException {
        Path home = copy(stock(), folder.resolve("tomcat"));
        return new TomcatFolder(home, home, Server.freePort()).configured();
    }

    /// As Debian packs it: programs here, and elsewhere what belongs to this machine.
    static TomcatFolder split(Path folder) throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path base = Files.createDirectory(folder.resolve("base"));
        for (String part : List.of("bin", "lib")) {
            copy(stock().resolve(part), home.resolve(part));
        }
        copy(stock().resolve("conf"), base.resolve("conf"));
        for (String part : List.of("conf/Catalina/localhost", "lib", "logs", "temp", "webapps", "work")) {
            Files.createDirectories(base.resolve(part));
        }
        return new TomcatFolder(home, base, Server.freePort()).configured();
    }

    private static Path stock() {
        return Path.of(Server.given("huimages.tomcat.home"));
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return to;
    }

    private TomcatFolder configured() throws IOException {
        Path serverXml = base.resolve("conf/server.xml");
        Files.writeString(
                serverXml,
                Files.readString(serverXml)
                        .replace("port=\"8005\"", "port=\"-1\"")
                        .replace("port=\"8080\"", "port=\"" + port + "\" address=\"127.0.0.1\""));
        Files.writeString(base.resolve("conf/tomcat-users.xml"), USERS);
        return this;
    }

    static Path war() {
        return Path.of(Server.given("huimages.war"));
    }

    /// @param name `img.war` for the path `/img`
    TomcatFolder deploy(String name) throws IOException {
        Files.copy(war(), base.resolve("webapps").resolve(name));
        return this;
    }

    /// @param name of the application
    /// @param attributes of its Context
    /// @param parameters `<Parameter>` elements
    TomcatFolder describe(String name, String attributes, String... parameters) throws IOException {
        Path folder = Files.createDirectories(base.resolve("conf/Catalina/localhost"));
        String context = "<Context " + attributes + ">\n" + String.join("\n", parameters) + "\n</Context>\n";
        Files.writeString(folder.resolve(name + ".xml"), context);
        return this;
    }

    static String parameter(String name, Object value) {
        return "<Parameter name=\"" + name + "\" value=\"" + value + "\" override=\"false\"/>";
    }

    /// `rm -rf webapps/NAME`.
    TomcatFolder remove(String name) throws IOException {
        try (Stream<Path> files = Files.walk(base.resolve("webapps").resolve(name))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        return this;
    }
}
