package org.huimages.webapp.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownHostsTest {
    @TempDir
    Path folder;

    private HostServer server;

    @BeforeEach
    void start() throws LifecycleException {
        server = new HostServer(
                folder,
                new KnownHosts(
                        Set.of("www.example.com", "[2001:db8::1]"),
                        Optional.of(URI.create("https://Pics.example.com/img"))));
    }

    @AfterEach
    void stop() throws LifecycleException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "www.example.com",
                "WWW.example.com.:8443",
                "[2001:db8::1]",
                "pics.example.com",
                "localhost:8080",
                "127.0.0.1",
                "[::1]:8080"
            })
    void namesThatAreListedAreAnswered(String host) throws IOException {
        assertEquals(200, server.status(host, "/api/images"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "www.example.com.evil.example", "10.0.0.1", "127.0.0.2"})
    void othersAreRefused(String host) throws IOException {
        assertEquals(400, server.status(host, "/api/images"));
        assertEquals(200, server.status(host, "/240x160/x.jpeg"));
    }

    @Test
    void theRefusalIsAProblemThatNamesTheSettingAndNotTheHost() throws IOException {
        String answer = server.answer("evil.example", "/api/images");
        assertTrue(answer.contains("application/problem+json") && answer.contains("HUIMAGES_HOSTS"), answer);
        assertTrue(!answer.contains("evil"), answer);
    }
}
