package org.huimages.webapp.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/// A Tomcat in this JVM, on a free port of this machine alone.
///
/// @param folder for what it writes, and for an application without files
public record EmbeddedTomcat(Tomcat tomcat, Path folder) implements AutoCloseable {

    public static EmbeddedTomcat in(Path folder) {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.resolve("tomcat").toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        return new EmbeddedTomcat(tomcat, folder);
    }

    /// The same with so many threads for requests, all together.
    public EmbeddedTomcat withThreads(int threads) {
        tomcat.getConnector().setProperty("maxThreads", Integer.toString(threads));
        return this;
    }

    /// An application, to be added to before the start.
    ///
    /// @param path its context path
    public Context application(String path) {
        try {
            return tomcat.addContext(
                    path, Files.createDirectories(folder.resolve("web")).toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public void start() throws LifecycleException {
        tomcat.start();
    }

    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }
}
