package org.huimages.testkit.hostile;

import static org.huimages.testkit.hostile.HostileFile.either;
import static org.huimages.testkit.hostile.HostileFile.refused;
import static org.huimages.testkit.hostile.HostileFile.taken;

import java.util.HexFormat;
import java.util.stream.Stream;

/// GIF: frames without end, frames larger than their screen, pixels that are no code (GIF89a, 1990).
final class HostileGifs {
    /// One pixel of colour 0: start code, colour, end code.
    private static final String PIXEL = "0202440100";

    private HostileGifs() {}

    static Stream<HostileFile> all() {
        return Stream.concat(sizes(), blocks());
    }

    private static Stream<HostileFile> sizes() {
        return Stream.of(
                refused("gif-with-a-frame-of-65500x65500", () -> gif(1, frame(65_500, 65_500))),
                refused("gif-with-a-frame-far-out", () -> gif(1, frame(65_535, 65_535, 65_535, 65_535))),
                either("gif-on-a-screen-of-65500x65500", () -> gif(65_500, frame(1, 1))),
                refused("gif-with-a-second-frame-of-65500x65500", () -> gif(1, frame(1, 1), frame(65_500, 65_500))),
                either("gif-with-a-frame-larger-than-its-screen", () -> gif(1, frame(300, 200))),
                either("gif-with-a-frame-beside-its-screen", () -> gif(10, frame(20, 20, 1, 1))),
                either("gif-of-10000x10000-hardly-any-pixels", () -> gif(1, frame(10_000, 10_000))),
                either("gif-with-a-frame-of-nothing", () -> gif(10, frame(0, 0))),
                either("gif-of-nothing", () -> gif(0, frame(0, 0))));
    }

    private static Stream<HostileFile> blocks() {
        return Stream.of(
                taken("gif-of-3-frames", () -> gif(1, many(3, frame(1, 1)))),
                taken("gif-of-10000-frames", () -> gif(1, many(10_000, frame(1, 1)))),
                refused("gif-of-a-million-frames", () -> gif(1, many(1_000_000, frame(1, 1)))),
                either("gif-of-10000-frames-of-2000x2000", () -> gif(2000, many(10_000, frame(2000, 2000)))),
                either("gif-of-a-million-extensions", () -> gif(1, many(1_000_000, hex("21FE00")), frame(1, 1))),
                either("gif-of-30-MB-of-comment", () -> gif(1, comment(30_000_000), frame(1, 1))),
                refused("gif-without-a-frame", () -> gif(1)),
                refused(
                        "gif-of-nothing-but-zeros",
                        () -> new Bytes().text("GIF89a").zeros(1_000_000).get()),
                either("gif-with-a-code-size-of-255", () -> gif(1, position(1, 1, 0, 0), hex("FF02440100"))),
                either("gif-with-codes-of-ones", () -> gif(8, position(8, 8, 0, 0), hex("0205FFFFFFFFFF00"))),
                either("gif-with-a-code-before-the-start", () -> gif(8, position(8, 8, 0, 0), hex("0205000000000000"))),
                either("gif-with-no-pixels", () -> gif(8, position(8, 8, 0, 0), hex("0200"))));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    static byte[] many(int times, byte[] block) {
        return new Bytes().repeat(times, block).get();
    }

    /// A screen with two colours, these blocks, and the end.
    static byte[] gif(int edge, byte[]... blocks) {
        Bytes bytes = new Bytes()
                .text("GIF89a")
                .littleTwo(edge)
                .littleTwo(edge)
                .one(0x80)
                .two(0)
                .raw(hex("000000FFFFFF"));
        for (byte[] block : blocks) {
            bytes.raw(block);
        }
        return bytes.one(0x3B).get();
    }

    /// A frame that has one pixel, whatever it claims.
    static byte[] frame(int width, int height) {
        return frame(width, height, 0, 0);
    }

    private static byte[] frame(int width, int height, int left, int top) {
        return new Bytes()
                .raw(position(width, height, left, top))
                .raw(hex(PIXEL))
                .get();
    }

    private static byte[] position(int width, int height, int left, int top) {
        return new Bytes()
                .one(0x2C)
                .littleTwo(left)
                .littleTwo(top)
                .littleTwo(width)
                .littleTwo(height)
                .one(0)
                .get();
    }

    private static byte[] comment(int length) {
        byte[] block = new Bytes().one(255).zeros(255).get();
        return new Bytes().two(0x21FE).repeat(length / 256, block).one(0).get();
    }
}
