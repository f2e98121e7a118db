package org.huimages.testkit.hostile;

import static org.huimages.testkit.hostile.HostileFile.either;
import static org.huimages.testkit.hostile.HostileFile.refused;
import static org.huimages.testkit.hostile.HostileFile.taken;

import java.util.stream.Stream;

/// WebP: a size in each of its three kinds of header, and chunks without end.
final class HostileWebps {
    private HostileWebps() {}

    static Stream<HostileFile> all() {
        return Stream.concat(sizes(), chunks());
    }

    private static Stream<HostileFile> sizes() {
        return Stream.of(
                refused("webp-lossless-of-16384x16384", () -> RiffChunks.webp(RiffChunks.black(16_384, 16_384))),
                refused("webp-lossy-of-16383x16383", () -> RiffChunks.webp(RiffChunks.lossyStart(16_383, 16_383))),
                refused("webp-lossy-of-no-width", () -> RiffChunks.webp(RiffChunks.lossyStart(0, 16))),
                refused("webp-extended-of-16777216x16777216", () -> extended(1 << 24, 1 << 24)),
                refused("webp-extended-of-65500x65500", () -> extended(65_500, 65_500)),
                refused("webp-extended-of-16000x6000-around-8x8", () -> extended(16_000, 6_000)),
                either(
                        "webp-lossy-of-16000x6000-without-pixels",
                        () -> RiffChunks.webp(RiffChunks.lossyStart(16_000, 6_000))));
    }

    private static byte[] extended(int width, int height) {
        return RiffChunks.webp(RiffChunks.extended(0, width, height), RiffChunks.black(8, 8));
    }

    private static Stream<HostileFile> chunks() {
        byte[] unknown = RiffChunks.chunk("abcd", new byte[0]);
        return Stream.of(
                either(
                        "webp-extended-8x8-around-16000x6000",
                        () -> RiffChunks.webp(RiffChunks.extended(0, 8, 8), RiffChunks.black(16_000, 6_000))),
                refused(
                        "webp-of-a-million-chunks",
                        () -> RiffChunks.webp(
                                RiffChunks.extended(RiffChunks.HAS_EXIF, 8, 8),
                                new Bytes().repeat(1_000_000, unknown).get(),
                                RiffChunks.black(8, 8))),
                taken("webp-of-3-frames", () -> frames(3, 60)),
                taken("webp-of-9000-frames", () -> frames(9_000, 2000)),
                refused("webp-of-100000-frames", () -> frames(100_000, 2000)),
                either(
                        "webp-with-a-frame-larger-than-its-canvas",
                        () -> RiffChunks.webp(
                                RiffChunks.extended(RiffChunks.HAS_FRAMES, 4, 4),
                                RiffChunks.chunk("ANIM", new byte[6]),
                                frame())),
                refused("webp-of-nothing", () -> RiffChunks.webp()),
                refused(
                        "webp-that-claims-4-GB",
                        () -> new Bytes()
                                .text("RIFF")
                                .littleFour(0xFFFF_FFFFL)
                                .text("WEBPVP8L")
                                .littleFour(0xFFFF_FFFFL)
                                .get()));
    }

    private static byte[] frames(int count, int edge) {
        return RiffChunks.webp(
                RiffChunks.extended(RiffChunks.HAS_FRAMES, edge, edge),
                RiffChunks.chunk("ANIM", new byte[6]),
                new Bytes().repeat(count, frame()).get());
    }

    private static byte[] frame() {
        byte[] position = new Bytes()
                .zeros(6)
                .littleThree(7)
                .littleThree(7)
                .littleThree(100)
                .one(0)
                .get();
        return RiffChunks.chunk(
                "ANMF", new Bytes().raw(position).raw(RiffChunks.black(8, 8)).get());
    }
}
