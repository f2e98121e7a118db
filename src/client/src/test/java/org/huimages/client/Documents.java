package org.huimages.client;

import org.huimages.client.json.Json;

/// Documents as the server sends them.
final class Documents {
    static final String ID = "3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ01";

    private Documents() {}

    static String of(String id, int width, int height, String filename, String... titles) {
        return """
                {"id":"%s","url":"http://x/o/%s.jpeg","width":%d,"height":%d,"length":352727,
                "contentType":"image/jpeg","filename":%s,"titles":%s,"types":["photo"],
                "references":{"artnr":["14600",{"a":1.0}]},"tags":["red"],"ctime":"20090129T235959.000000",
                "mtime":"20100129T235959.000000","formats":["jpeg","webp","png"],"private":false,"focal":null,
                "focalRev":0}""".formatted(
                        id,
                        id,
                        width,
                        height,
                        Json.of(filename).text(),
                        Json.of(java.util.List.of(titles)).text());
    }

    static String landscape() {
        return of(ID, 1000, 750, "IMG_1.JPG", "test");
    }

    static ImageInfo info(String document) {
        return ImageInfo.of(Json.parse(document));
    }
}
