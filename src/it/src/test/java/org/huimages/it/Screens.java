package org.huimages.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Makes the pictures of the pages that the README shows. Run by name alone: `mvn verify -Dit.test=Screens`.
class Screens {
    private static final int PICTURES = 64;
    private static final int EDGE = 1500;
    private static final int QUALITY = 78;

    @TempDir
    Path folder;

    @Test
    void make() {
        try (Chromium chromium = Chromium.open();
                Server server = Site.start(folder, Map.of())) {
            Api editor = Api.of(server.http()).as(User.EDITOR);
            List<String> ids = Gallery.fill(editor, PICTURES, EDGE);
            editor.json(
                            "PUT",
                            "/api/images/" + ids.getFirst() + "/users/ann",
                            "{\"favorite\": true, \"rating\": 8, \"addTags\": [\"fjord\", \"norway\", \"best\"]}")
                    .is(200);
            try (Person light = Person.at(server.http(), chromium, window(ColorScheme.LIGHT))
                    .signedIn(User.EDITOR)) {
                shoot(light.open(""), "start");
                shoot(light.open("image/" + ids.getFirst() + "/"), "picture");
                shoot(uploading(light), "upload");
            }
            try (Person dark =
                    Person.at(server.http(), chromium, window(ColorScheme.DARK)).signedIn(User.EDITOR)) {
                Page page = dark.open("tag/evening/");
                page.locator(".tile input").nth(1).check();
                page.locator(".tile input").nth(3).check();
                shoot(page, "choose");
            }
        }
    }

    private static Browser.NewContextOptions window(ColorScheme scheme) {
        return Person.usual().setColorScheme(scheme).setViewportSize(1200, 760);
    }

    private static Page uploading(Person person) {
        Page page = person.open("upload/");
        page.setInputFiles(
                "#files",
                IntStream.range(1, 10)
                        .mapToObj(number -> new FilePayload(
                                "evening-" + number + ".jpg", "image/jpeg", Gallery.picture(100 + number, 600)))
                        .toArray(FilePayload[]::new));
        page.fill("#title", "An evening in the hills");
        page.click(".upload > .button");
        page.waitForSelector(".words:has-text('9 of 9')");
        return page;
    }

    private static void shoot(Page page, String name) {
        page.waitForLoadState();
        page.mouse().move(5, 755);
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("""
                () => [...document.images].every(image => {
                  const place = image.getBoundingClientRect();
                  return image.complete || place.top > innerHeight || place.left > innerWidth;
                })""")));
        page.screenshot(new Page.ScreenshotOptions()
                .setType(ScreenshotType.JPEG)
                .setQuality(QUALITY)
                .setPath(Path.of(Server.given("huimages.readme")).resolve(name + ".jpeg")));
    }
}
