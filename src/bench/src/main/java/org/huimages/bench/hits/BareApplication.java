package org.huimages.bench.hits;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.huimages.bench.measure.Folders;

/// A configuration of Tomcat that has [BareServlet] beside huImages, under `/bare`.
final class BareApplication {
    private BareApplication() {}

    /// @param shipped the `tomcat-conf` to add to
    /// @param folder where the new one is made
    static Path addTo(Path shipped, Path folder, Path files) throws IOException {
        Path application = folder.resolve("bare");
        Path conf = folder.resolve("tomcat-conf");
        Folders.copy(shipped, conf);
        write(conf.resolve("conf/Catalina/localhost/bare.xml"), "<Context docBase=\"%s\"/>".formatted(application));
        write(application.resolve("WEB-INF/web.xml"), """
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.1" metadata-complete="true">
                  <absolute-ordering/>
                  <servlet>
                    <servlet-name>bare</servlet-name>
                    <servlet-class>%s</servlet-class>
                    <init-param><param-name>folder</param-name><param-value>%s</param-value></init-param>
                  </servlet>
                  <servlet-mapping><servlet-name>bare</servlet-name><url-pattern>/*</url-pattern></servlet-mapping>
                </web-app>
                """.formatted(BareServlet.class.getName(), files));
        String name = BareServlet.class.getName().replace('.', '/') + ".class";
        Path target = application.resolve("WEB-INF/classes").resolve(name);
        Files.createDirectories(target.getParent());
        try (InputStream code =
                Objects.requireNonNull(BareServlet.class.getClassLoader().getResourceAsStream(name))) {
            Files.copy(code, target);
        }
        return conf;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
