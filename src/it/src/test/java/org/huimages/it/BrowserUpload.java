package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.huimages.testkit.net.FaultProxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Uploads by people.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserUpload {
    private static final int MANY = Boolean.getBoolean("huimages.full") ? 500 : 60;

    private final Api api;
    private final Chromium chromium;
    private final Path folder;
    private int number = 3000;

    BrowserUpload(Api api, Chromium chromium, Path folder) {
        this.api = api;
        this.chromium = chromium;
        this.folder = folder;
    }

    private Person editor() {
        return Person.at(api.http(), chromium, Person.usual()).signedIn(User.EDITOR);
    }

    private byte[] picture() {
        return Gallery.picture(number++, 120);
    }

    private static FilePayload file(String name, byte[] content) {
        return new FilePayload(name, name.endsWith(".txt") ? "text/plain" : "image/jpeg", content);
    }

    private static void start(Page page) {
        page.click(".upload > .button");
    }

    private static void awaitEnd(Page page, int done, int all, int failed) {
        page.waitForSelector(".words:text-is('%d of %d done, %d failed')".formatted(done, all, failed));
    }

    @Test
    void manyFilesGetTheSameTitleAndTags() {
        List<FilePayload> files = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            files.add(file("many-" + i + "-$&{1}.jpg", picture()));
        }
        try (Person ann = editor()) {
            Page page = ann.open("upload/");
            page.setInputFiles("#files", files.toArray(FilePayload[]::new));
            page.waitForSelector(".files img");
            assertEquals(MANY, page.locator(".files li").count());
            assertEquals("Cancel many-0-$&{1}.jpg", page.getAttribute(".files button >> nth=0", "aria-label"));
            page.fill("#title", "Together");
            page.fill("#tags", "Batch, large");
            page.setDefaultTimeout(120_000);
            start(page);
            awaitEnd(page, MANY, MANY, 0);
            assertEquals(
                    1.0, ((Number) page.evaluate("document.querySelector('.total progress').position")).doubleValue());
            page.click(".total .edit");
            ann.see(".bulk .tile");
            ann.await("document.querySelectorAll('.bulk .tile').length === " + Math.min(200, MANY));
        }
        assertEquals(
                MANY,
                api.as(User.READER)
                        .get("/api/tags?prefix=batch")
                        .body()
                        .at("/tags/0/count")
                        .asInt());
    }

    @Test
    void whatIsThereAlreadyAndWhatIsNoPictureIsSaidInWords() {
        byte[] old = picture();
        api.as(User.EDITOR).form(Http.part("file", "old.jpg", old)).is(201);
        byte[] cut = new byte[old.length / 2];
        System.arraycopy(picture(), 0, cut, 0, cut.length);
        byte[] words = "these are words".getBytes(StandardCharsets.UTF_8);
        try (Person ann = editor()) {
            Page page = ann.open("upload/");
            page.setInputFiles("#files", new FilePayload[] {
                file("old.jpg", old), file("cut.jpg", cut), file("words.jpg", words), file("new.jpg", picture())
            });
            start(page);
            awaitEnd(page, 2, 4, 2);
            assertEquals("already there", page.textContent("li:has-text('old.jpg') .state"));
            assertEquals("done", page.textContent("li:has-text('new.jpg') .state"));
            assertEquals("This is no picture that is taken here", page.textContent("li:has-text('words.jpg') .state"));
            assertTrue(page.textContent("li:has-text('cut.jpg') .state").length() > 5);
            page.click("li:has-text('old.jpg') .state a");
            ann.see("article.picture");
        }
    }

    @Test
    void whatWasDroppedOrPastedIsTakenToo() {
        try (Person ann = editor()) {
            Page page = ann.open("upload/");
            for (String event : List.of("drop", "paste")) {
                page.evaluate(
                        """
                        ([event, name, base64]) => {
                          const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
                          const data = new DataTransfer();
                          data.items.add(new File([bytes], name, { type: 'image/jpeg' }));
                          window.dispatchEvent(event === 'drop'
                            ? new DragEvent('drop', { dataTransfer: data, cancelable: true })
                            : new ClipboardEvent('paste', { clipboardData: data }));
                        }""", List.of(event, event + ".jpg", Base64.getEncoder().encodeToString(picture())));
                ann.see(".files li:has-text('" + event + ".jpg')");
            }
            start(page);
            awaitEnd(page, 2, 2, 0);
        }
    }

    @Test
    void aFolderIsTakenWhole() throws IOException {
        Path album = folder.resolve("album");
        Path inner = Files.createDirectories(album.resolve("inner"));
        Files.write(inner.resolve("a.jpg"), picture());
        Files.write(album.resolve("b.jpg"), picture());
        Files.writeString(inner.resolve("notes.txt"), "no picture");
        try (Person ann = editor()) {
            Page page = ann.open("upload/");
            page.setInputFiles("#folder", album);
            assertEquals(2, page.locator(".files li").count());
            start(page);
            awaitEnd(page, 2, 2, 0);
        }
    }

    @Test
    void aLineThatBreaksIsTriedAgainAndWhatIsCancelledIsNotSent() {
        try (Person ann = editor()) {
            Page page = ann.open("upload/");
            page.route("**/api/images?*", route -> route.abort());
            page.setInputFiles("#files", new FilePayload[] {
                file("one.jpg", picture()), file("two.jpg", picture()), file("three.jpg", picture())
            });
            page.click("li:has-text('two.jpg') button");
            start(page);
            awaitEnd(page, 0, 2, 2);
            String why = page.textContent("li:has-text('one.jpg') .state");
            assertTrue(why.contains("Nothing is lost"), why);
            page.unroute("**/api/images?*");
            page.click(".retry");
            awaitEnd(page, 2, 2, 0);
            assertEquals("cancelled", page.textContent("li:has-text('two.jpg') .state"));
        }
    }

    /// 20 kB a second, each way: the first three would take half a minute.
    @Test
    void aSlowLineShowsItsProgressAndCanBeCut() {
        try (Person ann = editor()) {
            Page page = ann.open("upload/");
            page.setInputFiles("#files", new FilePayload[] {large("one.jpg"), large("two.jpg"), large("three.jpg")});
            ann.slowsDownTo(20_000);
            start(page);
            ann.await("""
                    () => { const bar = document.querySelector('.files progress');
                            return bar && bar.value > 0 && bar.value < bar.max; }""");
            ann.await("""
                    () => { const all = document.querySelector('.total progress').position;
                            return all > 0 && all < 1; }""");
            page.click("li:has-text('two.jpg') button");
            ann.see("li.cancelled:has-text('two.jpg')");
            ann.slowsDownTo(-1);
            awaitEnd(page, 2, 2, 0);
            assertEquals("cancelled", page.textContent("li:has-text('two.jpg') .state"));
        }
    }

    /// What is under way is cut off, and what waits cannot begin.
    @Test
    void aLineThatIsGoneForAWhileLosesNothing() {
        try (FaultProxy line = FaultProxy.before(api.http().base());
                Http http = new Http(line.uri());
                Person ann = Person.at(http, chromium, Person.usual()).signedIn(User.EDITOR)) {
            Page page = ann.open("upload/");
            page.setInputFiles(
                    "#files",
                    new FilePayload[] {large("a.jpg"), large("b.jpg"), large("c.jpg"), large("d.jpg"), large("e.jpg")});
            page.fill("#title", "Over a line that broke");
            ann.slowsDownTo(20_000);
            start(page);
            ann.await("document.querySelector('.total progress').position > 0");
            line.down();
            awaitEnd(page, 0, 5, 5);
            assertTrue(page.textContent(".files .failed .state").contains("Nothing is lost"));
            line.up();
            ann.slowsDownTo(-1);
            page.click(".retry");
            awaitEnd(page, 5, 5, 0);
            assertEquals(5, ann.open("search/?q=line%20broke").locator(".tile").count());
        }
    }

    private FilePayload large(String name) {
        return file(name, Gallery.picture(number++, 1800));
    }

    @Test
    void aQueueThatIsCancelledIsSentNoFurther() {
        try (Person ann = editor()) {
            Page page = ann.open("upload/");
            page.route("**/api/images?*", route -> {
                // never answered: a line that is as slow as can be
            });
            page.setInputFiles("#files", new FilePayload[] {file("slow.jpg", picture())});
            start(page);
            ann.see(".files li.uploading, .files li.working");
            page.click(".total .cancel");
            ann.see(".files li.cancelled");
        }
    }

    /// It was a promise that nobody kept: the file stood there as if it were still being sent.
    @Test
    void aTokenThatCannotBeRenewedIsToldAndNotWaitedForForEver() {
        try (Person ann = editor()) {
            Page page = ann.open("upload/");
            page.route("**/api/images?*", route -> route.fulfill(new Route.FulfillOptions().setStatus(403)));
            page.route("**/api/session", Route::abort);
            page.setInputFiles("#files", new FilePayload[] {file("token.jpg", picture())});
            start(page);
            awaitEnd(page, 0, 1, 1);
            page.unrouteAll();
            page.click(".retry");
            awaitEnd(page, 1, 1, 0);
        }
    }

    @Test
    void aSessionThatEndsMeanwhileLosesNoFile() {
        try (Person ann = editor()) {
            Page page = ann.open("upload/");
            page.setInputFiles("#files", new FilePayload[] {file("late.jpg", picture())});
            ann.loseSession();
            start(page);
            awaitEnd(page, 0, 1, 1);
            Page other = page.waitForPopup(() -> page.click(".files .failed a"));
            other.fill("#j_username", User.EDITOR.title);
            other.fill("#j_password", User.EDITOR.password());
            other.click("main button");
            other.waitForSelector("form[action$='logout/']");
            other.close();
            page.click(".retry");
            awaitEnd(page, 1, 1, 0);
        }
    }

    /// As programs of the old system did: the bare ID, by name and password.
    @Test
    void programsUploadAsTheyDid() {
        byte[] jpeg = picture();
        Answer answer = api.as(User.EDITOR)
                .with("Content-Type", Http.FORM)
                .sendUnchecked(
                        "POST",
                        "/browser/upload/api/?title=By%20program&tags=Old,way",
                        Http.joined(Http.part("uploadfile", "old.jpg", jpeg)));
        answer.is(201);
        assertEquals(Uploads.id(jpeg).text(), answer.raw().strip());
        Answer document = api.as(User.EDITOR).get("/api/images/" + answer.raw().strip());
        assertEquals(List.of("By program"), document.texts("titles"));
        assertEquals(List.of("old", "way"), document.texts("tags"));
        byte[] body = Http.joined(Http.part("uploadfile", "old.jpg", jpeg));
        api.as(User.READER)
                .with("Content-Type", Http.FORM)
                .sendUnchecked("POST", "/browser/upload/api/", body)
                .is(403);
    }
}
