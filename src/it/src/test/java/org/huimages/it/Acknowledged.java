package org.huimages.it;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.huimages.url.ImageId;

/// What a server has promised: everything that it has answered with 200, 201 or 204.
final class Acknowledged {
    private final List<Picture> pictures = new CopyOnWriteArrayList<>();
    private final Set<Picture> open = ConcurrentHashMap.newKeySet();
    private volatile CountDownLatch latch = new CountDownLatch(0);

    /// From now on [#isReached] tells when so much more has been acknowledged.
    void expect(int more) {
        latch = new CountDownLatch(more);
    }

    boolean isReached() {
        return latch.getCount() == 0;
    }

    void note() {
        latch.countDown();
    }

    /// An upload is sent; what comes of it is open until [#add].
    void send(Picture picture) {
        open.add(picture);
    }

    void add(Picture picture) {
        open.remove(picture);
        pictures.add(picture);
        note();
    }

    /// Those whose uploads were sent and not acknowledged, once.
    List<Picture> takeOpen() {
        List<Picture> taken = List.copyOf(open);
        open.clear();
        return taken;
    }

    List<Picture> pictures() {
        return pictures;
    }

    /// Any of them that nobody deletes.
    Optional<Picture> any(Random random) {
        List<Picture> kept =
                pictures.stream().filter(picture -> !picture.isDoomed()).toList();
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept.get(random.nextInt(kept.size())));
    }

    /// What is known of one picture.
    static final class Picture {
        private static final int DOOMED = 8;

        final int number;
        final byte[] file;
        final ImageId id;
        final Set<String> titles = ConcurrentHashMap.newKeySet();
        final Set<String> tags = ConcurrentHashMap.newKeySet();
        volatile boolean deletionSent;
        volatile boolean deleted;

        Picture(int number, byte[] file) {
            this.number = number;
            this.file = file;
            this.id = Uploads.id(file);
        }

        /// One in eight may be deleted, and is never changed otherwise.
        boolean isDoomed() {
            return number % DOOMED == 0;
        }

        @Override
        public String toString() {
            return "picture " + number + ", " + id;
        }
    }
}
