package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Bodies that break off, or are cut into chunks that are none: sent by hand, and then nothing more is sent.
abstract class BrokenBodies {
    private static final String FORM = "Content-Type: multipart/form-data; boundary=b";
    private static final String PART =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n";

    private final Api root;
    private final String document;

    BrokenBodies(Api api, String id) {
        this.root = api.as(User.ADMIN);
        this.document = "/api/images/" + id;
    }

    /// The answer, or nothing where the connection was closed.
    private String sent(String call, String type, String body) {
        URI base = root.http().base();
        String head = call + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + type + "\r\nAuthorization: "
                + Http.basic(User.ADMIN.title, User.ADMIN.password()) + "\r\n";
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException closed) {
            return "";
        }
    }

    /// The rest of a request, from the header that tells how long it is.
    private static List<String> broken(String beginning) {
        String chunked = "Transfer-Encoding: chunked\r\n\r\n";
        String first = Integer.toHexString(beginning.length()) + "\r\n" + beginning;
        return List.of(
                "Content-Length: 10000\r\n\r\n",
                "Content-Length: 10000\r\n\r\n" + beginning,
                chunked,
                chunked + "zzz\r\n" + beginning + "\r\n0\r\n\r\n",
                chunked + "ffff\r\n" + beginning,
                chunked + "ffffffffffffffff\r\n" + beginning,
                chunked + first + "xx0\r\n\r\n",
                chunked + first + "\r\nzz\r\n",
                chunked + first);
    }

    private static void assertIsAProblem(String answer, String request) {
        assertTrue(answer.startsWith("HTTP/1.1 400 "), () -> request + "\n" + answer);
        assertTrue(answer.contains("\r\nContent-Type: application/problem+json"), () -> request + "\n" + answer);
        assertTrue(answer.endsWith("\"detail\":\"the body broke off, or cannot be read\"}\n"), answer);
    }

    private String state() {
        return root.get(document).raw()
                + root.get(document + "/users/root").raw()
                + root.get("/api/images?limit=200").ids().size();
    }

    @Test
    void jsonThatBreaksOffIsAProblemAndChangesNothing() {
        String before = state();
        for (String call : List.of(
                "PATCH " + document, "PUT " + document + "/users/root", "POST /api/cache/warm", "POST /api/jobs")) {
            for (String body : broken("{\"addTitle\": \"half")) {
                assertIsAProblem(sent(call, "Content-Type: application/json", body), call + " " + body);
            }
        }
        assertEquals(before, state());
        assertTrue(sent(
                        "PATCH " + document,
                        "Content-Type: application/json",
                        "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n")
                .startsWith("HTTP/1.1 200 "));
    }

    /// Uploads are read while Tomcat's thread lets go of the request: where it meets the broken body before that,
    /// it closes the connection instead.
    @Test
    void anUploadThatBreaksOffIsAProblemOrClosesAndChangesNothing() {
        String before = state();
        for (String type : List.of("Content-Type: image/jpeg", FORM)) {
            for (String body : broken(type.equals(FORM) ? PART + "\u00ff\u00d8\u00ff" : "\u00ff\u00d8\u00ff")) {
                String answer = sent("POST /api/images", type, body);
                if (!answer.isEmpty()) {
                    assertIsAProblem(answer, type + " " + body);
                }
            }
        }
        assertEquals(before, state());
    }

    /// Who may not call need not send: the answer is the one that he would get in any case.
    @Test
    void aBodyThatIsNotReadDoesNotMatter() {
        for (String body : broken("{")) {
            String answer = sent("GET " + document, "Content-Type: application/json", body);
            assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 200 "), () -> body + "\n" + answer);
            String none = sent("PATCH /api/nothing", "Content-Type: application/json", body);
            assertTrue(none.isEmpty() || none.startsWith("HTTP/1.1 404 "), () -> body + "\n" + none);
            assertFalse(answer.contains("Tomcat") || none.contains("Tomcat"), answer + none);
        }
    }
}
