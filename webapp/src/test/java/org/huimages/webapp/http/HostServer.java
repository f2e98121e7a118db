package org.huimages.webapp.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;

/// A Tomcat that says yes to everything, with a filter before `/api`.
final class HostServer implements AutoCloseable {
    private final EmbeddedTomcat tomcat;

    HostServer(Path folder, HttpFilter filter) throws LifecycleException {
        tomcat = EmbeddedTomcat.in(folder);
        Context context = tomcat.application("");
        context.addServletContainerInitializer(
                (classes, servletContext) -> {
                    servletContext.addServlet("all", new Yes()).addMapping("/");
                    servletContext
                            .addFilter("filter", filter)
                            .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/api/*");
                },
                Set.of());
        tomcat.start();
    }

    /// The whole answer to a request that says it is for `host`.
    String answer(String host, String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), tomcat.port())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    int status(String host, String path) throws IOException {
        return Integer.parseInt(
                answer(host, path).substring("HTTP/1.1 ".length()).substring(0, 3));
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.close();
    }

    private static final class Yes extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().write("yes");
        }
    }
}
