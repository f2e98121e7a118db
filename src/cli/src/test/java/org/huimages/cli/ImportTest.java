package org.huimages.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.huimages.cli.shell.Exit;
import org.huimages.testkit.net.StubServer;
import org.huimages.testkit.net.StubServer.Reply;
import org.huimages.testkit.net.StubServer.Request;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an import asks the server for, and what it makes of the answers.
class ImportTest {
    private static final String EMPTY = "{\"images\": []}";

    private final StubServer server = new StubServer();

    @TempDir
    Path tree;

    @AfterEach
    void stop() {
        server.close();
    }

    private Run run(String... arguments) {
        return Run.of(
                Map.of("HUIMAGES_API_URL", server.address(), "HUIMAGES_USER", "ann", "HUIMAGES_PASSWORD", "secret"),
                tree,
                arguments);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(tree.resolve(name), content);
    }

    private static String id(String content) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            return ImageId.of(sha1.digest(content.getBytes(StandardCharsets.UTF_8)), "01")
                    .text();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String document(String id) {
        return "{\"id\": \"" + id + "\", \"titles\": [\"old\"], \"tags\": [], \"types\": [], \"references\": {}}";
    }

    private long posts() {
        return server.requests().stream()
                .filter(request -> request.method().equals("POST"))
                .count();
    }

    private static boolean isUpload(Request request) {
        return request.method().equals("POST");
    }

    @Test
    void whatIsThereIsNotSent() throws IOException {
        file("a.jpg", "A");
        file("b.jpg", "B");
        server.answers(200, "{\"images\": [%s, %s]}".formatted(document(id("A")), document(id("B"))));
        Run run = run("import", tree.toString());
        assertEquals(Exit.DONE, run.code(), run.err());
        assertEquals(0, posts());
        assertTrue(run.err().contains("2 there already"), run.err());
        assertFalse(run.err().contains("\r"), "no bar in a pipe");
        assertEquals(2, run.lines().size());
    }

    @Test
    void whatIsThereIsToldWhatIsNew() throws IOException {
        file("a.jpg", "A");
        String document = document(id("A"));
        server.answers(request ->
                Reply.of(200, request.method().equals("GET") ? "{\"images\": [" + document + "]}" : document));
        Run run = run("import", tree.toString(), "--title", "new", "--tag", "Sea");
        assertEquals(Exit.DONE, run.code(), run.err());
        assertEquals(0, posts());
        List<Request> changes = server.requests().stream()
                .filter(request -> !request.method().equals("GET"))
                .toList();
        assertEquals(
                List.of("PATCH /api/images/" + id("A"), "PUT /api/images/" + id("A") + "/users/ann"),
                changes.stream().map(Request::line).toList());
        assertEquals("{\"addTitle\":\"new\"}", changes.getFirst().body());
        assertEquals("{\"addTags\":[\"sea\"]}", changes.getLast().body());
    }

    @Test
    void aDryRunChangesNothing() throws IOException {
        file("a.jpg", "A");
        file("b.jpg", "B");
        server.answers(200, "{\"images\": [%s]}".formatted(document(id("A"))));
        Run run = run("import", tree.toString(), "--dry-run", "--title", "new", "--json");
        assertEquals(Exit.DONE, run.code(), run.err());
        assertTrue(
                server.requests().stream().allMatch(request -> request.method().equals("GET")));
        assertTrue(run.lines().getLast().contains("\"new\":1"), run.out());
    }

    @Test
    void theSameBytesTwiceAreSentOnce() throws IOException {
        file("a.jpg", "A");
        file("b.jpg", "A");
        server.answers(request -> isUpload(request) ? Reply.of(201, document(id("A"))) : Reply.of(200, EMPTY));
        Run run = run("import", tree.toString());
        assertEquals(Exit.DONE, run.code(), run.err());
        assertEquals(1, posts());
        assertTrue(run.err().contains("1 imported"), run.err());
        assertTrue(run.err().contains("1 there already"), run.err());
    }

    @Test
    void oneThatIsRefusedCostsTheOthersNothing() throws IOException {
        file("a.jpg", "A");
        file("b.jpg", "B");
        server.answers(request -> !isUpload(request)
                ? Reply.of(200, EMPTY)
                : request.body().contains("a.jpg")
                        ? Reply.of(422, "{\"detail\": \"damaged\"}")
                        : Reply.of(201, document(id("B"))));
        Run run = run("import", tree.toString(), "--jobs", "1");
        assertEquals(Exit.FAILED, run.code());
        assertTrue(run.err().contains("1 imported"), run.err());
        assertTrue(run.err().contains("a.jpg: 422: damaged"), run.err());
    }

    @Test
    void aServerWhoseDiskIsFullEndsIt() throws IOException {
        for (int number = 0; number < 20; number++) {
            file(number + ".jpg", "picture " + number);
        }
        server.answers(request ->
                isUpload(request) ? Reply.of(507, "{\"detail\": \"the disk is full\"}") : Reply.of(200, EMPTY));
        Run run = run("import", tree.toString(), "--jobs", "2");
        assertEquals(Exit.FAILED, run.code());
        assertTrue(posts() < 10, posts() + " of 20 were tried");
        assertTrue(run.err().lines().toList().getLast().contains("the disk is full"), run.err());
    }

