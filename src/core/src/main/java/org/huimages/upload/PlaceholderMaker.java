package org.huimages.upload;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.huimages.catalog.Placeholder;
import org.huimages.failure.FailureException;
import org.huimages.file.Leftovers;
import org.huimages.header.HeaderProbe;
import org.huimages.header.ImageHeader;
import org.huimages.header.ImageHeader.Trait;
import org.huimages.header.Orientation;
import org.huimages.pixel.RenderJob;
import org.huimages.pixel.RenderPool;
import org.huimages.pixel.RenditionPlan;

/// Makes placeholders from pictures that are small already: no original is decoded for one.
///
/// A picture is never refused for want of one.
record PlaceholderMaker(RenderPool pool, Spool spool) {
    private static final System.Logger LOG = System.getLogger(PlaceholderMaker.class.getName());
    private static final int HEADER = 12;
    private static final int CHUNK = 8;

    /// @param original the header of what `small` was made of
    /// @param small opaque
    /// @param orientation how it has to be turned to be upright
    Optional<Placeholder> make(ImageHeader original, Path small, Orientation orientation, String client) {
        return original.has(Trait.ALPHA) ? Optional.empty() : make(small, orientation, client);
    }

    private Optional<Placeholder> make(Path small, Orientation orientation, String client) {
        Path tiny = spool.temporary();
        try {
            pool.render(new RenderJob(small, file -> plan(file, orientation), tiny, client))
                    .join();
            return picture(Files.readAllBytes(tiny)).flatMap(Placeholder::ofWebp);
        } catch (CompletionException | IOException failed) {
            LOG.log(System.Logger.Level.INFO, "a picture has no placeholder: {0}", failed.toString());
            return Optional.empty();
        } finally {
            Leftovers.discard(tiny);
        }
    }

    /// @throws FailureException if it is no picture
    private static RenditionPlan plan(Path small, Orientation orientation) {
        ImageHeader own = HeaderProbe.probe(small);
        return RenditionPlan.placeholder(own.inPlaceOf(own.stored(), orientation));
    }

    /// The same file with nothing but the picture in it: a copyright would stand in every page, on every picture.
    private static Optional<byte[]> picture(byte[] webp) {
        ByteBuffer file = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
        int position = HEADER;
        while (position + CHUNK <= webp.length) {
            int length = file.getInt(position + 4);
            if (length < 0 || length > webp.length - position - CHUNK) {
                return Optional.empty();
            }
            if (name(webp, position).equals("VP8 ")) {
                return Optional.of(file(webp, position, CHUNK + length + (length & 1)));
            }
            position += CHUNK + length + (length & 1);
        }
        return Optional.empty();
    }

    private static String name(byte[] webp, int position) {
        return new String(webp, position, 4, StandardCharsets.US_ASCII);
    }

    /// A simple file (RFC 9649, 2.5): the header, and one chunk.
    private static byte[] file(byte[] webp, int chunk, int length) {
        return ByteBuffer.allocate(HEADER + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(4 + length)
                .put("WEBP".getBytes(StandardCharsets.US_ASCII))
                .put(webp, chunk, Math.min(length, webp.length - chunk))
                .array();
    }
}
