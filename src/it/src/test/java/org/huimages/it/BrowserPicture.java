package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The page of one picture.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserPicture {
    private static final Pattern PICTURE = Pattern.compile(".*/browser/image/[A-Z2-7]{32}01/");

    private final Api api;
    private final Chromium chromium;
    private int number = 2000;

    BrowserPicture(Api api, Chromium chromium) {
        this.api = api;
        this.chromium = chromium;
    }

    private Person person(User user) {
        return Person.at(api.http(), chromium, Person.usual()).signedIn(user);
    }

    private String uploaded(String title) {
        return uploaded(title, Gallery.picture(number++, 500));
    }

    private String uploaded(String title, byte[] jpeg) {
        return api.as(User.EDITOR)
                .form(Http.part("file", "one.jpg", jpeg), Http.field("title", title))
                .is(201)
                .text("id");
    }

    private static String page(String id) {
        return "image/" + id + "/";
    }

    @Test
    void arrowKeysLeadToTheNeighboursAndBack() {
        String id = uploaded("In the middle");
        String next = api.as(User.READER).get("/api/images/" + id + "/next").text("id");
        try (Person reader = person(User.READER)) {
            Page page = reader.open(page(id));
            page.keyboard().press("ArrowRight");
            page.waitForURL("**/" + page(next));
            page.keyboard().press("ArrowLeft");
            page.waitForURL("**/" + page(id));
            page.fill("#add", "x");
            page.keyboard().press("ArrowRight");
            assertTrue(page.url().endsWith(page(id)));
            page.click(".steps a.button");
            page.waitForURL(PICTURE);
        }
    }

    @Test
    void aSwipeLeadsToTheNextOne() {
        String id = uploaded("Under a finger");
        String next = api.as(User.READER).get("/api/images/" + id + "/next").text("id");
        Browser.NewContextOptions phone =
                Person.usual().setViewportSize(390, 800).setHasTouch(true);
        try (Person reader = Person.at(api.http(), chromium, phone).signedIn(User.READER)) {
            Page page = reader.open(page(id));
            page.evaluate("""
                    () => {
                      const stage = document.querySelector('.stage');
                      const at = x => new Touch({ identifier: 1, target: stage, clientX: x, clientY: 300 });
                      stage.dispatchEvent(new TouchEvent('touchstart', { touches: [at(300)], changedTouches: [at(300)] }));
                      stage.dispatchEvent(new TouchEvent('touchend', { touches: [], changedTouches: [at(60)] }));
                    }""");
            page.waitForURL("**/" + page(next));
        }
    }

    @Test
    void theTitleIsChangedWhereItStands() {
        String id = uploaded("First");
        try (Person editor = person(User.EDITOR)) {
            Page page = editor.open(page(id));
            page.click(".about h1");
            page.keyboard().press("Escape");
            assertEquals("First", editor.see(".about h1").textContent());
            page.click("button:has-text('Change title')");
            page.keyboard().type("Second & last");
            page.keyboard().press("Enter");
            editor.see(".toast:has-text('Saved')");
            assertEquals("Second & last", page.textContent(".about h1"));
            assertEquals(
                    List.of("First", "Second & last"),
                    api.as(User.EDITOR).get("/api/images/" + id).texts("titles"));
            page.click(".toast button");
            editor.see(".toast:has-text('It is as it was')");
            assertEquals("First", page.textContent(".about h1"));
            assertEquals(
                    List.of("First"),
                    api.as(User.EDITOR).get("/api/images/" + id).texts("titles"));
        }
    }

    @Test
    void twoPeopleHaveTagsAndRatingsOfTheirOwn() {
        String id = uploaded("For two");
        try (Person rita = person(User.READER);
                Person rolf = person(User.OTHER_READER)) {
            mark(rita, id, "Red, round", 4);
            mark(rolf, id, "round", 9);
            rolf.see(".rated:has-text('6.5 of 10, from 2 ratings')");
            assertEquals(
                    List.of("red", "round"), rolf.page.locator(".chips li > a").allTextContents());
            assertEquals(1, rolf.page.locator(".chips button").count());
            rolf.page.click(".chips button");
            rolf.see(".toast:has-text('round')");
            assertEquals(0, rolf.page.locator(".chips button").count());
            assertEquals(2, rolf.page.locator(".chips li").count());
            rolf.page.click(".toast button");
            rolf.see(".chips button");
            assertEquals(2, rita.open(page(id)).locator(".chips button").count());
            rita.page.click(".stars [data-n='4']");
            rita.see(".rated:has-text('9.0 of 10, from one rating')");
        }
    }

    private static void mark(Person person, String id, String tags, int rating) {
        Page page = person.open(page(id));
        page.fill("#add", tags);
        page.keyboard().press("Enter");
        person.see(".chips button");
        page.click(".heart button");
        person.see(".heart [aria-pressed=true]");
        page.click(".stars [data-n='" + rating + "']");
        person.see(".stars [data-n='" + rating + "'][aria-pressed=true]");
        assertEquals(rating, page.locator(".stars .full").count());
    }

    @Test
    void tagsAreSuggestedByTheirBeginning() {
        String id = uploaded("To be tagged");
        try (Person reader = person(User.READER)) {
            Page page = reader.open(page(id));
            page.focus("#add");
            page.keyboard().type("new, nor");
            reader.see("#add-list [role=option]:has-text('norway')");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            assertEquals("new, norway ", page.inputValue("#add"));
        }
    }

    @Test
    void itTellsOfTheFileAndWarnsOfAPlaceInIt() {
        String placed = uploaded("Placed", Gallery.placed(number++));
        try (Person reader = person(User.READER)) {
            Page page = reader.open(page(placed));
            String facts = page.textContent(".about > section .facts");
            assertTrue(facts.contains("Hulux Box 100") && facts.contains("JPEG"), facts);
            assertEquals(1, page.locator(".warning").count());
            assertEquals(
                    0,
                    reader.open(page(uploaded("Nowhere"))).locator(".warning").count());
        }
    }

    @Test
    void everyNamedSizeAndTheOriginalAreThere() {
        byte[] jpeg = Gallery.picture(number++, 500);
        String id = uploaded("Sizes", jpeg);
        try (Person reader = person(User.READER)) {
            Page page = reader.open(page(id));
            page.click("summary:has-text('All sizes')");
            List<Locator> links = page.locator(".sizes a").all();
            assertEquals(10, links.size());
            for (Locator link : links) {
                String address = link.getAttribute("href");
                assertEquals(200, api.http().get(address).statusCode(), address);
            }
            assertEquals(
                    jpeg.length,
                    api.http().get(page.getAttribute("a[download]", "href")).body().length);
        }
    }

    @Test
    void whatIsCopiedWorksOnAnyPage() {
        String id = uploaded("\"Quoted\" & <copied>");
        try (Person reader = person(User.READER)) {
            reader.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            Page page = reader.open(page(id));
            page.click("summary:has-text('Use this picture')");
            page.click("[data-copy=code2]");
            reader.see(".toast:has-text('Copied')");
            String code = String.valueOf(page.evaluate("navigator.clipboard.readText()"));
            assertEquals(page.inputValue("#code2"), code);
            page.setContent(code);
            assertEquals("\"Quoted\" & <copied>", page.getAttribute("img", "alt"));
            reader.await("document.images[0].complete && document.images[0].naturalWidth > 0");
            assertEquals(2, page.locator("picture source").count());
        }
    }

    @Test
    void itFillsTheWindowToZoomAndPan() {
        String id = uploaded("Large");
        try (Person reader = person(User.READER)) {
            Page page = reader.open(page(id));
            page.focus("a.large");
            page.keyboard().press("Enter");
            reader.see(".pswp--open .pswp__img");
            reader.see(".pswp--ui-visible");
            reader.see(".pswp__img:not(.pswp__img--placeholder)"); // there once it is open: before it hears nothing
            double before = page.locator(".pswp__img").last().boundingBox().width;
            page.locator(".pswp__img").last().dblclick();
            page.waitForCondition(() -> page.locator(".pswp__img").last().boundingBox().width > 1.5 * before);
            page.keyboard().press("Escape");
            reader.await("!document.querySelector('.pswp')");
            assertEquals("large", String.valueOf(page.evaluate("document.activeElement.classList[0]")));
        }
    }

    @Test
    void theFocalPointMovesEveryCrop() {
        String id = uploaded("Off centre");
        try (Person editor = person(User.EDITOR)) {
            Page page = editor.open(page(id) + "focal/");
            String before = page.getAttribute(".crops img", "src");
            page.locator(".target input").click(new Locator.ClickOptions().setPosition(20, 10));
            editor.see(".toast:has-text('Saved')");
            double x = api.as(User.EDITOR)
                    .get("/api/images/" + id)
                    .body()
                    .at("/focal/0")
                    .asDouble();
            assertTrue(x > 0.02 && x < 0.08, () -> "x is " + x);
            String preview =
                    String.valueOf(page.evaluate("document.querySelector('.crops .wide').style.objectPosition"));
            assertNotEquals("", preview);
            page.click(".toast button");
            editor.see(".toast:has-text('It is as it was')");
            assertTrue(api.as(User.EDITOR)
                    .get("/api/images/" + id)
                    .body()
                    .get("focal")
                    .isNull());
            page.locator(".target input").click(new Locator.ClickOptions().setPosition(20, 10));
            editor.see(".toast:has-text('Saved')");
            assertNotEquals(before, editor.open(page(id) + "focal/").getAttribute(".crops img", "src"));
            page.focus(".target input");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("Enter");
            editor.see(".toast:has-text('Saved')");
            double moved = api.as(User.EDITOR)
                    .get("/api/images/" + id)
                    .body()
                    .at("/focal/0")
                    .asDouble();
            assertEquals(x + 0.02, moved, 0.002);
            page.click(".toast button");
            editor.see(".toast:has-text('It is as it was')");
            assertEquals(
                    x,
                    api.as(User.EDITOR)
                            .get("/api/images/" + id)
                            .body()
                            .at("/focal/0")
                            .asDouble(),
                    0.002);
        }
    }

    @Test
    void aSessionThatEndsInTheMiddleOfAnEditCostsNothing() {
        String id = uploaded("Before");
        try (Person editor = person(User.EDITOR)) {
            Page page = editor.open(page(id));
            page.click(".about h1");
            page.fill(".retitling input", "Typed before it ended");
            editor.loseSession();
            page.keyboard().press("Enter");
            editor.see(".toast:has-text('Your session has ended')");
            assertEquals("Typed before it ended", page.inputValue(".retitling input"));
            Page other = page.waitForPopup(() -> page.click(".toast a"));
            other.fill("#j_username", User.EDITOR.title);
            other.fill("#j_password", User.EDITOR.password());
            other.click("main button");
            other.waitForSelector("form[action$='logout/']");
            other.close();
            page.click(".retitling button");
            editor.see(".toast:has-text('Saved')");
            assertEquals(
                    List.of("Before", "Typed before it ended"),
                    api.as(User.EDITOR).get("/api/images/" + id).texts("titles"));
        }
    }

    @Test
    void aPrivatePictureIsShownToReadersAlone() {
        String id = uploaded("Private");
        try (Person editor = person(User.EDITOR)) {
            editor.open(page(id)).click("button:has-text('Make private')");
            editor.see(".badge");
            editor.await("document.querySelector('.large img').naturalWidth > 0");
        }
        try (Person nobody = Person.at(api.http(), chromium, Person.usual())) {
            assertFalse(nobody.open(page(id)).content().contains("Private:"));
            assertEquals("There is nothing here", nobody.see("h1").textContent());
        }
    }
}
