package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.KeyboardModifier;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/// Lists, and what is done with several pictures of them.
abstract class BrowserLists {
    private final Api api;
    private final Chromium chromium;

    BrowserLists(Api api, Chromium chromium) {
        this.api = api;
        this.chromium = chromium;
    }

    private Person person(User user) {
        return Person.at(api.http(), chromium, Person.usual()).signedIn(user);
    }

    private String uploaded(int number, String title, String tags) {
        return api.as(User.EDITOR)
                .form(
                        Http.part("file", "list.jpg", Gallery.picture(number, 200)),
                        Http.field("title", title),
                        Http.field("tags", tags))
                .is(201)
                .text("id");
    }

    @SuppressWarnings("unchecked")
    private static List<String> ids(Page page) {
        return (List<String>)
                page.evaluate("[...document.querySelectorAll('main .tile')].map(tile => tile.dataset.id)");
    }

    @Test
    void aTagCanBeSortedByAgeTitleAndRating() {
        List<String> ids = List.of(
                uploaded(1001, "Bravo", "sortable"),
                uploaded(1002, "charlie", "sortable"),
                uploaded(1003, "Alpha", "sortable"));
        Api rita = api.as(User.READER);
        rita.json("PUT", "/api/images/" + ids.get(0) + "/users/rita", "{\"rating\": 3}")
                .is(200);
        rita.json("PUT", "/api/images/" + ids.get(1) + "/users/rita", "{\"rating\": 9}")
                .is(200);
        try (Person reader = person(User.READER)) {
            Page page = reader.open("tag/sortable/");
            assertEquals(ids.stream().sorted(Comparator.naturalOrder()).toList(), ids(page));
            page.click(".sorts a:has-text('Newest first')");
            assertEquals(ids.reversed(), ids(page));
            page.click(".sorts a:has-text('By title')");
            assertEquals(List.of(ids.get(2), ids.get(0), ids.get(1)), ids(page));
            page.click(".sorts a:has-text('Best rated')");
            assertEquals(List.of(ids.get(1), ids.get(0), ids.get(2)), ids(page));
        }
    }

    /// Style sheet and script are in the browser already.
    @Test
    void noPageAsksForEachOfItsPictures() {
        List<String> ids = api.as(User.READER).get("/api/images?limit=50").ids();
        try (Person editor = person(User.EDITOR)) {
            Page page = editor.open("newest/");
            List<String> asked = new CopyOnWriteArrayList<>();
            page.onRequest(request -> {
                if (!request.resourceType().equals("image")) {
                    asked.add(request.url());
                }
            });
            for (String path : List.of(
                    "newest/",
                    "tag/travel/",
                    "tag/travel/?sort=rating",
                    "search/?q=hills",
                    "edit/?id=" + String.join("&id=", ids),
                    "image/" + ids.getFirst() + "/")) {
                asked.clear();
                editor.open(path);
                assertTrue(page.locator(".tile, article.picture").count() > 0, path);
                List<String> others = asked.stream()
                        .filter(address -> !address.contains("/browser/static/"))
                        .toList();
                assertEquals(1, others.size(), others::toString);
            }
        }
    }

    @Test
    void favouritesArePagesOfTheirOwn() {
        String id = uploaded(1010, "Liked", "liked");
        api.as(User.OTHER_READER)
                .json("PUT", "/api/images/" + id + "/users/rolf", "{\"favorite\": true}")
                .is(200);
        try (Person rolf = person(User.OTHER_READER)) {
            rolf.open("").click(".ways a:has-text('Favourites')");
            assertEquals("My favourites", rolf.see("h1").textContent());
            assertTrue(ids(rolf.page).contains(id), id);
            assertTrue(rolf.page.url().endsWith("/browser/favorites/rolf/"), rolf.page.url());
        }
    }

    @Test
    void theNewestComeFirst() {
        String id = uploaded(1020, "The last one", "last");
        try (Person reader = person(User.READER)) {
            List<String> ids = ids(reader.open("newest/"));
            assertEquals(id, ids.getFirst());
            assertTrue(ids.size() >= 50, () -> ids.size() + " pictures");
        }
    }

    @Test
    void severalAreTaggedTitledAndDeletedAtOnceAndAllOfItUndone() {
        List<String> ids =
                List.of(uploaded(1031, "One", "many"), uploaded(1032, "Two", "many"), uploaded(1033, "Three", "many"));
        try (Person editor = person(User.EDITOR)) {
            Page page = editor.open("tag/many/");
            page.locator(".tile input").nth(0).check();
            page.locator(".tile input")
                    .nth(2)
                    .click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
            assertEquals("3 chosen", editor.see(".count").textContent());
            assertTrue(page.locator(".tile label").first().textContent().startsWith("Choose "), "a blank between");
            page.click("text=Edit the chosen ones");
            page.fill("#bulktags", "Together, also");
            page.click("button[value=add]");
            editor.see(".notice:has-text('3 pictures were changed')");
            assertEquals(
                    List.of("also", "many", "together"),
                    api.as(User.EDITOR).get("/api/images/" + ids.get(1)).texts("tags"));
            page.click(".notice button");
            editor.see(".notice:has-text('It is as it was')");
            assertEquals(
                    List.of("many"),
                    api.as(User.EDITOR).get("/api/images/" + ids.get(1)).texts("tags"));
            page.fill("#bulktitle", "The same");
            page.click("button[value=title]");
            editor.see(".notice:has-text('3 pictures have a new title')");
            page.click(".notice button");
            editor.see(".notice:has-text('It is as it was')");
            assertEquals(
                    List.of("Two"),
                    api.as(User.EDITOR).get("/api/images/" + ids.get(1)).texts("titles"));
            page.click("button[value=delete]");
            editor.see(".notice:has-text('3 pictures were moved to the trash')");
            api.as(User.EDITOR).get("/api/images/" + ids.get(0)).is(410);
            page.click(".notice button");
            editor.see(".notice:has-text('It is as it was')");
            ids.forEach(id -> api.as(User.EDITOR).get("/api/images/" + id).is(200));
        }
    }

    @Test
    void theTrashIsEmptiedPictureByPicture() {
        String back = uploaded(1041, "To come back", "trashed");
        String gone = uploaded(1042, "To go", "trashed");
        api.as(User.EDITOR)
                .send("DELETE", "/api/images/" + back + "?why=by%20mistake", new byte[0])
                .is(204);
        api.as(User.EDITOR).send("DELETE", "/api/images/" + gone, new byte[0]).is(204);
        try (Person root = person(User.ADMIN)) {
            Page page = root.open("trash/");
            root.see("td:has-text('by mistake')");
            page.check("#d" + back);
            page.click("main button:has-text('Restore')");
            page.waitForURL("**/image/" + back + "/");
            root.open("trash/");
            page.check("#d" + gone);
            root.agree();
            page.click("text=Erase for ever");
            root.see(".notice:has-text('One picture was erased')");
            assertEquals(0, page.locator("#d" + gone).count());
        }
        api.as(User.ADMIN).json("POST", "/api/images/" + gone + "/restore", "").is(409);
    }
}
