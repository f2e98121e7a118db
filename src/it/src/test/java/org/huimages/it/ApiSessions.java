package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.huimages.testkit.PictureMaker;
import org.junit.jupiter.api.Test;

/// Browsers that have signed in by Tomcat's own form.
abstract class ApiSessions {
    private static final String TOKEN = "X-CSRF-Token";
    private static final String CHANGE = "{\"addTitle\": \"by a page\"}";

    private final Api api;

    ApiSessions(Api api) {
        this.api = api;
    }

    private Api browser(User user) {
        HttpResponse<byte[]> form = api.http().get("/browser/");
        HttpResponse<byte[]> signedIn = api.http()
                .send(
                        "POST",
                        "/browser/j_security_check",
                        ("j_username=" + user.title + "&j_password="
                                        + URLEncoder.encode(user.password(), StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.US_ASCII),
                        "Cookie",
                        cookie(form),
                        "Content-Type",
                        "application/x-www-form-urlencoded");
        assertEquals(303, signedIn.statusCode(), Http.text(signedIn));
        String cookie = cookie(signedIn);
        return api.as(User.NOBODY).with("Cookie", cookie.isEmpty() ? cookie(form) : cookie);
    }

    private static String cookie(HttpResponse<?> response) {
        String cookie = Http.header(response, "Set-Cookie");
        assertTrue(cookie.isEmpty() || (cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax")), cookie);
        return cookie.replaceFirst(";.*", "");
    }

    private String uploaded() {
        byte[] photo = PictureMaker.jpeg(PictureMaker.photo(60, 40, 7001));
        return api.as(User.EDITOR).upload(photo, "?filename=seen.jpg").text("id");
    }

    @Test
    void aSessionIsKnownToTheApi() {
        Api page = browser(User.READER);
        assertEquals("rita", page.get("/api/session").text("user"));
        assertEquals("seen.jpg", page.get("/api/images/" + uploaded()).text("filename"));
        page.get("/api/images").is(200);
        page.patch(uploaded(), CHANGE).is(403);
    }

    @Test
    void aPageNeedsTheTokenOfItsSessionToChangeAnything() {
        Api page = browser(User.EDITOR);
        String id = uploaded();
        page.patch(id, CHANGE).is(403);
        page.with("Origin", api.http().base().toString()).patch(id, CHANGE).is(403);
        String token = page.get("/api/session").text("csrf");
        assertTrue(token.length() >= 32, token);
        String others = browser(User.EDITOR).get("/api/session").text("csrf");
        for (String wrong : List.of("", "x", token + "x", others)) {
            page.with(TOKEN, wrong).patch(id, CHANGE).is(403);
        }
        page.with(TOKEN, token)
                .with("Origin", "https://evil.example")
                .patch(id, CHANGE)
                .is(403);
        assertEquals(List.of(), api.as(User.EDITOR).get("/api/images/" + id).texts("titles"));
        page.with(TOKEN, token).patch(id, CHANGE).is(200);
        page.with(TOKEN, token)
                .with("Content-Type", Http.FORM)
                .send(
                        "POST",
                        "/api/images",
                        Http.joined(Http.part("file", "p.jpg", PictureMaker.jpeg(PictureMaker.photo(60, 40, 7002)))))
                .is(201);
        api.as(User.EDITOR).patch(id, "{\"titles\": []}").is(200);
    }

    @Test
    void everyCallThatChangesAnythingNeedsIt() {
        Api page = browser(User.ADMIN).unnoted();
        api.description().operations().keySet().stream()
                .filter(call -> !call.startsWith("GET "))
                .map(call -> call.replace("{id}", "A".repeat(32) + "01")
                        .replace("{user}", "root")
                        .replace("{n}", "1"))
                .map(call -> call.split(" ", 2))
                .forEach(words -> page.send(words[0], "/api" + words[1]).is(403));
    }

    @Test
    void aPrivatePictureIsThereForASessionToo() {
        byte[] photo = PictureMaker.jpeg(PictureMaker.photo(60, 40, 7003));
        Api ann = api.as(User.EDITOR);
        String id = ann.upload(photo, "").text("id");
        ann.patch(id, "{\"private\": true}").is(200);
        String picture = "/20x20/" + id + "/x.jpeg";
        assertEquals(
                200,
                browser(User.READER).sendUnchecked("GET", picture, new byte[0]).status());
        assertEquals(
                404,
                browser(User.STRANGER)
                        .sendUnchecked("GET", picture, new byte[0])
                        .status());
    }
}
