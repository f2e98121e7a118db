package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The page on the server, for administrators.
abstract class BrowserAdmin {
    private final Api api;
    private final Chromium chromium;
    private final Path folder;

    BrowserAdmin(Api api, Chromium chromium, Path folder) {
        this.api = api;
        this.chromium = chromium;
        this.folder = folder;
    }

    private Person root() {
        return Person.at(api.http(), chromium, Person.usual()).signedIn(User.ADMIN);
    }

    private Path original(String id) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.getFileName().toString().equals(id) && Files.isRegularFile(file))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void whatCannotBeMadeIsToldAndTriedAgain() throws IOException {
        String id = api.as(User.EDITOR)
                .form(Http.part("file", "lost.jpg", Gallery.picture(7001, 120)))
                .is(201)
                .text("id");
        Path original = original(id);
        Path elsewhere = folder.resolve("taken-away");
        Files.move(original, elsewhere);
        api.as(User.EDITOR).send("DELETE", "/api/images/" + id + "/renditions").is(204);
        assertEquals(404, api.http().get("/77x77/" + id + ".jpeg").statusCode());
        try (Person root = root()) {
            Page page = root.open("admin/");
            String row = ".failures tr:has-text('" + id + "')";
            String failed = root.see(row).textContent();
            assertTrue(failed.contains("77x77.jpeg") && failed.contains("is missing"), failed);
            page.click(row + " button");
            root.see(".notice.bad:has-text('is missing')");
            Files.move(elsewhere, original);
            page.click(row + " button");
            root.see(".notice:has-text('It was made')");
            assertEquals(0, page.locator(row).count());
            assertTrue(page.locator(".making:not(.failures) tbody tr").count() > 0, "those that took longest");
        }
        assertEquals(200, api.http().get("/77x77/" + id + ".jpeg").statusCode());
    }

    @Test
    void itTellsHowTheServerIsDoing() {
        try (Person root = root()) {
            Page page = root.open("admin/");
            assertEquals(3, page.locator(".parts .good").count());
            assertEquals(3, page.locator(".curve svg").count());
            String found = page.getAttribute(".curve svg >> nth=0", "aria-label");
            assertTrue(found.matches("Found in the cache: \\d+% of \\d+ pictures.*"), found);
        }
    }
}
