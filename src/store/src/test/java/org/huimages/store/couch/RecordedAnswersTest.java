package org.huimages.store.couch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.huimages.failure.FailureException;
import org.huimages.store.couch.RecordedCouch.Answer;
import org.huimages.testkit.Samples;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Answers in the forms of CouchDB 3.5, where the stand-in has others: sequences that are texts, rows of documents
/// that are not there, addresses that have to be encoded in one way and not in another.
class RecordedAnswersTest {
    private static final CouchLimits LIMITS = CouchLimits.ofAnswers(Duration.ofSeconds(10));
    private static final ImageId ONE = Samples.id(1);
    private static final ImageId TWO = Samples.id(2);
    private static final String SEQUENCE =
            "23-g1AAAACbeJzLYWBgYMpgTmHgz8tPSTV0MDQy1zMAQsMckEQiQ1L9____szKYE5lygQLs5gaGSYnJadg04DEmSQFI+/HKzz";
    private static final Answer MISSING = new Answer(404, "{\"error\":\"not_found\",\"reason\":\"missing\"}\n");
    private static final Answer DATABASE = new Answer(200, """
            {"instance_start_time":"1764115200","db_name":"huimages","purge_seq":"0-g1AAAABXeJzLYWBgYMpgTmHg","update_seq":"%s",\
            "sizes":{"file":270565,"external":7000,"active":46284},"props":{},"doc_del_count":1,"doc_count":21,\
            "disk_format_version":8,"compact_running":false,"cluster":{"q":2,"n":1,"w":1,"r":1}}
            """.formatted(SEQUENCE));
    private static final Answer NO_ROWS = new Answer(200, "{\"total_rows\":21,\"offset\":null,\"rows\":[\n\n]}\n");

    private static final String NAME = "a/b +%41?c#\u00fc.jpeg";
    private static final String ENCODED = "a%2Fb%20%2B%2541%3Fc%23%C3%BC.jpeg";
    private static final String BYTES = "an original";

    @TempDir
    Path folder;

    /// What every test is answered that asks for nothing else.
    private static Answer usual(String request) {
        if (request.equals("GET /")) {
            return Answer.WELCOME;
        }
        if (request.matches("GET /huimages(_meta)?")) {
            return DATABASE;
        }
        return request.contains("/_all_docs") || request.contains("/_view/") ? NO_ROWS : MISSING;
    }

    private static CouchCatalog open(RecordedCouch couch) {
        return CouchCatalog.open(couch.address(), CouchNames.USUAL, LIMITS);
    }

    @Test
    void aSequenceIsATextThatIsSentBackAsItCame() throws Exception {
        LinkedBlockingQueue<Set<ImageId>> heard = new LinkedBlockingQueue<>();
        String first = """
                {"results":[
                {"seq":"1-g1AAA+/","id":"_design/huimages","changes":[{"rev":"1-967a00dff5e02add41819138abb3284d"}]},
                {"seq":"22-g1AAB+/","id":"%s","changes":[{"rev":"4-0b1"}]},
                {"seq":"%s","id":"%s","changes":[{"rev":"2-7051cbe5c8faecd085a3fa619e6e6337"}],"deleted":true}
                ],
                "last_seq":"%s","pending":0}
                """.formatted(ONE, SEQUENCE, TWO, SEQUENCE);
        Answer nothingMore =
                new Answer(200, "{\"results\":[\n\n],\n\"last_seq\":\"" + SEQUENCE + "\",\"pending\":0}\n");
        try (RecordedCouch couch = new RecordedCouch((request, sent) -> request.contains("_changes")
                        ? request.endsWith("&since=0") ? new Answer(200, first) : nothingMore
                        : usual(request));
                CouchChanges changes =
                        CouchChanges.follow(couch.address(), CouchNames.USUAL, "0", (ids, since) -> heard.add(ids))) {
            assertEquals(Set.of(ONE, TWO), heard.poll(10, TimeUnit.SECONDS));
            assertTrue(changes.awaitCurrent(Duration.ofSeconds(10)));
            String sent = "since=" + URLEncoder.encode(SEQUENCE, StandardCharsets.UTF_8) + " ";
            assertTrue(
                    couch.requests.stream().anyMatch(request -> request.contains(sent)),
                    () -> couch.requests.toString());
        }
    }

