package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.net.FaultProxy;
import org.huimages.url.Dimensions;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The sample shop with the real server behind it, as somebody sees it who buys something.
@Timeout(300)
class ShopIT {
    private static final int ALL = Boolean.getBoolean("huimages.full") ? 200 : 60;

    private static final int ON_A_PAGE = 24;

    @TempDir
    static Path folder;

    private static Server server;
    private static FaultProxy line;
    private static ShopProcess shop;

    @BeforeAll
    static void open() throws IOException {
        server = Server.start(Files.createDirectory(folder.resolve("server")), Map.of());
        line = FaultProxy.before(server.http().base());
        shop = ShopProcess.start(
                Files.createDirectory(folder.resolve("shop")),
                "--shop.articles=" + ALL,
                "--huimages.url=" + server.http().base(),
                "--huimages.api-url=" + line.uri(),
                // Room for one page alone: those that were uploaded are forgotten.
                "--huimages.cache.documents=" + ON_A_PAGE);
    }

    @AfterAll
    static void close() {
        shop.close();
        line.close();
        server.close();
    }

    private static Document page(String path) {
        HttpResponse<byte[]> answer = shop.http().get(path);
        assertEquals(200, answer.statusCode(), () -> Http.text(answer));
        return Jsoup.parse(Http.text(answer), shop.http().base().toString());
    }

    private static HttpResponse<byte[]> picture(String address) {
        HttpResponse<byte[]> answer = server.http()
                .get(address.substring(server.http().base().toString().length()));
        assertEquals(200, answer.statusCode(), address);
        return answer;
    }

    @Test
    void aPageOfTheListTakesOneCall() {
        page("/?page=0");
        int before = line.requests();
        assertEquals(ON_A_PAGE, page("/?page=1").select("main img[width]").size());
        assertEquals(before + 1, line.requests());
        page("/?page=1");
        assertEquals(before + 1, line.requests());
    }

    @Test
    void allArticlesAreOnThePages() {
        int articles = 0;
        Document page = page("/");
        while (!page.select("a[rel=next]").isEmpty()) {
            articles += page.select("main img").size();
            page = page(path(page.select("a[rel=next]").attr("href")));
        }
        assertEquals(ALL, articles + page.select("main img").size());
    }

    private static String path(String address) {
        return address.replace(shop.http().base().toString(), "");
    }

    @Test
    void tagsSayHowLargeTheFilesAre() {
        List<Element> images = page("/").select("main img");
        assertEquals(ON_A_PAGE, images.size());
        images.forEach(ShopIT::assertExact);
        assertTrue(images.getFirst().attr("alt").endsWith(" no. 1"), images.getFirst()::outerHtml);
        assertExact(page("/articles/7").select("picture > img").getFirst());
    }

    private static void assertExact(Element image) {
        Dimensions told = new Dimensions(Integer.parseInt(image.attr("width")), Integer.parseInt(image.attr("height")));
        assertEquals(Http.dimensions(picture(image.attr("src"))), told, image::outerHtml);
    }

    @Test
    void anArticleIsShownInEveryFormat() {
        Document page = page("/articles/8");
        String webp =
                page.select("picture > source[type=image/webp]").attr("srcset").split(" ", 2)[0];
        assertEquals("image/webp", Http.header(picture(webp), "Content-Type"));
        assertEquals("image/jpeg", Http.header(picture(page.select("a.large").attr("href")), "Content-Type"));
        assertEquals(404, shop.http().get("/articles/" + (ALL + 1)).statusCode());
    }

    /// As a browser sends the form of an article.
    private static Document upload(int number, String name, byte[] file) {
        Element form = page("/articles/" + number).select("form").getFirst();
        assertEquals("multipart/form-data", form.attr("enctype"));
        byte[] body = Http.joined(Http.part(form.select("input[type=file]").attr("name"), name, file));
        return Jsoup.parse(Http.text(shop.post(form.attr("action"), body)));
    }

    @Test
    void anotherPictureIsUploadedByTheForm() {
        byte[] photo = PictureMaker.jpeg(PictureMaker.photo(1500, 1000, 77));
        String id = Uploads.id(photo).text();
        String before = page("/articles/3").select("picture > img").attr("src");
        assertNotEquals(id, before.replaceFirst(".*/([A-Z2-7]{32}01)[/.].*", "$1"));
        Element after = upload(3, "Wasserf\u00E4lle \"3\".jpg", photo)
                .select("picture > img")
                .getFirst();
        assertTrue(after.attr("src").contains("/640x480/" + id + "/"), after::outerHtml);
        assertExact(after);
        assertTrue(page("/").select("main a[href=/articles/3] img").attr("src").contains(id));
        String document = Http.text(server.http().get("/api/images/" + id, "Authorization", Http.ADMIN));
        assertTrue(document.contains("\"artnr\":[\"3\"]"), document);
        assertTrue(document.contains("\"filename\":\"Wasserf\u00E4lle "), document);
    }

    @Test
    void whatIsNoPictureIsRefusedInTheServersWords() {
        String before = page("/articles/4").select("picture > img").attr("src");
        Document after = upload(4, "x.jpg", "no picture".getBytes(StandardCharsets.UTF_8));
        assertTrue(after.select("form .refused").text().startsWith("415: "), after::html);
        assertEquals(before, after.select("picture > img").attr("src"));
    }

    @Test
    void withoutTheServerItsHealthIsDownAndPagesAreThere() {
        assertEquals(200, shop.http().get("/actuator/health").statusCode());
        page("/?page=1");
        line.down();
        try {
            HttpResponse<byte[]> health = shop.http().get("/actuator/health");
            assertEquals(503, health.statusCode(), () -> Http.text(health));
            assertEquals(ON_A_PAGE, page("/?page=1").select("main img[width]").size());
        } finally {
            line.up();
        }
        assertEquals(200, shop.http().get("/actuator/health").statusCode());
    }
}
