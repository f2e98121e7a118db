package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Somebody before a browser. When he goes, no script may have failed, and nothing may have been against the pages'
/// own Content-Security-Policy.
final class Person implements AutoCloseable {
    private static final double PATIENCE = 20_000;

    private final Http http;
    private final String base;
    private final BrowserContext context;
    private final CDPSession developer;
    private final List<String> mistakes = new ArrayList<>();
    private boolean agrees;
    final Page page;

    private Person(Http http, BrowserContext context) {
        this.http = http;
        this.base = http.base() + "/browser/";
        this.context = context;
        context.setDefaultTimeout(PATIENCE);
        this.page = context.newPage();
        this.developer = context.newCDPSession(page);
        page.onPageError(mistakes::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                mistakes.add(message.text());
            }
        });
        page.onDialog(this::answer);
    }

    /// No page asks for anything, but for what he has been told it will.
    private void answer(Dialog dialog) {
        if (agrees) {
            dialog.accept();
        } else {
            mistakes.add("a dialog: " + dialog.message());
            dialog.dismiss();
        }
    }

    /// From now on he says yes to whatever a page asks him.
    void agree() {
        agrees = true;
    }

    /// What he uses: a desk's screen, light, English, with scripts.
    static Browser.NewContextOptions usual() {
        return new Browser.NewContextOptions()
                .setViewportSize(1440, 900)
                .setLocale("en-US")
                .setColorScheme(ColorScheme.LIGHT);
    }

    static Person at(Http http, Chromium chromium, Browser.NewContextOptions options) {
        return new Person(http, chromium.browser().newContext(options));
    }

    /// Has signed in before: he comes with the cookie of a session.
    Person signedIn(User user) {
        context.addCookies(List.of(new Cookie("JSESSIONID", session(user)).setUrl(http.base() + "/")));
        return this;
    }

    /// A session, made as a browser makes it: one shows the form, one answers it.
    private String session(User user) {
        String shown = cookie(http.get("/browser/signin/"));
        String filled = "j_username=" + user.title + "&j_password="
                + URLEncoder.encode(user.password(), StandardCharsets.UTF_8);
        String known = cookie(http.send(
                "POST",
                "/browser/j_security_check",
                filled.getBytes(StandardCharsets.US_ASCII),
                "Cookie",
                "JSESSIONID=" + shown,
                "Content-Type",
                "application/x-www-form-urlencoded"));
        return known.isEmpty() ? shown : known;
    }

    private static String cookie(HttpResponse<?> answer) {
        return Http.header(answer, "Set-Cookie")
                .replaceFirst("^JSESSIONID=", "")
                .replaceFirst(";.*", "");
    }

    /// Until this is true in the page.
    void await(String expression) {
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate(expression)));
    }

    /// By the form that is there.
    void signIn(User user) {
        page.fill("#j_username", user.title);
        page.fill("#j_password", user.password());
        page.click("main button");
        page.waitForSelector("form[action$='logout/']");
    }

    /// @param path below `/browser/`
    Page open(String path) {
        page.navigate(base + path);
        return page;
    }

    Locator see(String selector) {
        Locator found = page.locator(selector).first();
        found.waitFor();
        return found;
    }

    /// His line is slow from now on.
    ///
    /// @param bytes a second, each way; -1 for as many as there can be
    void slowsDownTo(int bytes) {
        JsonObject line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", 0);
        line.addProperty("downloadThroughput", bytes);
        line.addProperty("uploadThroughput", bytes);
        developer.send("Network.emulateNetworkConditions", line);
    }

    /// As if half an hour had passed.
    void loseSession() {
        context.clearCookies();
    }

    BrowserContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
        assertEquals(List.of(), mistakes);
    }
}
