package org.huimages.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The CATALINA_BASE that Tomcat runs in: `tomcat-conf` of this project, the WAR as ROOT, one user. Laid out anew
/// at each start, but for the logs and for what huImages itself keeps under `work`.
final class CatalinaBase {
    static final String USER = "admin";

    /// Without this file a folder is somebody else's, and nothing in it is touched.
    private static final String MARKER = ".huimages-run";

    private static final List<String> RENEWED = List.of("conf", "bin", "webapps", "work/Catalina");
    private static final List<String> ROLES =
            List.of("huimages-admin", "huimages-editor", "huimages-reader", "huimages-monitor");

    private CatalinaBase() {}

    static void layOut(RunSettings settings, AdminPassword password) throws IOException {
        Path base = settings.base();
        claim(base);
        for (String folder : RENEWED) {
            FolderTree.delete(base.resolve(folder));
        }
        for (String folder : List.of("logs", "temp", "webapps", "work")) {
            Files.createDirectories(base.resolve(folder));
        }
        FolderTree.copy(settings.configuration().resolve("conf"), base.resolve("conf"));
        FolderTree.copy(settings.configuration().resolve("bin"), base.resolve("bin"));
        Files.copy(settings.war(), base.resolve("webapps/ROOT.war"));
        PrivateFile.write(base.resolve("conf/tomcat-users.xml"), users(password));
    }

    private static void claim(Path base) throws IOException {
        Files.createDirectories(base);
        Path marker = base.resolve(MARKER);
        if (!Files.exists(marker) && !FolderTree.isEmpty(base)) {
            throw new CannotRun("huimages.base: %s is not empty and not of a former run".formatted(base));
        }
        Files.writeString(marker, "A CATALINA_BASE made by mvn -Prun; it may be deleted.\n");
    }

    private static String users(AdminPassword password) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <tomcat-users xmlns="http://tomcat.apache.org/xml" version="1.0">
                  <user username="%s" password="%s" roles="%s"/>
                </tomcat-users>
                """.formatted(USER, escaped(password.secret()), String.join(",", ROLES));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
