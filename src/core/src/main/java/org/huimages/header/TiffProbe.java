package org.huimages.header;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huimages.failure.FailureException;
import org.huimages.url.Dimensions;

/// Reads how large a TIFF file is (TIFF 6.0, sections 2 and 8): older systems took such originals in, and they are
/// sent as they are. None is ever given to a decoder.
public final class TiffProbe {
    private static final int WIDTH = 256;
    private static final int LENGTH = 257;
    private static final int ORIENTATION = 274;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int ENTRY_BYTES = 12;
    private static final int LITTLE = 0x4949;

    private final FileBytes bytes;
    private final boolean little;

    private TiffProbe(FileBytes bytes) throws IOException {
        this.bytes = bytes;
        this.little = bytes.unsignedShort(0) == LITTLE;
    }

    /// What the first picture in `file` says of itself.
    ///
    /// @throws FailureException [org.huimages.failure.Failure.Unprocessable] if that cannot be read
    public static Upright probe(Path file) {
        return FileBytes.read(file, bytes -> new TiffProbe(bytes).probe());
    }

    private Upright probe() throws IOException {
        Map<Integer, Long> tags = tags(number(4));
        Orientation orientation = Orientation.ofExif(Math.toIntExact(Math.min(99, tags.getOrDefault(ORIENTATION, 1L))));
        Dimensions stored = HeaderProbe.dimensions(tags.getOrDefault(WIDTH, 0L), tags.getOrDefault(LENGTH, 0L));
        return new Upright(orientation.apply(stored), orientation);
    }

    private Map<Integer, Long> tags(long directory) throws IOException {
        Map<Integer, Long> tags = new TreeMap<>();
        int entries = shortNumber(directory);
        for (long entry = directory + 2; entry < directory + 2 + (long) entries * ENTRY_BYTES; entry += ENTRY_BYTES) {
            int tag = shortNumber(entry);
            value(entry).ifPresent(value -> tags.putIfAbsent(tag, value));
        }
        return tags;
    }

    private Optional<Long> value(long entry) throws IOException {
        return switch (shortNumber(entry + 2)) {
            case SHORT -> Optional.of((long) shortNumber(entry + 8));
            case LONG -> Optional.of(number(entry + 8));
            default -> Optional.empty();
        };
    }

    private int shortNumber(long position) throws IOException {
        return little ? bytes.littleShort(position) : bytes.unsignedShort(position);
    }

    private long number(long position) throws IOException {
        return little ? bytes.littleInt(position) : bytes.unsignedInt(position);
    }

    /// @param dimensions of the upright picture, in pixels
    /// @param orientation how the stored one has to be turned
    public record Upright(Dimensions dimensions, Orientation orientation) {}
}
