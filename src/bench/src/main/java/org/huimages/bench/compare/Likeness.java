package org.huimages.bench.compare;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.huimages.header.HeaderProbe;
import org.huimages.url.Dimensions;

/// Whether two tools have done the same work: seen from what they made.
final class Likeness {
    private static final double PEAK = 255;

    private Likeness() {}

    /// @throws IllegalStateException if the file has other dimensions
    static void requireDimensions(Path file, Dimensions expected) {
        Dimensions found = HeaderProbe.probe(file).stored();
        if (!found.equals(expected)) {
            throw new IllegalStateException(file.getFileName() + " has " + found + " instead of " + expected);
        }
    }

    /// The peak signal-to-noise ratio in decibels; infinite if the files are the same to the byte.
    static double of(Path one, Path other) {
        try {
            return Files.mismatch(one, other) == -1 ? Double.POSITIVE_INFINITY : psnr(read(one), read(other));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// In words: `pictures the same in 16 of 16`, `pictures alike by 38 to 52 dB`.
    static String tell(List<Double> decibels) {
        List<Double> finite =
                decibels.stream().filter(Double::isFinite).sorted().toList();
        int same = decibels.size() - finite.size();
        return same > 0
                ? "pictures the same in %d of %d".formatted(same, decibels.size())
                : "pictures alike by %.0f to %.0f dB".formatted(finite.getFirst(), finite.getLast());
    }

    private static BufferedImage read(Path file) throws IOException {
        return Objects.requireNonNull(ImageIO.read(file.toFile()), file.toString());
    }

    static double psnr(BufferedImage one, BufferedImage other) {
        double squares = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                squares += squares(one.getRGB(x, y), other.getRGB(x, y));
            }
        }
        double mean = squares / (3.0 * one.getWidth() * one.getHeight());
        return 10 * Math.log10(PEAK * PEAK / mean);
    }

    private static double squares(int one, int other) {
        double sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int difference = (one >> shift & 0xff) - (other >> shift & 0xff);
            sum += difference * difference;
        }
        return sum;
    }
}
