package org.huimages.webapp.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureHostTest {
    @TempDir
    Path folder;

    private HostServer server;

    @BeforeEach
    void start() throws LifecycleException {
        server = new HostServer(folder, new PictureHost("Pics.example.com"));
    }

    @AfterEach
    void stop() throws LifecycleException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pics.example.com", "PICS.example.com:8080", "pics.example.com."})
    void underItsNameThereAreOnlyPictures(String host) throws IOException {
        assertEquals(404, server.status(host, "/api/images"));
        assertEquals(200, server.status(host, "/240x160/x.jpeg"));
    }

    @Test
    void underOtherNamesThereIsEverything() throws IOException {
        assertEquals(200, server.status("www.example.com", "/api/images"));
        assertEquals(200, server.status("127.0.0.1", "/api/images"));
        assertEquals(200, server.status("xpics.example.com", "/api/images"));
    }
}
