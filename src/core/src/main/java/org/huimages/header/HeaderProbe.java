package org.huimages.header;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;

/// Reads headers with our own eyes, so that limits hold before any decoder is let near the bytes and a status
/// never depends on a decoder's error text. The name of a file and a declared Content-Type are never believed.
public final class HeaderProbe {
    private static final int START = 64;
    private static final int LONGEST_EDGE = 65_535;
    private static final HexFormat HEX = HexFormat.of();
    private static final Map<String, ImageFormat> STARTS = Map.of(
            "ffd8ff", ImageFormat.JPEG,
            "89504e470d0a1a0a", ImageFormat.PNG,
            "474946383761", ImageFormat.GIF,
            "474946383961", ImageFormat.GIF,
            "49492a00", ImageFormat.TIFF,
            "4d4d002a", ImageFormat.TIFF);
    private static final String KINDS = "JPEG, PNG, WebP, GIF, AVIF, HEIC";

    private HeaderProbe() {}

    /// The header of the picture in `file`.
    ///
    /// @throws FailureException [Failure.UnsupportedType] if it is no picture or of a kind that is not accepted,
    ///     [Failure.Unprocessable] if its header is damaged
    public static ImageHeader probe(Path file) {
        return FileBytes.read(file, HeaderProbe::probe);
    }

    private static ImageHeader probe(FileBytes bytes) throws IOException {
        return switch (sniffed(bytes)) {
            case JPEG -> new JpegProbe(bytes).probe();
            case PNG -> new PngProbe(bytes).probe();
            case GIF -> new GifProbe(bytes).probe();
            case WEBP -> new WebpProbe(bytes).probe();
            case AVIF -> new HeifProbe(bytes, ImageFormat.AVIF).probe();
            case HEIC -> new HeifProbe(bytes, ImageFormat.HEIC).probe();
            case TIFF, BMP, OTHER -> throw notAccepted();
        };
    }

    /// What a file is by its first bytes, accepted here or not. Older systems took in more kinds than we do.
    public static ImageFormat sniff(Path file) {
        return FileBytes.read(file, HeaderProbe::sniffed);
    }

    private static ImageFormat sniffed(FileBytes bytes) throws IOException {
        byte[] start = bytes.upTo(0, START);
        String hex = HEX.formatHex(start);
        if (hex.startsWith("66747970", 8)) {
            return brand(start).orElse(ImageFormat.OTHER);
        }
        if (hex.startsWith("52494646") && hex.startsWith("57454250", 16)) {
            return ImageFormat.WEBP;
        }
        if (BmpProbe.isOne(bytes)) {
            return ImageFormat.BMP;
        }
        return STARTS.entrySet().stream()
                .filter(known -> hex.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(ImageFormat.OTHER);
    }

    /// The brands of a file of the ISO base media file format: that it is a picture, and how it is coded.
    private static Optional<ImageFormat> brand(byte[] start) {
        String brands = new String(start, 8, start.length - 8, StandardCharsets.ISO_8859_1);
        if (brands.startsWith("avif") || brands.startsWith("avis")) {
            return Optional.of(ImageFormat.AVIF);
        }
        boolean still = brands.startsWith("mif1") || brands.startsWith("miaf");
        if (still && brands.contains("avif")) {
            return Optional.of(ImageFormat.AVIF);
        }
        boolean coded = still || brands.startsWith("hei") || brands.startsWith("hev");
        return coded ? Optional.of(ImageFormat.HEIC) : Optional.empty();
    }

    private static FailureException notAccepted() {
        return new Failure.UnsupportedType("not a picture of a kind that is accepted here (" + KINDS + ")").exception();
    }

    static Failure damaged(String what) {
        return new Failure.Unprocessable("damaged picture: " + what);
    }

    /// @throws FailureException [Failure.Unprocessable] unless both are from 1 to 65,535
    static Dimensions dimensions(long width, long height) {
        if (width < 1 || height < 1) {
            throw damaged("width or height is 0").exception();
        }
        if (width > LONGEST_EDGE || height > LONGEST_EDGE) {
            throw new Failure.Unprocessable("the picture is %d x %d pixels; edges over %d are not accepted"
                            .formatted(width, height, LONGEST_EDGE))
                    .exception();
        }
        return new Dimensions((int) width, (int) height);
    }
}
