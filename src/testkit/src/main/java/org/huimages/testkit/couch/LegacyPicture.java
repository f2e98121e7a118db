package org.huimages.testkit.couch;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.huimages.header.Orientation;
import org.huimages.testkit.PictureMaker;
import org.huimages.url.ImageId;

/// A picture as older systems kept it: attached to its document, under the name of its file.
///
/// @param fields what the document says of it, as JSON, without braces
/// @param bytes what is attached; what the ID says, if nothing went wrong
@SuppressWarnings("ArrayRecordComponent") // nobody compares two
public record LegacyPicture(ImageId id, String fields, String name, String type, byte[] bytes) {
    private static final String DATES = "\"ctime\": \"20090129T235959.000000\", \"mtime\": \"20090301T000000.123456\"";

    /// With titles, types, and references of every kind. What it says of its size ignores how it is turned.
    static LegacyPicture turned(Orientation orientation) {
        BufferedImage upright = PictureMaker.photo(64, 48, orientation.exif());
        return of(
                DATES + """
                , "title": ["first", "Zw\u00f6lf B\u00f6cke"], "types": ["product"], "width": %d, "height": %d,
                "references": {"artnr": ["14600/03", null, 1.50, -0.0, 12345678901234567890, {"a": [null, 1e5]}],
                               "odd": 7, "none": []},
                "unknown": {"deep": [1.0, null, {"x": "\u00fc"}]}, "void": null
                """.formatted(48, 64),
                "Fotos 2009/100% Gr\u00fc\u00dfe #" + orientation.exif() + "+.jpeg",
                "image/jpeg",
                PictureMaker.jpeg(upright, orientation));
    }

    /// One that could not be decoded: a bare `deleted`, without a size.
    static LegacyPicture undecoded() {
        return of(DATES + ", \"title\": [\"scan\"], \"deleted\": true", "scan.tif", "image/tiff", tiff());
    }

    /// One whose times and sizes have forms of their own.
    static LegacyPicture odd() {
        return of(
                "\"ctime\": \"yesterday\", \"title\": \"no list\", \"width\": \"None\", \"height\": null",
                "odd.png",
                "application/octet-stream",
                PictureMaker.png(PictureMaker.photo(20, 10, 77)));
    }

    /// One whose bytes are not those of its ID.
    static LegacyPicture damaged() {
        LegacyPicture whole = of(DATES, "cut.jpeg", "image/jpeg", PictureMaker.jpeg(PictureMaker.photo(32, 32, 78)));
        byte[] cut = java.util.Arrays.copyOf(whole.bytes, whole.bytes.length / 2);
        return new LegacyPicture(whole.id, whole.fields, whole.name, whole.type, cut);
    }

    private static LegacyPicture of(String fields, String name, String type, byte[] bytes) {
        return new LegacyPicture(id(bytes), fields, name, type, bytes);
    }

    private static ImageId id(byte[] bytes) {
        try {
            return ImageId.of(MessageDigest.getInstance("SHA-1").digest(bytes), "01");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] tiff() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(PictureMaker.photo(30, 20, 79), "tiff", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// The document, with the bytes in it.
    String json() {
        return "{\"_id\": \"%s\", %s, \"_attachments\": {\"%s\": {\"content_type\": \"%s\", \"data\": \"%s\"}}}"
                .formatted(id, fields, name, type, Base64.getEncoder().encodeToString(bytes));
    }
}