    @Test
    void aDatabaseIsAsLargeAsItSaysWithoutItsDesigns() {
        String designs = """
                {"total_rows":21,"offset":0,"rows":[
                {"id":"_design/huimages","key":"_design/huimages","value":{"rev":"1-967a00dff5e02add41819138abb3284d"}}
                ]}
                """;
        try (RecordedCouch couch = new RecordedCouch(
                        (request, sent) -> request.contains("_all_docs?") && request.contains("_design")
                                ? new Answer(200, designs)
                                : usual(request));
                CouchCatalog catalog = open(couch)) {
            assertEquals(20, catalog.size());
        }
    }

    /// A deleted one is a row without an error, whose document is null.
    @Test
    void rowsOfWhatIsNotThereArePassedOver() {
        String rows = """
                {"total_rows":21,"offset":null,"rows":[
                {"key":"%1$s","error":"not_found"},
                {"id":"%1$s","key":"%1$s","value":{"rev":"2-7051","deleted":true},"doc":null},
                {"id":"%2$s","key":"%2$s","value":{"rev":"1-967a"},"doc":{"_id":"%2$s","_rev":"1-967a","title":["two"]}}
                ]}
                """.formatted(ONE, TWO);
        try (RecordedCouch couch = new RecordedCouch((request, sent) ->
                        request.startsWith("POST /huimages/_all_docs") ? new Answer(200, rows) : usual(request));
                CouchCatalog catalog = open(couch)) {
            assertEquals(
                    List.of(TWO),
                    catalog.findAll(List.of(ONE, ONE, TWO)).stream()
                            .map(document -> document.id())
                            .toList());
        }
    }

    /// An address cannot hold every name: `/`, `+`, `%`, `?` and `#` mean something there, or are refused.
    @Test
    void usersStandInBodiesAndInNoAddress() {
        String user = "a/b+c %41?d#\u00fc;\"e";
        String document = "{\"_id\":\"%s\",\"_rev\":\"1-967a\"}".formatted(ONE);
        LinkedBlockingQueue<String> bodies = new LinkedBlockingQueue<>();
        try (RecordedCouch couch = new RecordedCouch((request, body) -> {
                    bodies.add(body);
                    if (request.equals("GET /huimages/" + ONE)) {
                        return new Answer(200, document);
                    }
                    return request.equals("POST /huimages_meta")
                            ? new Answer(202, "{\"ok\":true,\"id\":\"x\",\"rev\":\"1-967a\"}\n")
                            : usual(request);
                });
                CouchCatalog catalog = open(couch)) {
            assertTrue(
                    catalog.mark(ONE, user, marks -> marks.withFavourite(true)).isPresent());
            String id = "\"" + ONE + "-" + user.replace("\"", "\\\"") + "\"";
            assertTrue(bodies.stream().anyMatch(body -> body.contains("\"_id\":" + id)), bodies::toString);
            assertTrue(bodies.stream().anyMatch(body -> body.contains("\"keys\":[" + id + "]")), bodies::toString);
            assertTrue(
                    couch.requests.stream().noneMatch(request -> request.contains("a/b") || request.contains("%2F")),
                    () -> couch.requests.toString());
        }
    }

    /// `_design%2Fx` is answered with 301 there.
    @Test
    void designsAreAskedForWithTheirSlash() {
        LinkedBlockingQueue<String> asked = new LinkedBlockingQueue<>();
        try (RecordedCouch couch = new RecordedCouch((request, sent) -> {
                    if (request.contains("_design")) {
                        asked.add(request);
                    }
                    return usual(request);
                });
                CouchCatalog _ = open(couch)) {
            assertEquals("GET /huimages", poll(asked).replaceFirst("(_meta)?/_design/huimages(-server)?$", ""));
        }
    }

