package org.huimages.bench.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.huimages.testkit.PictureMaker;

/// Where pictures come from. What is made by code is kept in a folder: to make 24 megapixels takes seconds.
public final class Pictures {
    private static final double ASPECT = 1.5;

    /// Edges are multiples of this, so that 3:2 is met exactly.
    private static final int GRAIN = 48;

    private Pictures() {}

    /// One made by code, or a file.
    ///
    /// @param name how many megapixels, or the path of the file
    public static Picture named(Path folder, String name) {
        return name.matches("\\d+") ? baseline(folder, Integer.parseInt(name)) : Picture.of(Path.of(name));
    }

    /// A baseline JPEG, 3:2, of about this many megapixels.
    public static Picture baseline(Path folder, int megapixels) {
        return made(folder, megapixels, false);
    }

    /// A progressive JPEG, 3:2, of about this many megapixels.
    public static Picture progressive(Path folder, int megapixels) {
        return made(folder, megapixels, true);
    }

    /// A baseline JPEG of about this many megapixels with edges that nothing divides, as of a picture that was cut
    /// by hand: decoders that scale by 2, 4 or 8 leave a rest.
    public static Picture odd(Path folder, int megapixels) {
        int width = width(megapixels);
        return made(folder, megapixels + "mp-odd", width + 7, width * 2 / 3 + 5, false);
    }

    private static Picture made(Path folder, int megapixels, boolean progressive) {
        int width = width(megapixels);
        return made(folder, megapixels + (progressive ? "mp-progressive" : "mp"), width, width * 2 / 3, progressive);
    }

    private static int width(int megapixels) {
        return GRAIN * Math.toIntExact(Math.round(Math.sqrt(megapixels * 1e6 * ASPECT) / GRAIN));
    }

    /// So small that rendering it is nearly all Java's work: to warm up with.
    public static Picture tiny(Path folder) {
        return made(folder, "tiny", 3 * GRAIN, 2 * GRAIN, false);
    }

    /// As small as one can be whose level, a fourth, is worth its room: to warm up with what is made of those.
    public static Picture small(Path folder) {
        return made(folder, "small-with-level", 36 * GRAIN, 27 * GRAIN, false);
    }

    private static Picture made(Path folder, String name, int width, int height, boolean progressive) {
        Path file = folder.resolve(name + ".jpg");
        try {
            if (!Files.exists(file)) {
                write(file, PictureMaker.photo(width, height, width), progressive);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return Picture.of(file);
    }

    private static void write(Path file, BufferedImage photo, boolean progressive) throws IOException {
        byte[] jpeg = progressive ? PictureMaker.progressiveJpeg(photo) : PictureMaker.jpeg(photo);
        Files.createDirectories(file.getParent());
        Path unfinished = Files.write(file.resolveSibling(file.getFileName() + ".tmp"), jpeg);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /// The JPEG files of a folder, by name.
    public static List<Picture> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.jpe?g"))
                    .sorted()
                    .map(Picture::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
