package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.huimages.testkit.couch.CouchServer;
import org.huimages.testkit.net.S3Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The pages over S3 and CouchDB, where anybody may look.
@Timeout(240)
class BrowserStoresIT {
    private static final String BUCKET = "originals.i.hdimg.net";

    @RegisterExtension
    static final CouchServer COUCH = new CouchServer();

    @TempDir
    static Path folder;

    private static S3Server s3;
    private static Server server;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = Chromium.open();
        s3 = S3Server.start();
        s3.makeBucket(BUCKET);
        Map<String, String> settings = new TreeMap<>();
        settings.put("HUIMAGES_BROWSE", "public");
        settings.put("HUIMAGESCOUCHSERVER", COUCH.address());
        settings.put("HUIMAGES_COUCH_TIMEOUT", "20s");
        settings.put("HUIMAGES3BUCKET", BUCKET);
        settings.put("HUIMAGES_S3_ENDPOINT", s3.endpoint().toString());
        settings.put("AWS_ACCESS_KEY_ID", s3.accessKey());
        settings.put("AWS_SECRET_ACCESS_KEY", s3.secretKey());
        server = Site.start(folder, settings);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            chromium.close();
            server.close();
            s3.close();
        }
    }

    private static Person person() {
        return Person.at(server.http(), chromium, Person.usual());
    }

    @Test
    void everythingWorksThereToo() {
        Api editor = Api.of(server.http()).as(User.EDITOR);
        Gallery.fill(editor, 8, 300);
        try (Person ann = person().signedIn(User.EDITOR)) {
            Page page = ann.open("");
            assertTrue(page.locator("h2 + .grid .tile").count() >= 8);
            page.click("h2 + .grid .tile a >> nth=0");
            ann.see("article.picture");
            page.fill("#add", "couch");
            page.keyboard().press("Enter");
            ann.see(".chips a:has-text('couch')");
            page.click(".heart button");
            ann.see(".heart [aria-pressed=true]");
            page.click(".stars [data-n='8']");
            ann.see(".rated:has-text('8.0 of 10')");
            page.click(".about h1");
            page.fill(".retitling input", "Kept in CouchDB");
            page.keyboard().press("Enter");
            ann.see(".toast:has-text('Saved')");
            assertEquals(1, ann.open("search/?q=kept").locator(".tile").count());
            assertEquals(1, ann.open("tag/couch/?sort=rating").locator(".tile").count());
            assertEquals(1, ann.open("favorites/").locator(".tile").count());
            assertTrue(ann.open("newest/").locator(".tile").count() >= 8);
            deleteAndRestore(ann);
        }
    }

    private static void deleteAndRestore(Person ann) {
        Page page = ann.open("tag/couch/");
        page.locator(".tile a").first().click();
        page.click("summary:has-text('Delete')");
        page.click("text=Move to the trash");
        ann.see(".notice:has-text('moved to the trash')");
        ann.open("trash/").check("td input");
        page.click("main button:has-text('Restore')");
        ann.see("h1:has-text('Kept in CouchDB')");
    }

    @Test
    void whoIsNotSignedInLooksAndTouchesNothing() {
        Api editor = Api.of(server.http()).as(User.EDITOR);
        String id = editor.form(Http.part("file", "named.jpg", Gallery.picture(77, 300)), Http.field("tags", "open"))
                .is(201)
                .text("id");
        editor.form(Http.part("file", "other.jpg", Gallery.picture(78, 300))).is(201);
        try (Person nobody = person()) {
            Page page = nobody.open("tag/open/");
            page.locator(".tile a").first().click();
            nobody.see("article.picture");
            assertEquals(0, page.locator(".heart, .addtags, .retitle").count());
            assertTrue(page.locator(".steps a").count() >= 2, "neighbours, and any other one");
            assertTrue(!page.content().contains("named.jpg"));
            assertEquals("", page.getAttribute("body", "data-csrf"));
            assertEquals(0, nobody.context().cookies().size());
            nobody.open("favorites/");
            nobody.see("#j_username");
            nobody.open("image/" + id + "/").click("text=Sign in");
            nobody.signIn(User.READER);
            nobody.see("a:has-text('Favourites')");
        }
    }
}