    private static String poll(LinkedBlockingQueue<String> queue) {
        try {
            return Optional.ofNullable(queue.poll(10, TimeUnit.SECONDS)).orElseThrow();
        } catch (InterruptedException hurry) {
            throw new IllegalStateException(hurry);
        }
    }

    private static ImageId original() throws Exception {
        return ImageId.of(
                MessageDigest.getInstance("SHA-1").digest(BYTES.getBytes(StandardCharsets.UTF_8)), Samples.CLUSTER);
    }

    private static RecordedCouch holding(ImageId id, Answer attachment) {
        String document = """
                {"_id":"%s","_rev":"3-825c","_attachments":{"%s":{"content_type":"image/jpeg","revpos":2,\
                "digest":"md5-rL0Y20zC+Fzt72VPzMSk2A==","length":%d,"stub":true}}}
                """.formatted(id, NAME, BYTES.length());
        return new RecordedCouch((request, sent) -> {
            if (request.equals("GET /huimages/" + id)) {
                return new Answer(200, document);
            }
            return request.equals("GET /huimages/" + id + "/" + ENCODED) ? attachment : usual(request);
        });
    }

    @Test
    void anAttachmentOfAnyNameIsFetched() throws Exception {
        ImageId id = original();
        Path target = folder.resolve("target");
        try (RecordedCouch couch = holding(id, new Answer(200, BYTES));
                CouchOriginals originals = CouchOriginals.open(couch.address(), CouchNames.USUAL)) {
            assertEquals(NAME, originals.fetch(id, target).orElseThrow().name());
            assertArrayEquals(BYTES.getBytes(StandardCharsets.UTF_8), Files.readAllBytes(target));
        }
    }

    /// No part is ever asked for; a proxy may send one all the same.
    @Test
    void aPartOfAnAttachmentIsNotTakenForTheWhole() throws Exception {
        ImageId id = original();
        Path target = folder.resolve("target");
        try (RecordedCouch couch = holding(id, new Answer(206, BYTES));
                CouchOriginals originals = CouchOriginals.open(couch.address(), CouchNames.USUAL)) {
            assertThrows(FailureException.class, () -> originals.fetch(id, target));
        }
        try (RecordedCouch couch = holding(id, new Answer(200, BYTES.substring(1)));
                CouchOriginals originals = CouchOriginals.open(couch.address(), CouchNames.USUAL)) {
            assertThrows(IOException.class, () -> originals.fetch(id, target));
        }
        assertFalse(Files.exists(target));
    }

    /// A few wrong passwords lock the account, against the right one too, for some minutes.
    @Test
    void anAccountThatIsLockedIsNamedAndUsedAgainAfterwards() {
        boolean[] locked = {true};
        Answer refused = new Answer(
                403,
                "{\"error\":\"forbidden\",\"reason\":\"Account is temporarily locked due to multiple"
                        + " authentication failures\"}\n");
        try (RecordedCouch couch = new RecordedCouch((request, sent) -> locked[0] ? refused : usual(request));
                CouchCatalog catalog = open(couch)) {
            for (int time = 0; time < 5; time++) {
                assertTrue(
                        catalog.state().startsWith("down: HUIMAGESCOUCHSERVER: the user may not do this, or is locked"),
                        catalog::state);
            }
            locked[0] = false;
            assertFalse(catalog.state().startsWith("down"), catalog::state);
            assertEquals(Optional.empty(), catalog.find(ONE));
        }
    }

    /// Whoever may read and write, and is no administrator of the database, makes no lists.
    @Test
    void missingRightsToMakeListsAreNamed() {
        Answer noAdmin =
                new Answer(401, "{\"error\":\"unauthorized\",\"reason\":\"You are not a db or server admin.\"}\n");
        try (RecordedCouch couch =
                        new RecordedCouch((request, sent) -> sent.contains("_design/") ? noAdmin : usual(request));
                CouchCatalog catalog = open(couch)) {
            String line = "building: HUIMAGESCOUCHSERVER: user or password is wrong, or missing";
            while (!catalog.state().startsWith(line)) {
                assertTrue(catalog.state().startsWith("building: "), catalog::state);
                Thread.onSpinWait();
            }
        }
    }
}
