package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The pages of a server that has no picture yet.
abstract class BrowserEmpty {
    private final Api api;
    private final Chromium chromium;

    BrowserEmpty(Api api, Chromium chromium) {
        this.api = api;
        this.chromium = chromium;
    }

    @Test
    void itSaysWhatToDoFirst() {
        try (Person ann = Person.at(api.http(), chromium, Person.usual()).signedIn(User.EDITOR)) {
            ann.open("");
            assertEquals("There are no pictures yet", ann.see(".empty h2").textContent());
            Screen.shoot(ann.page, "empty");
            ann.page.click(".empty a.main");
            assertEquals("Upload pictures", ann.see("h1").textContent());
        }
    }

    @Test
    void whoMayNotUploadIsToldWhoMay() {
        try (Person rita = Person.at(api.http(), chromium, Person.usual()).signedIn(User.READER)) {
            rita.open("");
            assertEquals(0, rita.page.locator(".empty a.main").count());
            rita.see(".empty p:has-text('huimages-editor')");
        }
    }

    @Test
    void everyPageIsThereWithoutAPicture() {
        try (Person root = Person.at(api.http(), chromium, Person.usual()).signedIn(User.ADMIN)) {
            for (String path : List.of("newest/", "tags/", "favorites/", "trash/", "edit/", "search/?q=x", "tag/x/")) {
                root.open(path);
                root.see(".empty");
            }
            Page page = root.open("image/random/");
            assertEquals(0, page.locator(".tile").count());
            root.see(".empty");
            root.open("admin/");
            root.see(".making:has-text('None has been made since the start.')");
        }
    }
}
