package org.huimages.it;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.huimages.testkit.JpegSegments;
import org.huimages.testkit.PictureMaker;

/// Pictures for people to look at, with titles and tags.
final class Gallery {
    private static final List<String> TITLES = List.of(
            "Morning over the fjord", "The old road", "Evening light", "Ridge after rain", "Seven hills", "Way home");
    private static final List<String> TAGS =
            List.of("hills evening", "hills morning fog", "blue", "travel norway", "travel", "warm evening", "winter");
    private static final int[][] SHAPES = {{3, 2}, {3, 2}, {2, 3}, {4, 3}, {12, 5}, {1, 1}, {3, 4}, {16, 9}};

    private Gallery() {}

    /// @param edge the longest one, in pixels
    static byte[] picture(int number, int edge) {
        int[] shape = SHAPES[number * 5 % SHAPES.length];
        int longest = Math.max(shape[0], shape[1]);
        return PictureMaker.jpeg(Landscape.of(shape[0] * edge / longest, shape[1] * edge / longest, number));
    }

    /// Uploads some, several at once.
    static List<String> fill(Api editor, int count, int edge) {
        List<CompletableFuture<String>> uploads = IntStream.range(0, count)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> upload(editor, number, edge)))
                .toList();
        List<String> ids = new ArrayList<>();
        uploads.forEach(upload -> ids.add(upload.join()));
        return ids;
    }

    private static String upload(Api editor, int number, int edge) {
        return editor.form(
                        Http.part("file", "landscape-" + number + ".jpg", picture(number, edge)),
                        Http.field("title", TITLES.get(number % TITLES.size()) + " " + number),
                        Http.field("tags", TAGS.get(number % TAGS.size())))
                .is(201)
                .text("id");
    }

    /// One that says where it was taken, and with what.
    static byte[] placed(int number) {
        return JpegSegments.insert(picture(number, 400), exif());
    }

    /// Two directories: maker and model, and a place.
    private static byte[] exif() {
        ByteBuffer tiff = ByteBuffer.allocate(200).order(ByteOrder.BIG_ENDIAN);
        tiff.put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        tiff.putShort((short) 3);
        entry(tiff, 0x010F, 2, 6, 100);
        entry(tiff, 0x0110, 2, 8, 110);
        entry(tiff, 0x8825, 4, 1, 60);
        tiff.putInt(0);
        tiff.position(60);
        tiff.putShort((short) 2);
        entry(tiff, 1, 2, 2, 'N' << 24);
        entry(tiff, 2, 5, 3, 130);
        tiff.putInt(0);
        tiff.position(100);
        tiff.put("Hulux\0".getBytes(StandardCharsets.ISO_8859_1));
        tiff.position(110);
        tiff.put("Box 100\0".getBytes(StandardCharsets.ISO_8859_1));
        tiff.position(130);
        for (int number : new int[] {51, 1, 12, 1, 30, 1}) {
            tiff.putInt(number);
        }
        byte[] mark = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
        byte[] content = ByteBuffer.allocate(mark.length + tiff.capacity())
                .put(mark)
                .put(tiff.array())
                .array();
        return JpegSegments.segment(0xE1, content);
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
