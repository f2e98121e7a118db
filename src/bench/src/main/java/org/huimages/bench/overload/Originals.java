package org.huimages.bench.overload;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import org.huimages.bench.picture.Copies;
import org.huimages.bench.picture.Pictures;
import org.huimages.bench.server.ServerClient;
import org.huimages.bench.settings.BenchSettings;

/// Large progressive pictures that differ.
final class Originals {
    private final Copies copies;

    private Originals(Copies copies) {
        this.copies = copies;
    }

    static Originals make() throws IOException {
        var made = Pictures.progressive(BenchSettings.read().made(), OverloadSettings.MEGAPIXELS);
        return new Originals(new Copies(Files.readAllBytes(made.file())));
    }

    /// The address of the rendition of each.
    List<String> paths(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "/" + OverloadSettings.SIZE + "/" + copies.id(number) + "/picture.jpeg")
                .toList();
    }

    /// Uploads the pictures 0 to count - 1.
    void upload(ServerClient client, int count) throws InterruptedException {
        for (int number = 0; number < count; number++) {
            client.upload("picture" + number + ".jpg", ServerClient.body(copies.file(number)));
        }
    }
}
