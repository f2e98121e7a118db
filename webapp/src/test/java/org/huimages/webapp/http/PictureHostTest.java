package org.huimages.webapp.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.DispatcherType;
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
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureHostTest {
    @TempDir
    Path folder;

    private final Tomcat tomcat = new Tomcat();

    @BeforeEach
    void start() throws LifecycleException {
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", folder.toString());
        context.addServletContainerInitializer(
                (classes, servletContext) -> {
                    servletContext.addServlet("all", new Yes()).addMapping("/");
                    servletContext
                            .addFilter("picture-host", new PictureHost("Pics.example.com"))
                            .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/api/*");
                },
                Set.of());
        tomcat.start();
    }

    @AfterEach
    void stop() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pics.example.com", "PICS.example.com:8080", "pics.example.com."})
    void underItsNameThereAreOnlyPictures(String host) throws IOException {
        assertEquals(404, status(host, "/api/images"));
        assertEquals(200, status(host, "/240x160/x.jpeg"));
    }

    @Test
    void underOtherNamesThereIsEverything() throws IOException {
        assertEquals(200, status("www.example.com", "/api/images"));
        assertEquals(200, status("127.0.0.1", "/api/images"));
        assertEquals(200, status("xpics.example.com", "/api/images"));
    }

    private int status(String host, String path) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), tomcat.getConnector().getLocalPort())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring("HTTP/1.1 ".length()).substring(0, 3));
        }
    }

    private static final class Yes extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().write("yes");
        }
    }
}
