package org.huimages.header;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.url.ImageFormat;
import org.jspecify.annotations.Nullable;

/// Reads headers with our own eyes, so that limits hold before any decoder is let near the bytes and a status
/// never depends on a decoder's error text. The name of a file and a declared Content-Type are never believed.
public final class HeaderProbe {
    private static final int SIGNATURE_BYTES = 12;
    private static final HexFormat HEX = HexFormat.of();
    private static final Map<String, ImageFormat> SIGNATURES = Map.of(
            "ffd8ff", ImageFormat.JPEG,
            "89504e470d0a1a0a", ImageFormat.PNG,
            "474946383761", ImageFormat.GIF,
            "474946383961", ImageFormat.GIF,
            "49492a00", ImageFormat.TIFF,
            "4d4d002a", ImageFormat.TIFF);

    private HeaderProbe() {}

    /// The header of the picture in `file`.
    ///
    /// @throws FailureException [Failure.UnsupportedType] if it is no picture or of a kind that is not accepted,
    ///     [Failure.Unprocessable] if its header is damaged
    public static ImageHeader probe(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            FileBytes bytes = new FileBytes(channel);
            if (sniff(bytes) != ImageFormat.JPEG) {
                throw new Failure.UnsupportedType("not a picture of a kind that is accepted here (JPEG)").exception();
            }
            return new JpegProbe(bytes).probe();
        } catch (FileBytes.EndOfFile end) {
            throw damaged("the file ends within its header").exception(end);
        } catch (IOException unreadable) {
            throw FailureException.ofDisk(unreadable);
        }
    }

    static Failure damaged(String what) {
        return new Failure.Unprocessable("damaged picture: " + what);
    }

    private static @Nullable ImageFormat sniff(FileBytes bytes) throws IOException {
        String start = HEX.formatHex(Arrays.copyOf(bytes.upTo(0, SIGNATURE_BYTES), SIGNATURE_BYTES));
        return SIGNATURES.entrySet().stream()
                .filter(signature -> start.startsWith(signature.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
