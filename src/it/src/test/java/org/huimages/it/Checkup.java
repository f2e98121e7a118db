package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.huimages.testkit.PictureMaker;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageId;

/// What an administrator tries after he has installed it.
final class Checkup {
    private Checkup() {}

    /// It is ready, takes a picture, and gives it in another size.
    ///
    /// @param seed another picture for each
    static ImageId pass(Http http, long seed) {
        assertEquals(200, http.get("/health/ready").statusCode());
        byte[] photo = PictureMaker.jpeg(PictureMaker.photo(640, 480, seed));
        HttpResponse<byte[]> created = http.upload("photo.jpg", photo);
        assertEquals(201, created.statusCode(), Http.text(created));
        ImageId id = Uploads.id(photo);
        assertTrue(Http.text(created).contains("\"url\":\"" + http.base() + "/o/" + id + ".jpeg\""));
        serves(http, id);
        return id;
    }

    /// It has the picture that another one took.
    static void serves(Http http, ImageId id) {
        HttpResponse<byte[]> answer = http.get("/240x160/" + id + "/photo.jpeg");
        assertEquals(200, answer.statusCode(), () -> Http.text(answer));
        assertEquals(new Dimensions(213, 160), Http.dimensions(answer));
    }

    /// AVIF is made by another process, which has to find Java, our classes and libvips.
    static void makesAvif(Http http, ImageId id) {
        HttpResponse<byte[]> answer = http.avif("/64x64/" + id + "/photo.avif");
        assertEquals(200, answer.statusCode(), () -> Http.text(answer));
        assertEquals("image/avif", Http.header(answer, "Content-Type"));
    }
}
