package org.huimages.webapp.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.catalina.LifecycleException;
import org.huimages.testkit.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages of other sites cannot change anything with a visitor's rights.
class CsrfTest {
    private static final String ID = Samples.id(1).text();
    private static final String CHANGE = "{\"addTitle\": \"one\"}";
    private static final String TOKEN = "X-CSRF-Token";

    @TempDir
    Path folder;

    private ApiServer server;

    @BeforeEach
    void start() throws IOException, LifecycleException {
        server = new ApiServer(folder);
        server.save(Samples.document(1));
    }

    @AfterEach
    void stop() throws LifecycleException {
        server.close();
    }

    /// A browser that has signed in by the form.
    private Caller browser(String user) {
        String cookie = cookie(server.send("GET", "/browser/", new byte[0], List.of()));
        String form = "j_username=%s&j_password=%s".formatted(user, TestRealm.password(user));
        HttpResponse<byte[]> signedIn = server.send(
                "POST",
                "/browser/j_security_check",
                form.getBytes(StandardCharsets.UTF_8),
                List.of("Cookie", cookie, "Content-Type", "application/x-www-form-urlencoded"));
        assertEquals(303, signedIn.statusCode());
        String changed = cookie(signedIn);
        return server.anybody().with("Cookie", changed.isEmpty() ? cookie : changed);
    }

    private static String cookie(HttpResponse<?> response) {
        return response.headers().firstValue("Set-Cookie").orElse("").replaceFirst(";.*", "");
    }

    @Test
    void aSessionNeedsItsTokenToChangeAnything() {
        Caller page = browser(TestRealm.EDITOR);
        page.patch(ID, CHANGE).is(403);
        page.with(TOKEN, "").patch(ID, CHANGE).is(403);
        page.with("Origin", server.origin()).patch(ID, CHANGE).is(403);
        String token = page.get("/api/session").is(200).text("csrf");
        assertTrue(token.length() >= 32, token);
        page.patch(ID, CHANGE).is(403);
        page.with(TOKEN, token + "x").patch(ID, CHANGE).is(403);
        assertEquals(List.of(), page.get("/api/images/" + ID).texts("titles"));
        page.with(TOKEN, token).patch(ID, CHANGE).is(200);
        page.with(TOKEN, token)
                .with("Origin", server.origin())
                .patch(ID, CHANGE)
                .is(200);
        page.with(TOKEN, token).send("DELETE", "/api/images/" + ID).is(204);
        page.send("POST", "/api/images/" + ID + "/restore").is(403);
    }

    @Test
    void aSessionNeedsNoTokenToRead() {
        Caller page = browser(TestRealm.READER);
        page.get("/api/images").is(200);
        assertEquals("IMG_0815.JPG", page.get("/api/images/" + ID).text("filename"));
    }

    @Test
    void theTokenIsTheSessionsOwn() {
        Caller one = browser(TestRealm.EDITOR);
        Caller other = browser(TestRealm.EDITOR);
        String token = one.get("/api/session").text("csrf");
        assertEquals(token, one.get("/api/session").text("csrf"));
        assertNotEquals(token, other.get("/api/session").text("csrf"));
        other.with(TOKEN, token).patch(ID, CHANGE).is(403);
    }

    @Test
    void aPageOfAnotherSiteChangesNothingEvenWithTheToken() {
        Caller page = browser(TestRealm.EDITOR);
        String token = page.get("/api/session").text("csrf");
        for (String origin : List.of("https://evil.example", "null", server.origin() + "0", "")) {
            page.with(TOKEN, token).with("Origin", origin).patch(ID, CHANGE).is(403);
        }
    }

    @Test
    void aProgramWithAPasswordNeedsNoToken() {
        Caller ann = server.as(TestRealm.EDITOR);
        ann.patch(ID, CHANGE).is(200);
        ann.with("Origin", server.origin()).patch(ID, CHANGE).is(200);
        ann.with("Origin", "https://evil.example").patch(ID, CHANGE).is(403);
        ann.with("Origin", "https://evil.example").get("/api/images").is(200);
    }

    @Test
    void aPasswordBesideASessionDoesNotReplaceTheToken() {
        Caller page = browser(TestRealm.READER).with("Authorization", Caller.basic("ann", TestRealm.password("ann")));
        page.patch(ID, CHANGE).is(403);
        assertEquals("rita", page.get("/api/session").text("user"));
    }

    @Test
    void everyCallThatChangesAnythingIsProtected() {
        Caller page = browser(TestRealm.ADMIN);
        for (Route route : server.parts.routes()) {
            String path = "/api"
                    + route.template()
                            .replace("{id}", ID)
                            .replace("{user}", "root")
                            .replace("{n}", "1");
            if (!"GET".equals(route.method())) {
                page.send(route.method(), path).is(403);
            }
        }
    }

    @Test
    void theSessionIsToldWhoItIs() {
        assertEquals(
                "{\"user\":null,\"roles\":[],\"csrf\":null}",
                server.anybody().get("/api/session").body().toString());
        assertEquals(
                "{\"user\":\"ann\",\"roles\":[\"huimages-reader\",\"huimages-editor\"],\"csrf\":null}",
                server.as(TestRealm.EDITOR).get("/api/session").body().toString());
        assertEquals(
                List.of("huimages-reader", "huimages-editor", "huimages-admin"),
                server.as(TestRealm.ADMIN).get("/api/session").texts("roles"));
        assertEquals(
                List.of("huimages-monitor"),
                server.as(TestRealm.MONITOR).get("/api/session").texts("roles"));
        Answer page = browser(TestRealm.READER).get("/api/session");
        assertEquals("rita", page.text("user"));
        assertEquals("no-store", page.header("Cache-Control"));
    }
}
