package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.huimages.client.HuImages;
import org.huimages.client.HuImagesException;
import org.huimages.client.Upload;
import org.huimages.testkit.PictureMaker;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A Tomcat as it comes, with TLS, the server in it, and beside it an application whose pages are JSP.
@Timeout(240)
class ClientTomcatIT {
    private static final String TITLE = "\"><script>alert(1)</script> \u05E9\u05DC\u05D5\u05DD \uD83D\uDE00";

    private static final String PAGE = """
            <%@ page contentType="text/html; charset=UTF-8" %>
            <%@ taglib prefix="hu" uri="https://huimages.org/tags" %>
            <!DOCTYPE html>
            <p id="img"><hu:img id="${param.id}" size="small" class="${param.text}" data-x="1" /></p>
            <p id="usual"><hu:img id="${param.id}" /></p>
            <p id="picture"><hu:picture id="${param.id}" size="64x48" widths="32 64 128" sizes="100vw" urgent="true"
                                        alt="${param.text}" /></p>
            <p id="plain"><hu:picture id="${param.id}" size="small" /></p>
            <p><a id="url" href="${hu:url(param.id, 'square')}">as a square</a></p>
            """;

    @TempDir
    static Path folder;

    private static Tls tls;
    private static StockTomcat tomcat;
    private static String id = "";

    @BeforeAll
    static void start() throws Exception {
        tls = Tls.make(folder.resolve("keys"), "localhost");
        TomcatFolder stock = TomcatFolder.in(folder).deploy("img.war");
        tls.addTo(stock.base().resolve("conf/server.xml"));
        writeWar(stock.base().resolve("webapps/pages.war"));
        String server = "http://127.0.0.1:" + stock.port() + "/img";
        tomcat = StockTomcat.start(
                stock,
                Account.MINE,
                Map.of(
                        "IMAGESERVERURL",
                        server,
                        "HUIMAGES_API_URL",
                        server,
                        "HUIMAGESALTADDITION",
                        " - ACME",
                        "HUIMAGES_AVIF",
                        "false"));
        try (HuImages images = client(server)) {
            id = images.saveImage(Upload.of(photo(1), "p.jpg").title(TITLE))
                    .id()
                    .text();
        }
    }

    @AfterAll
    static void stop() {
        tomcat.close();
    }

    private static HuImages client(String server) {
        return HuImages.builder(server)
                .api(server)
                .user("admin", Server.PASSWORD)
                .build();
    }

    private static byte[] photo(int seed) {
        return PictureMaker.jpeg(PictureMaker.photo(320, 240, seed));
    }

    /// As Maven would pack it.
    private static void writeWar(Path war) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
            write(zip, "index.jsp", PAGE.getBytes(StandardCharsets.UTF_8));
            for (String artifact : new String[] {"huimages-client", "huimages-url"}) {
                write(zip, "WEB-INF/lib/" + artifact + ".jar", Files.readAllBytes(ClientArtifact.jar(artifact)));
            }
        }
    }

    private static void write(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static Document page(String query) {
        var answer = tomcat.at("/pages").get("/index.jsp?" + query);
        assertEquals(200, answer.statusCode(), Http.text(answer));
        return Jsoup.parse(Http.text(answer));
    }

    @Test
    void pagesShowPicturesByTags() throws IOException {
        Document page = page("id=" + id + "&text=left%22%3E%3Cb%3E");
        Element image = page.expectFirst("#img > img");
        assertEquals("213", image.attr("width"));
        assertEquals("160", image.attr("height"));
        assertEquals(TITLE + " - ACME", image.attr("alt"));
        assertEquals("left\"><b>", image.attr("class"));
        assertEquals("1", image.attr("data-x"));
        assertIsPicture(image.attr("src"), 213, 160);
        assertEquals("150", page.expectFirst("#usual > img").attr("width"));
        assertEquals(0, page.select("script, b").size());
    }

    @Test
    void pagesShowPicturesInEveryFormat() throws IOException {
        Document page = page("id=" + id + "&text=cat");
        Element image = page.expectFirst("#picture > picture > img");
        assertEquals(1, page.select("#picture > picture > source").size(), "nobody has made an AVIF yet");
        assertEquals(
                1, page.select("#picture > picture > source[type=image/webp]").size());
        assertEquals("high", image.attr("fetchpriority"));
        assertEquals("cat", image.attr("alt"));
        assertEquals("100vw", image.attr("sizes"));
        String[] candidates = image.attr("srcset").split(", ", -1);
        assertEquals(3, candidates.length);
        assertIsPicture(candidates[2].replaceFirst(" 128w$", ""), 128, 96);
        String webp = page.expectFirst("#plain source[type=image/webp]").attr("srcset");
        assertTrue(get(webp.replaceFirst(" 1x,.*", "")).length > 0);
        assertTrue(page.expectFirst("#plain img").attr("style").contains("data:image/webp;base64,"));
    }

    @Test
    void theExpressionLanguageWritesAddresses() throws IOException {
        assertIsPicture(page("id=" + id + "&text=").expectFirst("#url").attr("href"), 75, 75);
    }

    @Test
    void aPictureThatIsNotThereSpoilsNoPage() {
        String unknown = "A".repeat(32) + "01";
        Document page = page("id=" + unknown + "&text=");
        assertTrue(page.expectFirst("#img > img").attr("src").endsWith("/240x160/" + unknown + ".jpeg"));
        assertEquals("- ACME", page.expectFirst("#img > img").attr("alt"));
    }

    private static void assertIsPicture(String address, int width, int height) throws IOException {
        var picture = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(get(address))), address);
        assertEquals(width, picture.getWidth());
        assertEquals(height, picture.getHeight());
    }

    private static byte[] get(String address) {
        String base = tomcat.at("").base().toString();
        assertTrue(address.startsWith(base + "/img/"), address);
        var answer = tomcat.at("").get(address.substring(base.length()));
        assertEquals(200, answer.statusCode(), address);
        return answer.body();
    }

    @Test
    void aCertificateThatIsNotTrustedIsSaidAndTagsGoOn() {
        String server = tls.address() + "/img";
        try (HuImages images = client(server)) {
            HuImagesException refused =
                    assertThrows(HuImagesException.class, () -> images.saveImage(Upload.of(photo(2), "t.jpg")));
            assertEquals(0, refused.status());
            assertTrue(String.valueOf(refused.getMessage()).contains("PKIX"), refused.getMessage());
            assertEquals(
                    "<img src=\"" + server + "/240x160/" + id + ".jpeg\" alt=\"\" />", images.scaledTag(id, "small"));
            assertThrows(HuImagesException.class, () -> images.scaledImageData(id, "small"));
        }
    }

    @Test
    void aTrustedServerIsSpokenToInHttp2() throws Exception {
        String server = tls.address() + "/img";
        try (HuImages images = HuImages.builder(server)
                .api(server)
                .user("admin", Server.PASSWORD)
                .tls(tls.trusting())
                .build()) {
            String saved = images.saveImage(Upload.of(photo(3), "t.jpg")).id().text();
            assertTrue(images.scaledTag(saved, "small").contains("width=\"213\""));
            assertTrue(images.scaledImageData(saved, "small").length > 0);
        }
        assertTrue(tls.protocols(tomcat.folder().base()).contains("HTTP/2.0"));
    }
}
