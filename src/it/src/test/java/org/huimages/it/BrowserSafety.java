package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What people write stays text; who may not do a thing is not shown its button, and not let through either.
abstract class BrowserSafety {
    private static final String HARM = "</title><script>alert(1)</script><img src=x onerror=alert(2)>\"'><b>";
    private static final String TAG = "<img/src=x/onerror=alert(3)>\"'";

    private final Api api;
    private final Chromium chromium;

    BrowserSafety(Api api, Chromium chromium) {
        this.api = api;
        this.chromium = chromium;
    }

    private Person person(User user) {
        return Person.at(api.http(), chromium, Person.usual()).signedIn(user);
    }

    private String harmful() {
        String id = api.as(User.EDITOR)
                .form(
                        Http.part("file", "<script>alert(4)</script>.jpg", Gallery.picture(5001, 200)),
                        Http.field("title", HARM),
                        Http.field("tags", TAG),
                        Http.field("type", HARM),
                        Http.field("ref.<b>", HARM))
                .text("id");
        api.as(User.EDITOR)
                .json("PUT", "/api/images/" + id + "/users/ann", "{\"favorite\": true}")
                .is(200);
        return id;
    }

    /// A dialog or a script against the policy fails the test when the person leaves.
    @Test
    void markupInTitlesTagsAndNamesStaysText() {
        String id = harmful();
        try (Person root = person(User.ADMIN)) {
            Page page = root.open("image/" + id + "/");
            assertEquals(HARM, page.textContent(".about h1"));
            assertEquals(TAG, page.textContent(".chips li > a"));
            page.click(".chips li > a");
            assertEquals("Tag: " + TAG, root.see("main h1").textContent());
            assertEquals(HARM, page.getAttribute(".tile img", "alt"));
            for (String path : List.of(
                    "",
                    "tags/",
                    "newest/",
                    "favorites/ann/",
                    "search/?q=%3Cscript%3Ealert",
                    "edit/?id=" + id,
                    "image/" + id + "/focal/",
                    "admin/?path=%3Cscript%3Ealert(5)%3C/script%3E",
                    "image/%3Cb%3E/",
                    "signin/?to=//evil.example/")) {
                root.open(path);
                assertEquals(
                        0,
                        page.locator("img[src=x], b:not(.parts b), script:not([src])")
                                .count(),
                        path);
            }
            assertFalse(page.url().contains("evil"), page.url());
            page.fill("#q", "alert");
            root.see(".suggestions [role=option]");
            api.as(User.ADMIN)
                    .send("DELETE", "/api/images/" + id + "?why=%3Cimg%20src=x%3E", new byte[0])
                    .is(204);
            root.open("trash/");
            assertEquals(0, page.locator("img[src=x]").count());
            page.check("#d" + id);
            page.click("main button:has-text('Restore')");
            root.see("article.picture");
        }
    }

    @Test
    void aReaderLooksAndMarksAndChangesNothing() {
        String id = api.as(User.READER).get("/api/images?limit=1").ids().getFirst();
        try (Person rita = person(User.READER)) {
            Page page = rita.open("image/" + id + "/");
            assertEquals(1, page.locator(".heart").count());
            assertEquals(
                    0, page.locator(".retitle, .deeds [href*=focal], .danger").count());
            for (String path : List.of("upload/", "trash/", "admin/", "edit/", "image/" + id + "/focal/")) {
                rita.open(path);
                assertEquals(
                        "this needs the role", rita.see("main p").textContent().substring(0, 19), path);
            }
        }
    }

    @Test
    void whoHasNoRoleIsToldSoAndNobodyHasToSignInFirst() {
        try (Person sam = Person.at(api.http(), chromium, Person.usual())) {
            sam.open("newest/");
            sam.signIn(User.STRANGER);
            assertEquals(
                    "this needs the role huimages-reader", sam.see("main p").textContent());
        }
    }

    /// As another site's form would send it, with the visitor's cookie and without his token.
    @Test
    void anotherSitesFormChangesNothing() {
        String id = api.as(User.READER).get("/api/images?limit=1").ids().getFirst();
        HttpResponse<byte[]> form = api.http().get("/browser/");
        String cookie = Http.header(form, "Set-Cookie").replaceFirst(";.*", "");
        String names = "j_username=ann&j_password=" + URLEncoder.encode(User.EDITOR.password(), StandardCharsets.UTF_8);
        HttpResponse<byte[]> in = post("/browser/j_security_check", names, cookie);
        String session = Http.header(in, "Set-Cookie").replaceFirst(";.*", "");
        String known = session.isEmpty() ? cookie : session;
        assertEquals(200, api.http().get("/browser/", "Cookie", known).statusCode());
        for (String path : List.of("title/", "tags/", "favorite/", "rating/", "private/", "delete/", "focal/")) {
            HttpResponse<byte[]> answer = post(
                    "/browser/image/" + id + "/" + path,
                    "title=x&add=x&favorite=true&rating=3&private=true&x=0&y=0",
                    known);
            assertEquals(403, answer.statusCode(), path);
            assertTrue(Http.text(answer).contains("Your session had ended"), path);
        }
        assertEquals(303, post("/browser/upload/", "x", known).statusCode());
        api.as(User.READER).get("/api/images/" + id).is(200);
    }

    private HttpResponse<byte[]> post(String path, String body, String cookie) {
        return api.http()
                .send(
                        "POST",
                        path,
                        body.getBytes(StandardCharsets.US_ASCII),
                        "Cookie",
                        cookie,
                        "Content-Type",
                        "application/x-www-form-urlencoded");
    }

    @Test
    void pagesMayNotBeFramedAndRunNoScriptOfTheirOwn() {
        HttpResponse<byte[]> page = api.http().get("/browser/login/");
        String policy = Http.header(page, "Content-Security-Policy");
        assertTrue(policy.contains("default-src 'none'") && policy.contains("script-src 'self';"), policy);
        assertTrue(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"), policy);
        assertEquals("nosniff", Http.header(page, "X-Content-Type-Options"));
        assertFalse(Http.text(page).contains("style="), "an inline style");
    }
}
