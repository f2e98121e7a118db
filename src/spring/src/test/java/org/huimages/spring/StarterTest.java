package org.huimages.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.huimages.client.HuImages;
import org.huimages.client.HuImagesException;
import org.huimages.testkit.net.StubServer;
import org.huimages.testkit.net.StubServer.Request;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A real application with Spring MVC, Thymeleaf and Actuator, and an image server that answers what it is told to.
class StarterTest {
    private static final String BASE = "https://images.example.com/75x75!/" + Gallery.ID;
    private static final String TEXT = "\"><script>alert(1)</script> & more";

    private static StubServer server;
    private static Running gallery;

    @BeforeAll
    static void start() {
        server = new StubServer();
        gallery = Running.start(
                List.of(Gallery.class),
                "--huimages.url=https://images.example.com",
                "--huimages.api-url=" + server.address(),
                "--huimages.user=ann",
                "--huimages.password=secret",
                "--huimages.alt-addition= - ACME",
                "--management.endpoint.health.show-details=always");
    }

    @AfterAll
    static void stop() {
        gallery.close();
        server.close();
    }

    @BeforeEach
    void thePictureIsThere() {
        server.answers(200, Gallery.DOCUMENT);
    }

    private static Document pictures() {
        HttpResponse<String> page = gallery.get("/pictures?text=" + URLEncoder.encode(TEXT, StandardCharsets.UTF_8));
        assertEquals(200, page.statusCode(), page::body);
        assertFalse(page.body().contains("hu:"), page::body);
        return Jsoup.parse(page.body());
    }

    private static Element image(Document page, String paragraph) {
        return page.select("#" + paragraph + " img").getFirst();
    }

    @Test
    void anImageOfATemplateIsTheClientsTag() {
        Element image = image(pictures(), "image");
        assertEquals("https://images.example.com/240x160/" + Gallery.ID + "/A-_waterfall_.jpeg", image.attr("src"));
        assertEquals("213", image.attr("width"));
        assertEquals("160", image.attr("height"));
        assertEquals("A \"waterfall\" - ACME", image.attr("alt"));
        assertEquals("left", image.className());
        assertEquals("\"1\"", image.attr("data-x"));
        assertTrue(image.hasAttr("hidden"));
        assertTrue(image(pictures(), "usual").attr("src").contains("/150x150/"));
    }

    @Test
    void whatTheTemplateSaysIsEscapedOnce() {
        Document page = pictures();
        Element told = image(page, "told");
        assertEquals(TEXT, told.attr("alt"));
        assertEquals(BASE + "/A-_waterfall_.jpeg", told.attr("src"));
        assertEquals("a", told.className());
        assertEquals("7", told.attr("data-product-id"));
        assertEquals(TEXT, image(page, "picture").attr("alt"));
        assertEquals(0, page.select("script").size());
    }

    @Test
    void aPictureOfATemplateHasAllFormatsAndWidths() {
        Document page = pictures();
        assertEquals("image/webp", page.select("#picture > picture > source").attr("type"));
        Element image = image(page, "picture");
        assertEquals("100vw", image.attr("sizes"));
        assertTrue(image.attr("srcset").contains(" 128w"), image.attr("srcset"));
        assertEquals("high", image.attr("fetchpriority"));
        assertEquals(1, page.select("#plain > picture > source").size());
        assertEquals("lazy", image(page, "plain").attr("loading"));
    }

    @Test
    void whereThereIsNoPictureThereIsNoTag() {
        Document page = pictures();
        assertEquals("", page.select("#missing").html());
        assertEquals(1, page.select("#maybe img").size());
    }

    @Test
    void idsComeInAnyForm() {
        List<String> addresses = pictures().select("#list img").eachAttr("src");
        assertEquals(
                List.of(BASE + "/A-_waterfall_.jpeg", BASE + "/A-_waterfall_.jpeg", BASE + "/A-_waterfall_.jpeg"),
                addresses);
    }

    @Test
    void anAddressIsWrittenByAnExpression() {
        assertTrue(pictures().select("#address a").attr("href").contains("/640x480/" + Gallery.ID));
    }

    @ParameterizedTest
    @CsvSource({
        "/of/3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ07, 200, 07",
        "/of/3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ07?other=, 200, 07",
        "/of/3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ07?other=3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ08, 200, 0708",
        "/of/waterfall, 400, ",
        "/of/3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ07?other=waterfall, 400, "
    })
    void anIdIsReadFromAnAddress(String path, int status, String body) {
        HttpResponse<String> answer = gallery.get(path);
        assertEquals(status, answer.statusCode());
        if (status == 200) {
            assertEquals(body, answer.body());
        }
    }

    @Test
    void anIdIsATextInJson() {
        String json = "{\"number\":1,\"picture\":\"" + Gallery.ID + "\"}";
        HttpResponse<String> answer = gallery.post("/json", "application/json", json);
        assertEquals(json.replace("1,", "2,"), answer.body());
        assertEquals(
                400,
                gallery.post("/json", "application/json", json.replace("3I42", ""))
                        .statusCode());
    }

    @Test
    void whatAFormSendsIsSentOn() {
        String form = """
                --x
                Content-Disposition: form-data; name="file"; filename="Wasserf\u00E4lle 1.jpg"
                Content-Type: image/jpeg

                a picture
                --x--
                """.replace("\n", "\r\n");
        HttpResponse<String> answer = gallery.post("/upload", "multipart/form-data; boundary=x", form);
        assertEquals(Gallery.ID, answer.body());
        Request sent = server.requests().getLast();
        assertEquals("POST /api/images", sent.line());
        assertTrue(
                sent.body()
                        .contains(
                                "filename=\"Wasserf\u00E4lle 1.jpg\"\r\nContent-Type: image/jpeg\r\n\r\na picture\r\n"),
                sent::body);
        assertEquals(List.of("Basic YW5uOnNlY3JldA=="), sent.headers().get("Authorization"));
    }

    @ParameterizedTest
    @CsvSource({"200, ok, 200, UP", "200, degraded, 200, UP", "503, down, 503, DOWN", "500, ok, 503, DOWN"})
    void itsHealthIsPartOfTheApplications(int status, String word, int told, String state) {
        server.answers(status, "{\"status\":\"" + word + "\",\"catalog\":\"embedded\"}");
        HttpResponse<String> health = gallery.get("/actuator/health/huImages");
        assertEquals(told, health.statusCode());
        assertTrue(health.body().contains("\"status\":\"" + state + "\""), health::body);
        assertEquals(status != 500, health.body().contains("\"catalog\":\"embedded\""), health::body);
        assertEquals(word.equals("degraded"), health.body().contains("\"degraded\":true"), health::body);
        assertEquals(told, gallery.get("/actuator/health").statusCode());
    }

    @Test
    void itEndsWithTheApplication() {
        HuImages images;
        try (Running brief = Running.start(
                List.of(Gallery.class),
                "--huimages.url=http://x",
                "--huimages.api-url=" + server.address(),
                "--spring.main.web-application-type=none")) {
            images = brief.context().getBean(HuImages.class);
            assertTrue(images.imageInfo(Gallery.ID).isPresent());
        }
        assertThrows(HuImagesException.class, () -> images.imageInfo(Gallery.ID));
    }
}
