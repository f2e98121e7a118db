package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Every page, light and dark, narrow and wide: for those who look, and for those who cannot.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserLooks {
    private static final String VIOLATIONS = """
            async () => {
              const found = await axe.run(document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
              return found.violations.map(one => one.id + ': ' + one.nodes.map(node => node.html.slice(0, 160)).join(' | '));
            }""";

    private final Api api;
    private final Chromium chromium;

    BrowserLooks(Api api, Chromium chromium) {
        this.api = api;
        this.chromium = chromium;
    }

    /// Paths by name.
    private Map<String, String> pages() {
        String id = api.as(User.READER).get("/api/images?limit=1").ids().getFirst();
        api.as(User.READER)
                .json(
                        "PUT",
                        "/api/images/" + id + "/users/rita",
                        "{\"favorite\": true, \"rating\": 8, \"addTags\": [\"seen\"]}")
                .is(200);
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("start", "");
        pages.put("picture", "image/" + id + "/");
        pages.put("tag", "tag/travel/");
        pages.put("tags", "tags/");
        pages.put("search", "search/?q=hills");
        pages.put("newest", "newest/");
        pages.put("favourites", "favorites/rita/");
        pages.put("upload", "upload/");
        pages.put("edit", "edit/?id=" + id);
        pages.put("focal", "image/" + id + "/focal/");
        pages.put("trash", "trash/");
        pages.put("admin", "admin/?path=/240x160/" + id + "/x.jpeg");
        pages.put("missing", "image/nothing/");
        return pages;
    }

    /// Its pictures lie in target/screens, for the eye. What is found is held against what should be: nothing.
    @Test
    void nothingIsTooWideAndNobodyIsKeptOutByHowAPageIsWritten() {
        String axe = axe();
        Map<String, String> pages = pages();
        Map<String, String> found = new LinkedHashMap<>();
        for (Screen screen : Screen.all()) {
            try (Person root = person(screen).signedIn(User.ADMIN)) {
                pages.forEach((name, path) -> {
                    Page page = root.open(path);
                    measure(page, name, screen, found);
                    if (screen.checked) {
                        look(page, axe, name + " " + screen, found);
                    }
                });
            }
        }
        assertEquals(Map.of(), found);
    }

    private Person person(Screen screen) {
        return Person.at(api.http(), chromium, screen.window());
    }

    private static void measure(Page page, String name, Screen screen, Map<String, String> found) {
        screen.look(page, name);
        int content = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        if (content > screen.width) {
            found.put(name + " is too wide for " + screen, content + " pixels");
        }
    }

    @Test
    void theFormToSignInKeepsNobodyOutEither() {
        String axe = axe();
        Map<String, String> found = new LinkedHashMap<>();
        try (Person nobody = person(Screen.DESK)) {
            look(nobody.open(""), axe, "login", found);
            Screen.DESK.look(nobody.page, "login");
        }
        assertEquals(Map.of(), found);
    }

    private static void look(Page page, String axe, String name, Map<String, String> found) {
        page.evaluate(axe);
        String violations = String.valueOf(page.evaluate(VIOLATIONS));
        if (!violations.equals("[]")) {
            found.put(name, violations);
        }
    }

    /// Where npm brought it.
    private static String axe() {
        Path file = Path.of(Server.given("huimages.axe"));
        Assumptions.assumeTrue(
                Files.exists(file) || Boolean.getBoolean("huimages.it.required"), "npm did not bring axe-core");
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Test
    void everythingIsReachedByTheKeyboardAndSeenToBe() {
        try (Person root = person(Screen.DESK).signedIn(User.ADMIN)) {
            Page page = root.open("newest/");
            page.click(".tile a >> nth=3");
            root.see("article.picture");
            page.keyboard().press("Tab");
            assertEquals("Skip to content", page.evaluate("document.activeElement.textContent"));
            page.keyboard().press("Enter");
            assertEquals("main", page.evaluate("document.activeElement.id"));
            for (int presses = 0; presses < 60; presses++) {
                page.keyboard().press("Tab");
                if (Boolean.TRUE.equals(page.evaluate("document.activeElement.matches('.heart button')"))) {
                    break;
                }
            }
            assertTrue((Boolean) page.evaluate("""
                    () => document.activeElement.matches('.heart button')
                      && getComputedStyle(document.activeElement).outlineStyle !== 'none'"""));
            page.keyboard().press("Space");
            root.see(".heart [aria-pressed=true]");
        }
    }

    @Test
    void whoWantsLessMotionGetsNone() {
        try (Person reader = Person.at(api.http(), chromium, Person.usual().setReducedMotion(ReducedMotion.REDUCE))
                .signedIn(User.READER)) {
            reader.open("");
            assertEquals(
                    "0s",
                    reader.page.evaluate("getComputedStyle(document.querySelector('.caption')).transitionDuration"));
        }
    }
}
