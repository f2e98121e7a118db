package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.huimages.it.Acknowledged.Picture;
import org.huimages.testkit.PictureMaker;

/// People who upload, describe, mark, delete and look at pictures, all at once, until the server is gone.
final class Traffic {
    private static final int PEOPLE = 6;
    private static final int MOST_PIXELS = 400;
    private static final Set<Integer> REFUSED = Set.of(429, 503);

    private final Http http;
    private final Acknowledged acknowledged;
    private final AtomicInteger numbers;
    private final List<Future<?>> people = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(PEOPLE);
    private volatile boolean over;

    private Traffic(Http http, Acknowledged acknowledged, AtomicInteger numbers) {
        this.http = http;
        this.acknowledged = acknowledged;
        this.numbers = numbers;
    }

    /// @param numbers of the pictures, none of which comes twice
    static Traffic start(Http http, Acknowledged acknowledged, AtomicInteger numbers, Random random) {
        Traffic traffic = new Traffic(http, acknowledged, numbers);
        for (int person = 0; person < PEOPLE; person++) {
            Random own = new Random(random.nextLong());
            traffic.people.add(traffic.threads.submit(() -> traffic.goOn(own)));
        }
        return traffic;
    }

    /// From now on nobody is astonished when the server does not answer.
    void end() {
        over = true;
    }

    /// @throws AssertionError if somebody was answered wrongly before the end
    void awaitEnd() throws InterruptedException, ExecutionException {
        for (Future<?> person : people) {
            person.get();
        }
        threads.shutdown();
    }

    /// Whether somebody has given up before the end.
    boolean isBroken() {
        return people.stream().anyMatch(Future::isDone);
    }

    private void goOn(Random random) {
        while (!over) {
            try {
                doSomething(random);
            } catch (UncheckedIOException gone) {
                if (!over) {
                    throw gone;
                }
            }
        }
    }

    private void doSomething(Random random) {
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> upload(random);
            case 3 -> acknowledged.any(random).ifPresent(this::uploadAgain);
            case 4, 5 -> acknowledged.any(random).ifPresent(picture -> describe(picture, random));
            case 6, 7 -> acknowledged.any(random).ifPresent(picture -> mark(picture, random));
            case 8 -> acknowledged.any(random).ifPresent(picture -> look(picture, random));
            default -> delete(random);
        }
    }

    private void upload(Random random) {
        int number = numbers.incrementAndGet();
        int edge = MOST_PIXELS / 2 + random.nextInt(MOST_PIXELS / 2);
        Picture picture = new Picture(number, PictureMaker.jpeg(PictureMaker.photo(edge, MOST_PIXELS, number)));
        String title = word(random);
        acknowledged.send(picture);
        byte[] file = Http.part("file", number + ".jpg", picture.file);
        if (done(http.form(Http.ADMIN, file, Http.field("title", title)), 201)) {
            picture.titles.add(title);
            acknowledged.add(picture);
        }
    }

    private void uploadAgain(Picture picture) {
        if (done(http.upload("again.jpg", picture.file), 200)) {
            acknowledged.note();
        }
    }

    private void describe(Picture picture, Random random) {
        String title = word(random);
        if (done(json("PATCH", "/api/images/" + picture.id, "{\"addTitle\": \"" + title + "\"}"), 200)) {
            picture.titles.add(title);
            acknowledged.note();
        }
    }

    private void mark(Picture picture, Random random) {
        String tag = word(random);
        String path = "/api/images/" + picture.id + "/users/user" + random.nextInt(3);
        if (done(json("PUT", path, "{\"addTags\": [\"" + tag + "\"]}"), 200)) {
            picture.tags.add(tag);
            acknowledged.note();
        }
    }

    private void look(Picture picture, Random random) {
        String path = "/" + (1 + random.nextInt(MOST_PIXELS)) + "x300/" + picture.id + ".jpeg";
        HttpResponse<byte[]> answer = http.get(path);
        assertTrue(!done(answer, 200) || Jpegs.isWhole(answer.body()), () -> path + " is not whole");
    }

    private void delete(Random random) {
        List<Picture> doomed = acknowledged.pictures().stream()
                .filter(picture -> picture.isDoomed() && !picture.deletionSent)
                .toList();
        if (!doomed.isEmpty()) {
            Picture picture = doomed.get(random.nextInt(doomed.size()));
            picture.deletionSent = true;
            if (done(json("DELETE", "/api/images/" + picture.id, ""), 204)) {
                picture.deleted = true;
                acknowledged.note();
            }
        }
    }

    private HttpResponse<byte[]> json(String method, String path, String body) {
        return http.send(
                method,
                path,
                body.getBytes(StandardCharsets.UTF_8),
                "Authorization",
                Http.ADMIN,
                "Content-Type",
                "application/json");
    }

    /// A word that nobody has said before.
    private static String word(Random random) {
        return "w" + Long.toString(random.nextLong() >>> 1, Character.MAX_RADIX);
    }

    private static boolean done(HttpResponse<byte[]> answer, int expected) {
        assertTrue(
                answer.statusCode() == expected || REFUSED.contains(answer.statusCode()),
                () -> answer + " " + Http.text(answer));
        return answer.statusCode() == expected;
    }
}
