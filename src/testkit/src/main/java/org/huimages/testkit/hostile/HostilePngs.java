package org.huimages.testkit.hostile;

import static org.huimages.testkit.hostile.HostileFile.either;
import static org.huimages.testkit.hostile.HostileFile.refused;
import static org.huimages.testkit.hostile.HostileFile.taken;

import java.util.stream.Stream;

/// PNG: sizes that nobody can hold, streams that grow a thousandfold, chunks without end.
final class HostilePngs {
    /// Four, in megabytes.
    private static final int GIGABYTES = 4096;

    /// The next megabyte would be too much for a single text.
    private static final int MOST_OF_LIBPNG = 7;

    private HostilePngs() {}

    static Stream<HostileFile> all() {
        return Stream.of(sizes(), pixels(), texts(), chunks()).flatMap(part -> part);
    }

    private static Stream<HostileFile> sizes() {
        return Stream.of(
                refused("png-of-65500x65500", () -> claiming(65_500, 65_500)),
                refused("png-of-2147483647x2147483647", () -> claiming(Integer.MAX_VALUE, Integer.MAX_VALUE)),
                refused("png-of-4294967295x1", () -> claiming(0xFFFF_FFFFL, 1)),
                refused("png-of-no-width", () -> claiming(0, 8)),
                refused("png-of-no-height", () -> claiming(8, 0)),
                refused("png-of-10000x10001", () -> claiming(10_000, 10_001)),
                refused("png-of-10000x10000-without-pixels", () -> claiming(10_000, 10_000)),
                refused(
                        "png-interlaced-deep-of-10000x10000-without-pixels",
                        () -> new Bytes()
                                .raw(PngChunks.start(10_000, 10_000, 16, 6, 1))
                                .raw(PngChunks.smallPixels())
                                .raw(PngChunks.end())
                                .get()));
    }

    private static byte[] claiming(long width, long height) {
        return new Bytes()
                .raw(PngChunks.start(width, height, 8, 0, 0))
                .raw(PngChunks.smallPixels())
                .raw(PngChunks.end())
                .get();
    }

    private static Stream<HostileFile> pixels() {
        return Stream.of(
                taken("png-of-65000x300", () -> black(PngChunks.start(65_000, 300, 8, 2, 0), 56)),
                taken("png-of-65000x300-transparent", () -> black(PngChunks.start(65_000, 300, 8, 6, 0), 75)),
                taken("png-8x8-with-1-GB-of-pixels", () -> black(8, 8, 0, 0, 1024)),
                refused("png-8x8-with-5-GB-of-pixels", () -> black(8, 8, 0, 0, 5_000)),
                refused("png-8x8-with-5-MB-behind-its-pixels-in-a-million-parts", HostilePngs::inParts),
                taken("png-8x8-interlaced-with-1-GB-of-pixels", () -> black(8, 8, 0, 1, 1024)),
                either("png-with-an-unknown-colour-type", () -> black(8, 8, 5, 0, 1)),
                either("png-with-an-unknown-depth", () -> black(8, 7, 0, 0, 1)),
                either("png-with-a-palette-missing", () -> black(8, 8, 3, 0, 1)));
    }

    /// A million of five bytes each.
    private static byte[] inParts() {
        return new Bytes()
                .raw(PngChunks.start(8, 8, 8, 0, 0))
                .raw(PngChunks.smallPixels())
                .raw(many(1_000_000, PngChunks.chunk("IDAT", new byte[5])))
                .raw(PngChunks.end())
                .get();
    }

    /// @param megabytes of pixels; for a whole picture there have to be enough
    static byte[] black(int edge, int depth, int colour, int interlace, int megabytes) {
        return black(PngChunks.start(edge, edge, depth, colour, interlace), megabytes);
    }

    static byte[] black(byte[] start, int megabytes) {
        return new Bytes()
                .raw(start)
                .raw(PngChunks.chunk("IDAT", Deflated.zeros(megabytes)))
                .raw(PngChunks.end())
                .get();
    }

    private static Stream<HostileFile> texts() {
        return Stream.of(
                either(
                        "png-zTXt-of-4-GB",
                        () -> PngChunks.small(PngChunks.compressedText("a", Deflated.zeros(GIGABYTES)))),
                either(
                        "png-iTXt-of-4-GB",
                        () -> PngChunks.small(PngChunks.compressedInternationalText("a", Deflated.zeros(GIGABYTES)))),
                either("png-iCCP-of-4-GB", () -> PngChunks.small(PngChunks.profile(Deflated.zeros(GIGABYTES)))),
                taken(
                        "png-15-zTXt-of-7-MB",
                        () -> PngChunks.small(many(15, PngChunks.compressedText("a", Deflated.zeros(MOST_OF_LIBPNG))))),
                taken("png-iTXt-of-1-MB-not-compressed", () -> PngChunks.small(PngChunks.internationalText(1_000_000))),
                refused(
                        "png-90-zTXt-of-7-MB",
                        () -> PngChunks.small(many(90, PngChunks.compressedText("a", Deflated.zeros(MOST_OF_LIBPNG))))),
                refused(
                        "png-900-zTXt-of-7-MB",
                        () -> PngChunks.small(
                                many(900, PngChunks.compressedText("a", Deflated.zeros(MOST_OF_LIBPNG))))),
                refused(
                        "png-900-iTXt-of-7-MB",
                        () -> PngChunks.small(
                                many(900, PngChunks.compressedInternationalText("a", Deflated.zeros(MOST_OF_LIBPNG))))),
                either(
                        "png-900-zTXt-of-7-MB-behind-its-pixels",
                        () -> new Bytes()
                                .raw(PngChunks.start(8, 8, 8, 0, 0))
                                .raw(PngChunks.smallPixels())
                                .raw(many(900, PngChunks.compressedText("a", Deflated.zeros(MOST_OF_LIBPNG))))
                                .raw(PngChunks.end())
                                .get()));
    }

    private static byte[] many(int times, byte[] chunk) {
        return new Bytes().repeat(times, chunk).get();
    }

    private static Stream<HostileFile> chunks() {
        byte[] unknown = PngChunks.chunk("abCd", new byte[0]);
        byte[] text = PngChunks.chunk("tEXt", new Bytes().text("key\0value").get());
        return Stream.of(
                refused("png-of-a-million-chunks", () -> PngChunks.small(many(1_000_000, unknown))),
                refused("png-of-a-million-texts", () -> PngChunks.small(many(1_000_000, text))),
                either(
                        "png-of-a-million-chunks-behind-its-pixels",
                        () -> new Bytes()
                                .raw(PngChunks.start(8, 8, 8, 0, 0))
                                .raw(PngChunks.smallPixels())
                                .raw(many(1_000_000, text))
                                .raw(PngChunks.end())
                                .get()),
                either(
                        "png-of-a-million-empty-pixel-chunks",
                        () -> new Bytes()
                                .raw(PngChunks.start(8, 8, 8, 0, 0))
                                .raw(many(1_000_000, PngChunks.chunk("IDAT", new byte[0])))
                                .raw(PngChunks.smallPixels())
                                .raw(PngChunks.end())
                                .get()),
                refused(
                        "png-with-a-chunk-of-4-GB",
                        () -> new Bytes()
                                .raw(PngChunks.start(8, 8, 8, 0, 0))
                                .four(0xFFFF_FFFFL)
                                .text("tEXt")
                                .get()));
    }
}
