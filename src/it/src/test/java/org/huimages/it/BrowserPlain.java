package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// All of it by somebody whose browser runs no scripts.
abstract class BrowserPlain {
    private final Api api;
    private final Chromium chromium;
    private final Path folder;

    BrowserPlain(Api api, Chromium chromium, Path folder) {
        this.api = api;
        this.chromium = chromium;
        this.folder = folder;
    }

    private Person person(User user) {
        return Person.at(api.http(), chromium, Person.usual().setJavaScriptEnabled(false))
                .signedIn(user);
    }

    private Path file(int number) throws IOException {
        return Files.write(folder.resolve("plain-" + number + ".jpg"), Gallery.picture(number, 200));
    }

    @Test
    void aPictureIsUploadedTitledTaggedRatedDeletedAndRestored() throws IOException {
        try (Person ann = person(User.EDITOR)) {
            Page page = ann.open("upload/");
            page.setInputFiles("#files", file(4001));
            page.fill("#title", "Plain");
            page.fill("#tags", "plain");
            page.click("main button");
            ann.see(".notice:has-text('One picture is new, none was there already.')");
            ann.see("h1:has-text('Plain')");
            page.click("summary:has-text('Change title')");
            page.fill("#newtitle", "Plainer");
            page.click("button:has-text('Save')");
            ann.see("h1:has-text('Plainer')");
            page.click(".notice button");
            ann.see("h1:text-is('Plain')");
            page.click("summary:has-text('Change title')");
            page.fill("#newtitle", "Plainer");
            page.click("button:has-text('Save')");
            page.fill("#add", "simple");
            page.click(".addtags button");
            assertEquals(
                    List.of("plain", "simple"), page.locator(".chips li > a").allTextContents());
            page.click(".chips button[value=plain]");
            ann.see(".notice:has-text('The tag plain was removed.')");
            page.click(".notice button");
            assertEquals(
                    List.of("plain", "simple"), page.locator(".chips li > a").allTextContents());
            page.click(".heart button");
            page.click(".stars button >> nth=6");
            ann.see(".heart [aria-pressed=true]");
            ann.see(".rated:has-text('7.0 of 10, from one rating')");
            delete(ann);
        }
    }

    private static void delete(Person ann) {
        Page page = ann.page;
        String address = page.url();
        page.click("summary:has-text('Delete')");
        page.click("text=Move to the trash");
        ann.see(".notice:has-text('One picture was moved to the trash.')");
        page.navigate(address);
        ann.see("p:has-text('This picture was deleted.')");
        page.click("main button:has-text('Restore')");
        ann.see("h1:has-text('Plainer')");
    }

    @Test
    void severalFilesGoInOneForm() throws IOException {
        try (Person ann = person(User.EDITOR)) {
            Page page = ann.open("upload/");
            page.setInputFiles("#files", new Path[] {file(4011), file(4012)});
            page.click("main button");
            ann.see("h1:has-text('Edit pictures')");
            assertEquals(2, page.locator(".tile").count());
            ann.open("upload/").setInputFiles("#files", folder.resolve("output.log"));
            page.click("main button");
            ann.see(".notice.bad:has-text('output.log')");
        }
    }

    @Test
    void aClickOnThePictureSetsItsFocalPoint() throws IOException {
        String id = api.as(User.EDITOR)
                .form(Http.part("file", "f.jpg", Gallery.picture(4021, 400)))
                .is(201)
                .text("id");
        try (Person ann = person(User.EDITOR)) {
            Page page = ann.open("image/" + id + "/focal/");
            page.locator(".target input").click(new Locator.ClickOptions().setPosition(100, 50));
            ann.see(".notice:has-text('The focal point is set')");
            page.click(".notice button");
            ann.see(".notice:has-text('It is as it was')");
            assertTrue(api.as(User.EDITOR)
                    .get("/api/images/" + id)
                    .body()
                    .get("focal")
                    .isNull());
            page.locator(".target input").click(new Locator.ClickOptions().setPosition(100, 50));
            ann.see(".notice:has-text('The focal point is set')");
            double x = api.as(User.EDITOR)
                    .get("/api/images/" + id)
                    .body()
                    .at("/focal/0")
                    .asDouble();
            assertTrue(x > 0.2 && x < 0.5, () -> "x is " + x);
            page.click("text=Back to the middle");
            ann.see(".notice");
            assertTrue(api.as(User.EDITOR)
                    .get("/api/images/" + id)
                    .body()
                    .get("focal")
                    .isNull());
        }
    }

    @Test
    void aFormThatWasSentAfterTheSessionEndedIsNotLost() {
        String id = api.as(User.EDITOR)
                .form(Http.part("file", "s.jpg", Gallery.picture(4031, 200)), Http.field("title", "Before"))
                .is(201)
                .text("id");
        try (Person ann = person(User.EDITOR)) {
            Page page = ann.open("image/" + id + "/");
            page.click("summary:has-text('Change title')");
            page.fill("#newtitle", "Filled in before");
            ann.loseSession();
            page.click("button:has-text('Save')");
            ann.see("#j_username");
            page.fill("#j_username", User.EDITOR.title);
            page.fill("#j_password", User.EDITOR.password());
            page.click("main button");
            ann.see("h1:has-text('Your session had ended')");
            ann.see("dd:has-text('Filled in before')");
            page.click("text=Do it now");
            ann.see("h1:has-text('Filled in before')");
        }
    }

    @Test
    void aFormToSignInThatHasLainForAnHourIsShownOnceMore() {
        try (Person rita = Person.at(api.http(), chromium, Person.usual().setJavaScriptEnabled(false))) {
            rita.open("newest/");
            rita.loseSession();
            rita.page.fill("#j_username", User.READER.title);
            rita.page.fill("#j_password", User.READER.password());
            rita.page.click("main button");
            rita.see("#j_username");
            rita.signIn(User.READER);
        }
    }

    @Test
    void whoSignsOutIsOut() {
        try (Person rita = person(User.READER)) {
            rita.open("").click("text=Sign out");
            rita.see("#j_username");
            rita.open("newest/");
            rita.see("#j_username");
            rita.page.fill("#j_username", "rita");
            rita.page.fill("#j_password", "wrong");
            rita.page.click("main button");
            rita.see(".wrong");
            rita.signIn(User.READER);
            rita.see("h1:has-text('Newest')");
        }
    }
}
