package org.huimages.store.couch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.huimages.catalog.Audience;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.original.StoreSetupException;
import org.huimages.store.couch.RecordedCouch.Answer;
import org.huimages.testkit.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the stand-in for CouchDB never does: refuse, lock out, redirect, be silent, be away.
class CouchTroubleTest {
    private static final CouchLimits LIMITS = CouchLimits.ofAnswers(Duration.ofSeconds(2));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "401; {\"error\":\"unauthorized\",\"reason\":\"Name or password is incorrect.\"}; HUIMAGESCOUCHSERVER: user or password is wrong",
                "403; {\"error\":\"forbidden\",\"reason\":\"Account is temporarily locked.\"}; HUIMAGESCOUCHSERVER: the user may not do this",
                "404; {\"error\":\"not_found\",\"reason\":\"Database does not exist.\"}; the database huimages is not there",
                "301; moved; HUIMAGESCOUCHSERVER: ",
                "500; {\"error\":\"badmatch\",\"reason\":\"x\"}; 500 badmatch",
                "200; <html>; HUIMAGESCOUCHSERVER: the database huimages does not answer as a CouchDB does"
            })
    void theStateSaysInOneLineWhatIsWrong(int status, String body, String line) {
        try (RecordedCouch couch = new RecordedCouch((request, sent) -> new Answer(status, body));
                CouchCatalog catalog = CouchCatalog.open(couch.address(), CouchNames.USUAL, LIMITS)) {
            String state = catalog.state();
            assertTrue(state.startsWith("down: ") && state.contains(line), state);
            assertTrue(state.lines().count() == 1 && !state.contains("secret"), state);
            IOException refused = assertThrows(IOException.class, catalog::check);
            assertEquals(line.startsWith("HUIMAGESCOUCHSERVER"), refused instanceof StoreSetupException, state);
            Failure failure = assertThrows(FailureException.class, () -> catalog.find(Samples.id(1)))
                    .failure();
            assertInstanceOf(Failure.Unavailable.class, failure);
            assertEquals("the catalog does not answer", failure.text());
        }
    }

    @Test
    void aMissingDatabaseIsNotAMissingDocument() {
        Answer missing = new Answer(404, "{\"error\":\"not_found\",\"reason\":\"missing\"}");
        try (RecordedCouch couch =
                        new RecordedCouch((request, sent) -> request.equals("GET /") ? Answer.WELCOME : missing);
                CouchCatalog catalog = CouchCatalog.open(couch.address(), CouchNames.USUAL, LIMITS)) {
            assertEquals(Optional.empty(), catalog.find(Samples.id(1)));
            assertTrue(couch.requests.stream().allMatch(request -> request.endsWith(" Basic YW5uOnNlY3JldA==")));
        }
    }

    @Test
    void listsAreUnavailableUntilTheirIndexIsThereAndTheRestIsNot() {
        Answer page = new Answer(200, "{\"total_rows\":0,\"offset\":0,\"rows\":[]}");
        Answer refused = new Answer(401, "{\"error\":\"unauthorized\",\"reason\":\"You are not a db admin.\"}");
        try (RecordedCouch couch = new RecordedCouch((request, sent) ->
                        request.equals("GET /") ? Answer.WELCOME : request.contains("_all_docs") ? page : refused);
                CouchCatalog catalog = CouchCatalog.open(couch.address(), CouchNames.USUAL, LIMITS)) {
            assertEquals(List.of(), catalog.page(Audience.PUBLIC, "", 5));
            Failure failure = assertThrows(
                            FailureException.class, () -> catalog.newest(Audience.PUBLIC, Optional.empty(), 5))
                    .failure();
            assertInstanceOf(Failure.Unavailable.class, failure);
            assertEquals("the catalog's lists are not ready yet", failure.text());
        }
    }

    @Test
    void numbersAndNullsKeepTheFormInWhichTheyCame() {
        String fields =
                "\"ctime\":\"20090129T235959.000000\",\"width\":1e400,\"x\":[1.0,1.50,-0.0,12345678901234567890.1,null],"
                        + "\"references\":{\"a\":[1E5,null]},\"_attachments\":{\"a/b %.jpeg\":{\"stub\":true,\"length\":3,\"digest\":\"md5-x\",\"revpos\":1}}";
        String id = Samples.id(1).text();
        Answer document = new Answer(200, "{\"_id\":\"%s\",\"_rev\":\"1-a\",%s}".formatted(id, fields));
        List<String> written = new ArrayList<>();
        try (RecordedCouch couch = new RecordedCouch((request, sent) -> {
                    if (request.equals("POST /huimages")) {
                        written.add(sent);
                        return new Answer(201, "{\"ok\":true,\"id\":\"x\",\"rev\":\"2-a\"}");
                    }
                    return request.contains(id) ? document : Answer.WELCOME;
                });
                CouchCatalog catalog = CouchCatalog.open(couch.address(), CouchNames.USUAL, LIMITS)) {
            catalog.update(Samples.id(1), found -> found.with(found.state().withHidden(true)));
        }
        assertEquals(List.of("{\"_id\":\"%s\",\"_rev\":\"1-a\",%s,\"private\":true}".formatted(id, fields)), written);
    }

    @Test
    void endlessConflictsEnd() {
        String id = Samples.id(1).text();
        Answer conflict = new Answer(409, "{\"error\":\"conflict\",\"reason\":\"Document update conflict.\"}");
        Answer document = new Answer(200, "{\"_id\":\"%s\",\"_rev\":\"1-a\"}".formatted(id));
        try (RecordedCouch couch = new RecordedCouch((request, sent) -> request.startsWith("POST /huimages")
                        ? conflict
                        : request.contains(id) ? document : Answer.WELCOME);
                CouchCatalog catalog = CouchCatalog.open(couch.address(), CouchNames.USUAL, LIMITS)) {
            FailureException crowded = assertThrows(
                    FailureException.class,
                    () -> catalog.update(
                            Samples.id(1), found -> found.with(found.state().withHidden(true))));
            assertInstanceOf(Failure.Unavailable.class, crowded.failure());
        }
    }

    @Test
    void halfACharacterIsRefusedBeforeItIsSent() {
        try (RecordedCouch couch = new RecordedCouch((request, sent) -> request.equals("GET /")
                        ? Answer.WELCOME
                        : new Answer(404, "{\"error\":\"not_found\",\"reason\":\"missing\"}"));
                CouchCatalog catalog = CouchCatalog.open(couch.address(), CouchNames.USUAL, LIMITS)) {
            Failure failure = assertThrows(
                            FailureException.class, () -> catalog.save(Samples.document(1, "half \uD83D")))
                    .failure();
            assertInstanceOf(Failure.Unprocessable.class, failure);
        }
    }

    @Test
    void aServerThatIsSilentOrAwayFailsWithinTheTime() throws Exception {
        CouchAddress address;
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            address = CouchAddress.parse("http://127.0.0.1:" + silent.getLocalPort());
            assertFailsInTime(address, "does not answer in time");
        }
        assertFailsInTime(address, "connection refused");
    }

    @Test
    void oneThatIsAwayIsLeftAloneAndTheReasonIsSaid() throws Exception {
        CouchAddress address;
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            address = CouchAddress.parse("http://127.0.0.1:" + silent.getLocalPort());
            CouchLimits briefly = CouchLimits.ofAnswers(Duration.ofMillis(200));
            try (CouchCatalog catalog = CouchCatalog.open(address, CouchNames.USUAL, briefly)) {
                for (int call = 0; call < 3; call++) {
                    assertThrows(FailureException.class, () -> catalog.find(Samples.id(1)));
                }
                assertTrue(catalog.state().startsWith("down: CouchDB is left alone"), catalog::state);
                assertTrue(catalog.state().endsWith("does not answer in time"), catalog::state);
            }
        }
    }

    @Test
    void oneThatRefusesIsAskedAgain() {
        Answer refused = new Answer(401, "{\"error\":\"unauthorized\",\"reason\":\"no\"}");
        try (RecordedCouch couch = new RecordedCouch((request, sent) -> refused);
                CouchCatalog catalog = CouchCatalog.open(couch.address(), CouchNames.USUAL, LIMITS)) {
            for (int call = 0; call < 5; call++) {
                assertTrue(catalog.state().contains("user or password is wrong"), catalog::state);
            }
        }
    }

    @Test
    void whoeverOnlyReadsMakesNeitherDatabasesNorDesigns() throws Exception {
        Answer missing = new Answer(404, "{\"error\":\"not_found\",\"reason\":\"missing\"}");
        Answer none =
                new Answer(200, "{\"total_rows\":0,\"offset\":0,\"rows\":[{\"key\":\"x\",\"error\":\"not_found\"}]}");
        CountDownLatch asked = new CountDownLatch(2);
        try (RecordedCouch couch = new RecordedCouch((request, sent) -> {
                    if (request.contains("_design")) {
                        asked.countDown();
                    }
                    return request.equals("GET /") ? Answer.WELCOME : request.contains("_all_docs") ? none : missing;
                });
                CouchCatalog catalog = CouchCatalog.openReadOnly(couch.address(), CouchNames.USUAL, LIMITS)) {
            assertTrue(asked.await(5, TimeUnit.SECONDS));
            while (!catalog.state().contains("HUIMAGES_READ_ONLY")) {
                Thread.onSpinWait();
            }
            assertTrue(
                    couch.requests.stream()
                            .allMatch(request -> request.startsWith("GET ") || request.contains("_all_docs")),
                    () -> couch.requests.toString());
        }
    }

    private static void assertFailsInTime(CouchAddress address, String line) {
        CouchLimits briefly = CouchLimits.ofAnswers(Duration.ofMillis(500));
        try (CouchCatalog catalog = CouchCatalog.open(address, CouchNames.USUAL, briefly)) {
            long begin = System.nanoTime();
            assertThrows(FailureException.class, () -> catalog.find(Samples.id(1)));
            Duration taken = Duration.ofNanos(System.nanoTime() - begin);
            assertTrue(taken.compareTo(Duration.ofSeconds(2)) < 0, taken::toString);
            assertTrue(catalog.state().endsWith(line), catalog::state);
        }
    }

    @Test
    void anAnswerThatNeverEndsIsGivenUp() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (ServerSocket dripping = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> drip(dripping, end));
            assertFailsInTime(
                    CouchAddress.parse("http://127.0.0.1:" + dripping.getLocalPort()), "does not answer in time");
        } finally {
            end.countDown();
        }
    }

    /// A header a letter at a time: no single read is too long.
    private static void drip(ServerSocket server, CountDownLatch end) {
        try {
            while (end.getCount() > 0) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> drip(socket, end));
            }
        } catch (IOException closed) {
            end.countDown();
        }
    }

    private static void drip(Socket socket, CountDownLatch end) {
        try (OutputStream out = socket.getOutputStream()) {
            out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            while (!end.await(50, TimeUnit.MILLISECONDS)) {
                out.write('x');
                out.flush();
            }
        } catch (IOException | InterruptedException givenUp) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void nothingIsLeftAfterClosing() throws Exception {
        try (RecordedCouch couch = new RecordedCouch((request, sent) -> Answer.WELCOME)) {
            CouchCatalog catalog = CouchCatalog.open(couch.address(), CouchNames.USUAL, LIMITS);
            CouchOriginals originals = CouchOriginals.open(couch.address(), CouchNames.USUAL);
            CouchChanges changes = CouchChanges.follow(couch.address(), CouchNames.USUAL, "0", (ids, since) -> {});
            catalog.state();
            originals.attachments(Samples.id(1));
            assertTrue(threads().size() >= 2, () -> threads().toString());
            changes.close();
            originals.close();
            catalog.close();
            assertEquals(List.of(), threads());
        }
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("huimages-couch"))
                .toList();
    }

    @Test
    void anAddressHidesItsPassword() {
        CouchAddress address = CouchAddress.parse("https://ann:se%3Acret+%2F@couch.example:6984/db/");
        assertEquals("https://couch.example:6984/db/", address.toString());
        assertEquals(new CouchAddress.Login("ann", "se:cret+/"), address.login().orElseThrow());
        for (String wrong : List.of("couch:5984", "ftp://h/", "http://h:1/?q", "http://ann@h/", "http://a b/", "")) {
            String message = assertThrows(IllegalArgumentException.class, () -> CouchAddress.parse(wrong))
                    .getMessage();
            assertEquals("no address", message);
        }
    }
}
