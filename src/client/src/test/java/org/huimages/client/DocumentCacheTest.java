package org.huimages.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.huimages.client.DocumentCache.Fetched;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class DocumentCacheTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final List<Optional<Fetched>> asked = new CopyOnWriteArrayList<>();
    private volatile boolean down;

    private Fetched fetch(ImageId id, Optional<Fetched> known) {
        asked.add(known);
        if (down) {
            throw new HuImagesException(0, "down", null);
        }
        return new Fetched(Optional.of(info(id)), Optional.of("tag"));
    }

    private static ImageInfo info(ImageId id) {
        return Documents.info(Documents.of(id.text(), 1, 1, "a.jpg"));
    }

    private static ImageId id(int number) {
        return new ImageId("A".repeat(32) + "%02d".formatted(number));
    }

    @Test
    void thoseAskedForLongestAgoGoFirst() {
        DocumentCache cache = new DocumentCache(this::fetch, 2, LONG);
        cache.find(id(1));
        cache.find(id(2));
        cache.find(id(1));
        cache.find(id(3));
        cache.find(id(1));
        assertEquals(3, asked.size());
        cache.find(id(2));
        assertEquals(4, asked.size());
    }

    @Test
    void whatIsOldIsUsedWhileANewerOneIsFetched() throws InterruptedException {
        DocumentCache cache = new DocumentCache(this::fetch, 10, Duration.ofNanos(1));
        cache.find(id(1));
        assertEquals(Optional.of(info(id(1))), cache.find(id(1)));
        while (asked.size() < 2) {
            Thread.sleep(5);
        }
        assertEquals(Optional.of("tag"), asked.get(1).orElseThrow().etag());
    }

    @Test
    void whatIsOldIsUsedWhileTheServerIsAway() throws InterruptedException {
        DocumentCache cache = new DocumentCache(this::fetch, 10, Duration.ofNanos(1));
        cache.find(id(1));
        down = true;
        cache.find(id(1));
        while (asked.size() < 2) {
            Thread.sleep(5);
        }
        Thread.sleep(50);
        assertEquals(Optional.of(info(id(1))), cache.find(id(1)));
        assertEquals(Optional.empty(), cache.find(id(2)));
        assertEquals(2, asked.size());
    }

    @Test
    void aMistakeOfTheServerCountsForThatPictureAlone() {
        DocumentCache cache = new DocumentCache(
                (id, known) -> {
                    Fetched fetched = fetch(id, known);
                    if (id.equals(id(1))) {
                        throw new HuImagesException(500, "internal error", null);
                    }
                    return fetched;
                },
                10,
                LONG);
        assertEquals(Optional.empty(), cache.find(id(1)));
        assertEquals(Optional.of(info(id(2))), cache.find(id(2)));
        assertEquals(Optional.empty(), cache.find(id(1)));
        assertEquals(2, asked.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 429, 502, 503, 504})
    void aServerThatIsAwayIsLeftAloneForAWhile(int status) {
        DocumentCache cache = new DocumentCache(
                (id, known) -> {
                    asked.add(known);
                    throw new HuImagesException(status, "away", null);
                },
                10,
                LONG);
        assertEquals(Optional.empty(), cache.find(id(1)));
        assertEquals(Optional.empty(), cache.find(id(2)));
        assertEquals(1, asked.size());
        assertTrue(cache.isAway());
    }

    @Test
    void whoIsInterruptedKeepsNobodyElseFromAsking() {
        DocumentCache cache = new DocumentCache(
                (id, known) -> {
                    asked.add(known);
                    throw new HuImagesException(0, "interrupted", new InterruptedIOException());
                },
                10,
                LONG);
        cache.find(id(1));
        cache.find(id(1));
        assertEquals(2, asked.size());
    }

    @Test
    void whatIsNotThereIsNotAskedForAgainAtOnce() {
        DocumentCache cache = new DocumentCache(
                (id, known) -> {
                    asked.add(known);
                    return new Fetched(Optional.empty(), Optional.empty());
                },
                10,
                LONG);
        assertEquals(Optional.empty(), cache.find(id(1)));
        assertEquals(Optional.empty(), cache.find(id(1)));
        assertEquals(1, asked.size());
    }

    @Test
    void whatIsForgottenIsAskedForAgain() {
        DocumentCache cache = new DocumentCache(this::fetch, 10, LONG);
        cache.put(info(id(1)));
        assertEquals(Optional.of(info(id(1))), cache.fresh(id(1)));
        cache.forget(id(1));
        assertEquals(Optional.empty(), cache.fresh(id(1)));
        cache.find(id(1));
        assertEquals(1, asked.size());
    }
}
