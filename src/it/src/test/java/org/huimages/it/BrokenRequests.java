package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Methods, headers and bodies that no client library sends.
abstract class BrokenRequests {
    private final Api root;
    private final String id;

    BrokenRequests(Api api, String id) {
        this.root = api.as(User.ADMIN);
        this.id = id;
    }

    @Test
    void aMethodThatIsNotDescribedIsNotAllowed() {
        Map<String, Set<String>> methods = new TreeMap<>();
        root.description()
                .operations()
                .keySet()
                .forEach(call -> methods.computeIfAbsent(call.replaceFirst(".* ", ""), path -> new TreeSet<>())
                        .add(call.replaceFirst(" .*", "")));
        methods.values().stream().filter(known -> known.contains("GET")).forEach(known -> known.add("HEAD"));
        methods.forEach((template, known) -> {
            String path = "/api"
                    + template.replace("{id}", id).replace("{user}", "root").replace("{n}", "1");
            for (String method :
                    List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "get")) {
                if (!known.contains(method) && !path.endsWith("/random")) {
                    Answer answer = root.send(method, path).is(405);
                    assertEquals(
                            known, new TreeSet<>(List.of(answer.header("Allow").split(", "))), path);
                }
            }
        });
    }

    @Test
    void headersThatCannotBeReadAreTold() {
        String path = "/api/images/" + id;
        Api anybody = root.as(User.NOBODY);
        for (String basic : List.of("Basic", "Basic ", "Basic %%%", "Basic /w==", "Basic " + "A".repeat(7000))) {
            int status = anybody.with("Authorization", basic).get(path).status();
            assertTrue(status == 400 || (basic.strip().equals("Basic") && status == 200), basic);
        }
        anybody.with("Authorization", "Bearer x").get("/api/images").is(401);
        for (String tags : List.of("x", "\"", "W/", "a".repeat(7000))) {
            root.with("If-Match", tags).json("PATCH", path, "{}").is(400);
            root.with("If-None-Match", tags).get(path).is(200);
        }
        root.with("If-Match", "\"" + "a".repeat(7000) + "\"")
                .json("PATCH", path, "{}")
                .is(412);
        root.with("Range", "bytes=x-").get(path).is(200);
        root.with("Accept", "text/html").get(path).is(200);
    }

    /// Sent by hand; the answer, or nothing where the connection was closed.
    private String sent(String request) {
        URI base = root.http().base();
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException closed) {
            return "";
        }
    }

    private String patch(String headers, String body) {
        return "PATCH /api/images/" + id + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nAuthorization: "
                + Http.basic(User.ADMIN.title, User.ADMIN.password()) + "\r\n" + headers + "\r\n\r\n" + body;
    }

    @Test
    void aRequestThatIsNoneIsRefusedWithoutAWordOnTheInside() {
        for (String request : List.of(
                patch("Content-Length: x", "{}"),
                patch("Content-Length: -1", "{}"),
                patch("Content-Length: 2\r\nContent-Length: 3", "{}"),
                patch("Transfer-Encoding: gzip", "{}"),
                patch("No Colon", "{}"),
                "GET /api/images\0 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/<images> HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/images HTTP/1.1\r\n\r\n",
                "GET /api/images HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001",
                "TRACE /api/images HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")) {
            String answer = sent(request);
            assertTrue(
                    answer.isEmpty() || answer.matches("(?s)HTTP/1.1 (400|405|501|505) .*"), request + "\n" + answer);
            assertFalse(answer.contains("Tomcat") || answer.contains("Exception"), answer);
        }
    }
}
