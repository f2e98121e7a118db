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
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.huimages.testkit.couch.LegacyDatabase;
import org.huimages.testkit.couch.LegacyPicture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A server that is killed while it moves originals from CouchDB to S3.
@Timeout(600)
class LegacyKillIT {
    private static final int TIMES = Boolean.getBoolean("huimages.full") ? 20 : 1;
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
                Predicate<LegacyPicture> reached = time % 2 == 0
                        ? picture -> Files.exists(stores.object(picture.id()))
                        : picture -> isMoved(stores, picture);
                killed(start("killed-" + time, stores), reached, 1 + random.nextInt(ALL.size() - 1));
                long moved =
                        ALL.stream().filter(picture -> isMoved(stores, picture)).count();
                System.out.println("kill " + time + ": " + moved + " of " + ALL.size() + " were moved");
            }
            try (Server server = start("another", stores)) {
                for (LegacyPicture picture : ALL) {
                    assertArrayEquals(
                            picture.bytes(),
                            server.http().get(original(picture)).body());
                    assertTrue(Files.exists(stores.object(picture.id())));
                }
            }
        }
    }

    private Server start(String name, RemoteStores stores) throws IOException {
        Path own = Files.createDirectory(folder.resolve(name));
        return Server.start(own, stores.settings("HUIMAGES_LEGACY_COUCH", "delete"));
    }

    private static String original(LegacyPicture picture) {
        return "/o/" + picture.id() + (picture.id().equals(LegacyDatabase.ODD.id()) ? ".png" : ".jpeg");
    }

    /// All are asked for at once; the server is killed as soon as so many have come so far.
    private static void killed(Server server, Predicate<LegacyPicture> reached, int many) {
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            ALL.forEach(picture -> askers.execute(() -> ask(server.http(), picture)));
            while (ALL.stream().filter(reached).count() < many) {
                Thread.onSpinWait();
            }
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
