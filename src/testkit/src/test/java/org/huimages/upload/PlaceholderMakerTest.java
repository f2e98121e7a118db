package org.huimages.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huimages.catalog.Description;
import org.huimages.catalog.Facts;
import org.huimages.catalog.MemoryCatalog;
import org.huimages.catalog.Placeholder;
import org.huimages.failure.Failure;
import org.huimages.header.Orientation;
import org.huimages.original.MemoryOriginalStore;
import org.huimages.pixel.PixelLimits;
import org.huimages.pixel.RenderLimits;
import org.huimages.pixel.RenderPool;
import org.huimages.pixel.Step;
import org.huimages.stock.Stock;
import org.huimages.testkit.FakeEngine;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.hostile.RiffChunks;
import org.huimages.url.ImageFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class PlaceholderMakerTest {
    private static final byte[] PICTURE = PictureMaker.jpeg(PictureMaker.photo(320, 240, 1), Orientation.TURN_RIGHT);
    private static final byte[] PROOF = PictureMaker.jpeg(PictureMaker.photo(48, 64, 1));
    private static final byte[] TINY = RiffChunks.webp(RiffChunks.chunk("VP8 ", new byte[] {1, 2, 3}));
    private static final String URI =
            "data:image/webp;base64," + Base64.getEncoder().encodeToString(TINY);
    private static final Step DECODED_TO_THE_END = new Step.Decode(true);

    @TempDir
    Path folder;

    private final FakeEngine engine = new FakeEngine();
    private Spool spool;
    private RenderPool pool;
    private Uploads uploads;

    @BeforeEach
    void open() throws IOException {
        spool = Spool.open(folder.resolve("spool"), 10_000_000);
        pool = new RenderPool(engine, RenderLimits.of(2, Duration.ofSeconds(20), RenderLimits.MEMORY));
        Stock stock = new Stock(new MemoryOriginalStore(), new MemoryCatalog());
        uploads = new Uploads(spool, stock, pool, new PixelLimits(100_000, 4096), "01", () -> Instant.EPOCH);
    }

    @AfterEach
    void theSpoolIsEmpty() throws IOException {
        pool.close();
        try (Stream<Path> files = Files.list(folder.resolve("spool"))) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void whatTheProofLeavesMakesThePlaceholderAndTheOriginalIsNotDecodedAgain() {
        makes(TINY);
        assertEquals(Optional.of(URI), placeholder(PICTURE));
        assertEquals(
                List.of(true, false),
                engine.plans().stream()
                        .map(plan -> plan.steps().contains(DECODED_TO_THE_END))
                        .toList());
        assertEquals(
                "decode, scale to 12x16, encode as webp 40",
                engine.plans().getLast().toString());
    }

    @Test
    void aCopyrightIsNoPartOfIt() {
        makes(RiffChunks.webp(
                RiffChunks.extended(RiffChunks.HAS_EXIF, 12, 16),
                RiffChunks.chunk("VP8 ", new byte[] {1, 2, 3}),
                RiffChunks.chunk("EXIF", "(c) somebody".getBytes(StandardCharsets.US_ASCII))));
        assertEquals(Optional.of(URI), placeholder(PICTURE));
    }

    @Test
    void aTransparentPictureHasNone() {
        makes(TINY);
        byte[] glass = PictureMaker.png(new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB));
        assertEquals(Optional.empty(), placeholder(glass));
        assertEquals(1, engine.plans().size());
    }

    @ParameterizedTest
    @MethodSource("useless")
    void aPictureIsNotRefusedForWantOfOne(byte[] made) {
        makes(made);
        assertEquals(Optional.empty(), placeholder(PICTURE));
    }

    static Stream<byte[]> useless() {
        return Stream.of(
                new byte[0],
                "RIFF".getBytes(StandardCharsets.US_ASCII),
                Arrays.copyOf(TINY, TINY.length - 2),
                RiffChunks.webp(RiffChunks.black(12, 16)),
                RiffChunks.webp(RiffChunks.chunk("VP8 ", new byte[2000])));
    }

    @Test
    void oneThatCannotBeMadeIsLeftOut() {
        engine.does((plan, target, control) -> {
            if (plan.steps().getLast() instanceof Step.Encode(ImageFormat format, int quality)
                    && format == ImageFormat.WEBP) {
                throw new Failure.Unavailable("busy", Duration.ofSeconds(quality)).exception();
            }
            write(target, PROOF);
        });
        assertEquals(Optional.empty(), placeholder(PICTURE));
        assertEquals(2, engine.plans().size());
    }

    /// A proof that is a picture, and then this.
    private void makes(byte[] tiny) {
        engine.does((plan, target, control) -> write(target, plan.steps().contains(DECODED_TO_THE_END) ? PROOF : tiny));
    }

    private static void write(Path target, byte[] content) {
        try {
            Files.write(target, content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Optional<String> placeholder(byte[] file) {
        Details details = new Details(Description.named("a"), Optional.empty(), "ann");
        try (Spooled received = spool.receive(new ByteArrayInputStream(file))) {
            Optional<Facts> facts =
                    uploads.save(received, details, "somebody").document().facts();
            return facts.orElseThrow().placeholder().map(Placeholder::uri);
        }
    }
}
