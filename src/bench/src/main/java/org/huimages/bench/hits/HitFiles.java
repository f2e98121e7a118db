package org.huimages.bench.hits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.huimages.url.ImageId;

/// A cache full of finished files, as huImages would have made them: many more than anything keeps in memory but
/// the kernel.
///
/// @param folder the data folder of a server
/// @param ids whose files there are
record HitFiles(Path folder, List<ImageId> ids) {
    /// A size to ask for, and how long its files are, in bytes.
    record Kind(String size, int length) {
        @Override
        public String toString() {
            return length / 1024 + " KB";
        }
    }

    static final List<Kind> KINDS = List.of(new Kind("240x160", 10 << 10), new Kind("1024x768", 100 << 10));

    private static final int PICTURES = 4_000;
    private static final int CHECKSUM_BYTES = 20;

    static HitFiles make(Path folder) throws IOException {
        Random random = new Random(1);
        HitFiles files = new HitFiles(
                folder,
                IntStream.range(0, PICTURES)
                        .mapToObj(number -> ImageId.of(bytes(random, CHECKSUM_BYTES), "01"))
                        .toList());
        Files.createDirectories(files.cache());
        Files.write(files.cache().resolve(".huimages-cache"), new byte[0]);
        for (ImageId id : files.ids) {
            for (Kind kind : KINDS) {
                Path file = files.cache().resolve(location(id, kind));
                Files.createDirectories(file.getParent());
                Files.write(file, bytes(random, kind.length));
            }
        }
        return files;
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String location(ImageId id, Kind kind) {
        return id.text().substring(0, 2) + "/" + id + "/" + kind.size + ".jpeg";
    }

    Path cache() {
        return folder.resolve("cache");
    }

    /// As they stand in pages.
    List<String> addresses(Kind kind) {
        return ids.stream()
                .map(id -> "/" + kind.size + "/" + id + "/some-name.jpeg")
                .toList();
    }

    /// Of the files themselves.
    List<String> paths(Kind kind) {
        return ids.stream().map(id -> "/" + location(id, kind)).toList();
    }
}