    @Test
    void whoIsNotAllowedIsToldAtOnce() throws IOException {
        file("a.jpg", "A");
        server.answers(401, "{\"detail\": \"wrong password\"}");
        Run run = run("import", tree.toString());
        assertEquals(Exit.REFUSED, run.code());
        assertEquals(1, server.requests().size());
        assertEquals("huimages: 401: wrong password", run.err().strip());
    }

    @Test
    void aServerThatStartsAgainIsWaitedFor() throws IOException {
        file("a.jpg", "A");
        AtomicInteger uploads = new AtomicInteger();
        server.answers(request -> !isUpload(request)
                ? Reply.of(200, EMPTY)
                : uploads.incrementAndGet() <= 4
                        ? new Reply(503, Map.of("Retry-After", "0"), "{\"detail\": \"starting\"}")
                        : Reply.of(201, document(id("A"))));
        Run run = run("import", tree.toString());
        assertEquals(Exit.DONE, run.code(), run.err());
        assertEquals(5, uploads.get());
    }

    @Test
    void namesThatAreNoTextAreNoHindrance() throws Exception {
        bash("printf A > \"$0\"/$'bad\\xff.jpg'");
        file("red\u001b[31m.jpg", "B");
        server.answers(request -> isUpload(request) ? Reply.of(201, document(id("A"))) : Reply.of(200, EMPTY));
        Run run = run("import", tree.toString());
        assertEquals(Exit.DONE, run.code(), run.err());
        assertTrue(run.err().contains("2 imported"), run.err());
        assertFalse(run.out().contains("\u001b"), run.out());
    }

    private void bash(String script) throws IOException, InterruptedException {
        Process bash = new ProcessBuilder("bash", "-c", script, tree.toString())
                .inheritIO()
                .start();
        assertEquals(0, bash.waitFor());
    }

    @Test
    void aPipeIsNotWaitedFor() throws Exception {
        bash("mkfifo \"$0/a.jpg\"");
        server.answers(200, EMPTY);
        Run run = run("import", tree.toString());
        assertEquals(Exit.FAILED, run.code());
        assertTrue(run.err().contains("a.jpg: is no file"), run.err());
    }

    @Test
    void oneThatIsGoneBeforeItIsSentCostsTheOthersNothing() throws IOException {
        Path gone = file("a.jpg", "A");
        file("b.jpg", "B");
        server.answers(request -> {
            if (isUpload(request)) {
                return Reply.of(201, document(id("B")));
            }
            delete(gone, request);
            return Reply.of(200, EMPTY);
        });
        Run run = run("import", tree.toString());
        assertEquals(Exit.FAILED, run.code(), run.err());
        assertTrue(run.err().contains("1 imported"), run.err());
        assertTrue(run.err().contains("a.jpg: there is no such file"), run.err());
    }

    private static void delete(Path file, Request known) {
        try {
            if (known.line().contains("ids=")) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void theSameBytesUnderAnotherNameHaveTheirTurnIfTheFirstCameToNothing() throws IOException {
        file("a.jpg", "A");
        file("b.jpg", "A");
        server.answers(request -> !isUpload(request)
                ? Reply.of(200, EMPTY)
                : request.body().contains("a.jpg")
                        ? Reply.of(422, "{\"detail\": \"its name\"}")
                        : Reply.of(201, document(id("A"))));
        Run run = run("import", tree.toString());
        assertEquals(2, posts());
        assertTrue(run.err().contains("1 imported"), run.err());
        assertTrue(run.err().contains("0 there already"), run.err());
    }

    @Test
    void whatTheServerKeepsInAnotherFormIsNoNews() throws IOException {
        Path file = file("_.jpg", "A");
        String document = "{\"id\": \"%s\", \"titles\": [\"a b\"], \"tags\": [\"sea\", \"blue\"], \"types\": [\"x\"]}"
                .formatted(id("A"));
        server.answers(200, "{\"images\": [%s]}".formatted(document));
        String path = file.toString();
        for (Run run : List.of(
                run("import", path, "--title", " a\tb "),
                run("import", path, "--title-from-name"),
                run("import", path, "--type", " x", "--tag", "Sea Blue"))) {
            assertEquals(Exit.DONE, run.code(), run.err());
            assertTrue(run.err().contains("1 there already\n"), run.err());
        }
        assertTrue(
                server.requests().stream().allMatch(request -> request.method().equals("GET")));
    }

    @Test
    void aClusterThatIsNotTheFirstIsLearned() throws IOException {
        file("a.jpg", "A");
        String there = id("A").replaceFirst("01$", "07");
        server.answers(200, "{\"images\": [%s]}".formatted(document(there)));
        Run run = run("import", tree.toString());
        assertEquals(0, posts());
        assertTrue(run.out().startsWith(there), run.out());
    }
}
