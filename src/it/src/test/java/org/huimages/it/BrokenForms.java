package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.huimages.testkit.PictureMaker;
import org.junit.jupiter.api.Test;

/// Forms that no browser sends.
abstract class BrokenForms {
    private static final byte[] PHOTO = PictureMaker.jpeg(PictureMaker.photo(60, 40, 9100));
    private static final String FILE = "Content-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n";

    private final Api ann;

    BrokenForms(Api api) {
        this.ann = api.as(User.EDITOR);
    }

    private Answer send(String type, byte[] body) {
        return ann.with("Content-Type", type).send("POST", "/api/images", body);
    }

    private Answer send(String head, byte[] content, String tail) {
        return send("multipart/form-data; boundary=b", joined(text(head), content, text(tail)));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        List.of(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void aFormThatCannotBeReadIsTold() {
        byte[] whole = joined(text("--b\r\n" + FILE + "\r\n"), PHOTO, text("\r\n--b--\r\n"));
        for (String type : List.of(
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=" + "b".repeat(7000),
                "multipart/form-data; charset=nope; boundary=b",
                "multipart/form-data; boundary=other",
                "multipart/")) {
            send(type, whole).is(400);
        }
        for (String head : List.of(
                "",
                "--b",
                "--b--",
                "--b\r\n",
                "--b\r\n\r\n",
                "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--",
                "--b\r\nX: " + "y".repeat(20_000) + "\r\n\r\nx\r\n--b--",
                "--b\r\nno header at all\r\n\r\nx\r\n--b--",
                "--b\r\n" + FILE + "Content-Type: multipart/mixed\r\n\r\n--q--\r\n--b--")) {
            send(head, new byte[0], "").is(400);
        }
    }

    @Test
    void aFormThatBreaksOffLeavesNothing() {
        int before = ann.get("/api/images?limit=200").ids().size();
        send("--b\r\n" + FILE + "\r\n", PHOTO, "").is(400);
        byte[] page = text("<html>");
        send("--b\r\n" + FILE + "\r\n", page, "\r\n--b--").is(415);
        send("--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\n\r\n", PHOTO, "\r\n--b--")
                .is(422);
        send("--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n", PHOTO, "\r\n--b--")
                .is(422);
        send("--b\r\n" + FILE + "\r\n", new byte[0], "\r\n--b--").is(400);
        assertEquals(before, ann.get("/api/images?limit=200").ids().size());
    }

    @Test
    void aFileMayHaveAnyName() {
        for (String name : List.of(
                "filename=\"a\0b.jpg\"",
                "filename=\"../../../etc/passwd\"",
                "filename=\"C:\\dir\\a.jpg\"",
                "filename=\"<script>.jpg\"",
                "filename=\"\u00FF\u00FE.jpg\"",
                "filename=\"" + "n".repeat(9000) + ".jpg\"",
                "filename=\"=?x?B?####?=\"",
                "filename=\"\"",
                "filename*=UTF-8''%ff%zz",
                "filename")) {
            Answer answer = send(
                    "--b\r\nContent-Disposition: form-data; name=\"file\"; " + name + "\r\n\r\n", PHOTO, "\r\n--b--");
            assertTrue(answer.status() <= 201, () -> name + " " + answer.raw());
            assertTrue(
                    !answer.text("filename").contains("/")
                            && !answer.text("filename").contains("\\"),
                    name);
        }
        send(
                        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + "n".repeat(12_000)
                                + "\"\r\n\r\n",
                        PHOTO,
                        "\r\n--b--")
                .is(422);
    }
}
