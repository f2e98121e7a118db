package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.huimages.testkit.couch.LegacyDatabase;
import org.huimages.testkit.couch.LegacyPicture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A server that is killed while it moves originals from CouchDB to S3.
@Timeout(600)
class LegacyKillIT {
    private static final int TIMES = Boolean.getBoolean("huimages.full") ? 20 : 2;
    private static final int LONGEST = 1500;
    private static final List<LegacyPicture> ALL = Stream.concat(
                    LegacyDatabase.TURNED.stream(), Stream.of(LegacyDatabase.PLAIN, LegacyDatabase.ODD))
            .toList();

    @TempDir
    Path folder;

    @Test
    void whateverTheMomentEachOriginalIsInOneStoreAtLeast() throws Exception {
        Random random = new Random(6);
        try (RemoteStores stores = RemoteStores.start()) {
            for (int time = 1; time <= TIMES; time++) {
                stores.clear();
                new LegacyDatabase(stores.peek(), RemoteStores.PICTURES, RemoteStores.MARKS).write();
                killed(Server.start(folder, stores.settings("HUIMAGES_LEGACY_COUCH", "delete")), random);
                long moved =
                        ALL.stream().filter(picture -> isMoved(stores, picture)).count();
                System.out.println("kill " + time + ": " + moved + " of " + ALL.size() + " were moved");
            }
            try (Server server = Server.start(folder, stores.settings("HUIMAGES_LEGACY_COUCH", "delete"))) {
                for (LegacyPicture picture : ALL) {
                    assertArrayEquals(
                            picture.bytes(),
                            server.http().get(original(picture)).body());
                    assertTrue(isMoved(stores, picture));
                }
            }
        }
    }

    private static String original(LegacyPicture picture) {
        return "/o/" + picture.id() + (picture == LegacyDatabase.ODD ? ".png" : ".jpeg");
    }

    /// All are asked for at once, and nobody gets to the end.
    private static void killed(Server server, Random random) throws InterruptedException {
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            ALL.forEach(picture -> askers.execute(() -> ask(server.http(), picture)));
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST));
            server.kill();
        }
    }

    private static void ask(Http http, LegacyPicture picture) {
        try {
            http.get(original(picture));
        } catch (UncheckedIOException | IllegalStateException killed) {
            // as is meant to be
        }
    }

    /// Whether it is in the bucket, whole, and there alone. It is attached if not.
    private static boolean isMoved(RemoteStores stores, LegacyPicture picture) {
        boolean attached = stores.document(picture.id()).contains("_attachments");
        boolean stored = Files.exists(stores.object(picture.id()));
        assertTrue(attached || stored, () -> picture.id() + " is lost");
        if (stored) {
            assertArrayEquals(picture.bytes(), bytes(stores.object(picture.id())));
        }
        return !attached;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
