package org.huimages.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// `tomcat-conf` as an administrator would change it: with users of every role, and a form to sign in.
final class Site {
    /// What `login-config` says for the pages that are to come; there is none below this address yet.
    private static final String FORM = """
              <security-constraint>
                <web-resource-collection>
                  <web-resource-name>pages</web-resource-name>
                  <url-pattern>/browser/*</url-pattern>
                </web-resource-collection>
                <auth-constraint><role-name>**</role-name></auth-constraint>
              </security-constraint>
              <login-config>
                <auth-method>FORM</auth-method>
                <form-login-config>
                  <form-login-page>/health/live</form-login-page>
                  <form-error-page>/health/live</form-error-page>
                </form-login-config>
              </login-config>
            </web-app>""";

    private Site() {}

    /// Starts a server with it.
    ///
    /// @param settings by name
    static Server start(Path folder, Map<String, String> settings) {
        Map<String, String> properties = new TreeMap<>(settings);
        properties.put(
                "huimages.tomcat.conf", layOut(folder.resolve("tomcat-conf")).toString());
        return Server.start(folder, properties);
    }

    private static Path layOut(Path target) {
        Path source = Path.of(Server.given("huimages.tomcat.conf"));
        try (Stream<Path> all = Files.walk(source)) {
            for (Path path : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                Path copy = target.resolve(source.relativize(path).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, changed(path));
            }
            Files.writeString(target.resolve("conf/users.xml"), User.xml());
            return target;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String changed(Path file) throws IOException {
        String text = Files.readString(file);
        return switch (file.getFileName().toString()) {
            case "server.xml" -> replaced(text, "conf/tomcat-users.xml\"", "conf/users.xml\"");
            case "web.xml" -> replaced(text, "</web-app>", FORM);
            default -> text;
        };
    }

    private static String replaced(String text, String old, String now) {
        if (!text.contains(old)) {
            throw new IllegalStateException(old + " is not there any more");
        }
        return text.replace(old, now);
    }
}
