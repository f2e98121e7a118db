package org.huimages.scrub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.Description;
import org.huimages.catalog.Facts;
import org.huimages.catalog.Focus;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.State;
import org.huimages.header.Orientation;
import org.huimages.original.OriginalStore;
import org.huimages.original.Sums;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.Samples;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;

/// Pictures whose bytes are those of their IDs, unless somebody damages them.
///
/// @param folder for files
/// @param made those that were wanted before
/// @param ids theirs
record Pictures(
        Path folder, Catalog catalog, OriginalStore originals, Map<Integer, byte[]> made, Map<Integer, ImageId> ids) {

    Pictures(Path folder, Catalog catalog, OriginalStore originals) {
        this(folder, catalog, originals, new HashMap<>(), new HashMap<>());
    }

    byte[] bytes(int number) {
        return made.computeIfAbsent(number, wanted -> PictureMaker.png(PictureMaker.photo(8, 6, wanted)))
                .clone();
    }

    ImageId id(int number) {
        return ids.computeIfAbsent(
                number, wanted -> ImageId.of(sums(bytes(wanted)).sha1(), Samples.CLUSTER));
    }

    private Sums sums(byte[] bytes) {
        try {
            return Sums.of(file(bytes));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("bytes"), bytes);
    }

    ImageDocument document(int number, State state) {
        byte[] bytes = bytes(number);
        Facts facts = new Facts(
                ImageFormat.PNG,
                new Dimensions(8, 6),
                Orientation.UPRIGHT,
                bytes.length,
                sums(bytes).sha256());
        return new ImageDocument(
                id(number),
                Optional.of(facts),
                Description.named(number + ".png"),
                Samples.EARLIER,
                Samples.EARLIER,
                Focus.NONE,
                state,
                "ann");
    }

    /// Bytes and document.
    ImageId save(int number) throws IOException {
        catalog.save(document(number, State.FINE));
        put(id(number), bytes(number));
        return id(number);
    }

    void saveAll(int from, int to) throws IOException {
        for (int number = from; number < to; number++) {
            save(number);
        }
    }

    void put(ImageId id, byte[] bytes) throws IOException {
        originals.put(id, file(bytes));
    }

    /// Other bytes in place of those that are there.
    void damage(ImageId id, String text) throws IOException {
        originals.delete(id);
        put(id, text.getBytes(StandardCharsets.UTF_8));
    }

    /// As many as there are, but wrong.
    void flip(int number) throws IOException {
        byte[] bytes = bytes(number);
        bytes[bytes.length / 2] ^= 1;
        originals.delete(id(number));
        put(id(number), bytes);
    }

    boolean isWhole(int number) throws IOException {
        Path copy = folder.resolve("copy");
        Files.deleteIfExists(copy);
        return originals.salvage(id(number), copy) && Sums.of(copy).areOf(id(number));
    }
}
