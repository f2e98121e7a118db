package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// The start page: what it shows, and what it costs.
abstract class BrowserStart {
    private static final String SHIFTS = """
            () => new Promise(done => {
              const shifts = [];
              const what = ({ node, previousRect, currentRect }) =>
                [node?.outerHTML?.slice(0, 80), JSON.stringify(previousRect), JSON.stringify(currentRect)].join(' ');
              new PerformanceObserver(list => list.getEntries().forEach(entry =>
                shifts.push(`${entry.value}: ${entry.sources.map(what).join(' | ')}`)))
                .observe({ type: 'layout-shift', buffered: true });
              setTimeout(() => done(shifts), 300);
            })""";
    private static final String BYTES = """
            () => [...performance.getEntriesByType('resource'), ...performance.getEntriesByType('navigation')]
              .reduce((sum, entry) => sum + entry.encodedBodySize, 0)""";

    private final Api api;
    private final Chromium chromium;

    BrowserStart(Api api, Chromium chromium) {
        this.api = api;
        this.chromium = chromium;
    }

    private Person person(User user) {
        return Person.at(api.http(), chromium, Person.usual()).signedIn(user);
    }

    /// With a cache that holds nothing yet: this is the first test.
    @Test
    void fiftyPicturesComeWithoutMovingAnythingAndInFewRequests() {
        try (Person reader = person(User.READER)) {
            List<String> others = new CopyOnWriteArrayList<>();
            reader.page.onRequest(request -> {
                if (!request.resourceType().equals("image")) {
                    others.add(request.url());
                }
            });
            Page page = reader.open("");
            page.waitForLoadState(LoadState.LOAD);
            assertTrue(page.locator("main .grid .tile").count() >= 50);
            List<String> once = List.copyOf(others);
            assertEquals(3, once.size(), once::toString);
            assertEquals(List.of(), page.evaluate(SHIFTS));
            double bytes = ((Number) page.evaluate(BYTES)).doubleValue();
            assertTrue(bytes > 10_000 && bytes < 700_000, () -> bytes + " bytes");
        }
    }

    /// Pictures may be as slow as they like.
    @Test
    void thePageIsPaintedBeforeAnyPictureHasCome() {
        try (Person reader = person(User.READER)) {
            reader.page.route("**/*.{jpeg,webp,avif}*", held -> {
                // never answered
            });
            reader.page.navigate(
                    api.http().base() + "/browser/",
                    new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
            reader.await("performance.getEntriesByName('first-contentful-paint').length === 1");
        }
    }

    /// Where nothing else runs: that is no matter of the pages alone.
    @Test
    @EnabledIfSystemProperty(named = "huimages.full", matches = "true")
    void itIsPaintedWithinASecondByABrowserThatHasNothingYet() {
        double best = Double.MAX_VALUE;
        for (int tries = 0; tries < 5; tries++) {
            try (Person reader = person(User.READER)) {
                Page page = reader.open("");
                reader.await("performance.getEntriesByName('first-contentful-paint').length === 1");
                best = Math.min(
                        best,
                        ((Number) page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
                                .doubleValue());
            }
        }
        System.out.printf("start page: first contentful paint after %.0f ms%n", best);
        assertTrue(best < 1000, best + " ms");
    }

    @Test
    void whoScrollsSeesMorePicturesAndEachOnce() {
        try (Person reader = person(User.READER)) {
            Page page = reader.open("");
            reader.see(".more [rel=next]");
            List<String> asked = new CopyOnWriteArrayList<>();
            page.onRequest(request -> {
                if (!request.resourceType().equals("image")) {
                    asked.add(request.url());
                }
            });
            page.mouse().wheel(0, 100_000);
            reader.await("document.querySelectorAll('h2 + .grid .tile').length >= 60");
            Object twice = page.evaluate("""
                    () => { const ids = [...document.querySelectorAll('h2 + .grid .tile')].map(tile => tile.dataset.id);
                            return ids.length - new Set(ids).size; }""");
            assertEquals(0, twice);
            assertEquals(0, page.locator(".more [rel=next]").count());
            assertEquals(1, asked.size(), asked::toString);
        }
    }

    @Test
    void itsPagesFollowEachOtherWithoutScriptsToo() {
        try (Person reader = Person.at(api.http(), chromium, Person.usual().setJavaScriptEnabled(false))
                .signedIn(User.READER)) {
            int first = reader.open("").locator("h2 + .grid .tile").count();
            reader.page.click(".more [rel=next]");
            assertEquals(60, first + reader.page.locator(".grid .tile").count());
        }
    }

    @Test
    void tagsAndTheNewestAreThere() {
        try (Person reader = person(User.READER)) {
            reader.open("");
            assertTrue(reader.page.locator(".reel .tile").count() >= 10);
            reader.page.click(".cloud a:has-text('travel')");
            assertEquals("Tag: travel", reader.see("h1").textContent());
        }
    }

    @Test
    void eachVisitBeginsElsewhere() {
        try (Person reader = person(User.READER)) {
            String first = first(reader);
            String other = first(reader);
            for (int tries = 0; tries < 20 && first.equals(other); tries++) {
                other = first(reader);
            }
            assertNotEquals(first, other);
        }
    }

    private static String first(Person reader) {
        return String.valueOf(reader.open("").getAttribute("h2 + .grid .tile >> nth=0", "data-id"));
    }

    @Test
    void itSuggestsTagsAndPicturesWhileSomebodyTypes() {
        try (Person reader = person(User.READER)) {
            Page page = reader.open("");
            page.keyboard().press("/");
            page.keyboard().type("fjo");
            reader.see(".suggestions [role=option]:has-text('Morning over the fjord')");
            page.fill("#q", "");
            page.keyboard().type("nor");
            reader.see(".suggestions [role=option]:has-text('norway')");
            page.keyboard().press("ArrowDown");
            assertEquals("true", page.getAttribute(".suggestions [role=option] >> nth=0", "aria-selected"));
            page.keyboard().press("Enter");
            page.waitForURL("**/tag/norway/");
            page.fill("#q", "seven hills");
            page.keyboard().press("Enter");
            assertEquals("Found: seven hills", reader.see("h1").textContent());
            assertEquals(10, page.locator(".grid .tile").count());
        }
    }

    @Test
    void itSpeaksTheLanguageOfTheBrowser() {
        try (Person german = Person.at(api.http(), chromium, Person.usual().setLocale("de-DE"))) {
            german.open("");
            assertEquals("Anmelden", german.see("h1").textContent());
            german.signIn(User.EDITOR);
            german.see("a:has-text('Hochladen')");
            assertEquals("de", german.page.getAttribute("html", "lang"));
        }
    }
}
