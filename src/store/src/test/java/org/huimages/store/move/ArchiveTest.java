package org.huimages.store.move;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.huimages.archive.Archives;
import org.huimages.archive.ExportJob;
import org.huimages.archive.ImportJob;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.Description;
import org.huimages.catalog.Facts;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.JsonText;
import org.huimages.catalog.Marks;
import org.huimages.catalog.MemoryCatalog;
import org.huimages.catalog.State;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.job.Job;
import org.huimages.job.JobState;
import org.huimages.original.MemoryOriginalStore;
import org.huimages.original.OriginalStore;
import org.huimages.original.Sums;
import org.huimages.original.Verify;
import org.huimages.stock.Stock;
import org.huimages.store.couch.CouchAddress;
import org.huimages.store.couch.CouchCatalog;
import org.huimages.store.couch.CouchLimits;
import org.huimages.store.couch.CouchNames;
import org.huimages.store.file.FileOriginalStore;
import org.huimages.store.h2.H2Catalog;
import org.huimages.store.json.ArchiveText;
import org.huimages.store.s3.S3Config;
import org.huimages.store.s3.S3Keys;
import org.huimages.store.s3.S3OriginalStore;
import org.huimages.testkit.JobRunner;
import org.huimages.testkit.SampleDocument;
import org.huimages.testkit.SampleStates;
import org.huimages.testkit.Samples;
import org.huimages.testkit.couch.CouchServer;
import org.huimages.testkit.net.S3Server;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// From one store to another by way of an archive: nothing is lost, and nothing added.
@Timeout(120)
class ArchiveTest {
    private static final String ERASED = "erased";

    @RegisterExtension
    static final CouchServer COUCH = new CouchServer();

    @TempDir
    Path folder;

    private Archives archives() {
        return new Archives(folder.resolve("export"), new ArchiveText());
    }

    private static byte[] bytes(int number) {
        return ("original " + number).getBytes(StandardCharsets.US_ASCII);
    }

    /// Each another one: the store may have made a link of it.
    private Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "bytes", ""), bytes);
    }

    private ImageId id(int number) throws IOException {
        return ImageId.of(Sums.of(file(bytes(number))).sha1(), Samples.CLUSTER);
    }

    /// That of [SampleDocument], with the ID and the facts of its bytes.
    private ImageDocument document(int number, State state) throws IOException {
        ImageDocument sample = new SampleDocument(number)
                .titles("one", "zwölf\t\n")
                .state(state)
                .other("shop", "{\"id\":" + number + ",\"name\":\"M\\tü\"}")
                .other("void", "null")
                .get();
        Facts facts = sample.facts().orElseThrow();
        Sums sums = Sums.of(file(bytes(number)));
        return new ImageDocument(
                id(number),
                number % 3 == 0
                        ? Optional.empty()
                        : Optional.of(new Facts(
                                facts.format(), facts.dimensions(), facts.orientation(), sums.length(), sums.sha256())),
                described(sample.description(), number),
                sample.created(),
                sample.modified(),
                sample.focus(),
                sample.state(),
                sample.uploader(),
                sample.others());
    }

    private static Description described(Description plain, int number) {
        TreeMap<String, List<JsonText>> references = new TreeMap<>();
        references.put("artnr", List.of(new JsonText("1.50"), new JsonText("null"), new JsonText("{\"a\":[1e5]}")));
        return plain.with(new Description("", List.of(), List.of("type" + number), references));
    }

    /// Numbers in the form of JavaScript, in which the stand-in for CouchDB gives them back.
    private static ImageDocument plain(ImageDocument document) {
        TreeMap<String, List<JsonText>> references = new TreeMap<>();
        references.put("artnr", List.of(new JsonText("1.5"), new JsonText("null"), new JsonText("{\"a\":[7,\"ü\"]}")));
        Description bare =
                document.description().withoutReferences(document.description().references());
        return document.with(bare.with(new Description("", List.of(), List.of(), references)));
    }

    /// Of every state one, and some marks.
    private void fill(Stock stock) throws IOException {
        List<State> states = new ArrayList<>(SampleStates.ALL);
        states.add(State.FINE.withUnlisted(true));
        states.add(SampleStates.DELETED.withUnlisted(true));
        for (int number = 0; number < states.size(); number++) {
            ImageDocument document = plain(document(number, states.get(number)));
            stock.catalog().save(document);
            if (!states.get(number).equals(SampleStates.ERASED)) {
                stock.originals().put(document.id(), file(bytes(number)));
            }
        }
        Marks marks = new Marks(new TreeSet<>(List.of("sea", "grün")), true, OptionalInt.of(7));
        stock.catalog().mark(id(1), "ann", none -> marks);
        stock.catalog().mark(id(1), "9f86 a/+%ü\t", none -> Marks.NONE.withFavourite(true));
    }

    /// All that is held of pictures.
    private Map<String, String> content(Stock stock) throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (ImageDocument document : stock.catalog().all("", 1000)) {
            all.put(
                    document.id().text(),
                    document + " " + stock.catalog().everybodysMarks(document.id()) + " "
                            + original(stock, document.id()));
        }
        return all;
    }

    private String original(Stock stock, ImageId id) throws IOException {
        Path copy = folder.resolve("copy");
        Files.deleteIfExists(copy);
        return stock.originals().fetch(id, copy) ? Files.readString(copy) : ERASED;
    }

    private Job exported(Stock stock, String name) throws InterruptedException {
        try (JobRunner runner = JobRunner.open(new ExportJob(stock, archives()), folder.resolve("jobs-" + name))) {
            return runner.run("folder=" + name);
        }
    }

    private Job imported(Stock stock, String name, String... more) throws InterruptedException {
        String[] arguments =
                Stream.concat(Stream.of("folder=" + name), Stream.of(more)).toArray(String[]::new);
        try (JobRunner runner = JobRunner.open(new ImportJob(stock, archives()), folder.resolve("jobs-i" + name))) {
            return runner.run(arguments);
        }
    }

    private static void assertDone(Job job) {
        assertEquals(JobState.DONE, job.record().state(), job.record().reason());
        assertEquals(0, job.record().progress().failed(), job.last().toString());
    }

    @Test
    void fromTheDefaultToS3AndCouchAndBackEverythingIsTheSame() throws Exception {
        CouchNames names = new CouchNames(COUCH.database(), COUCH.database());
        Map<String, String> before;
        try (Catalog catalog = H2Catalog.open(folder.resolve("catalog"));
                OriginalStore originals = FileOriginalStore.open(folder.resolve("originals"))) {
            Stock small = new Stock(originals, catalog);
            fill(small);
            before = content(small);
            assertDone(exported(small, "up"));
        }
        assertEquals(8, before.size());
        try (S3Server s3 = S3Server.start();
                OriginalStore originals = S3OriginalStore.open(config(s3));
                Catalog catalog = CouchCatalog.open(
                        CouchAddress.parse(COUCH.address()), names, CouchLimits.ofAnswers(Duration.ofSeconds(10)))) {
            Stock large = new Stock(originals, catalog);
            while (!isThere(catalog)) {
                Thread.sleep(10);
            }
            assertDone(imported(large, "up", "dryRun=true"));
            assertEquals(Map.of(), content(large));
            Job job = imported(large, "up");
            assertDone(job);
            assertEquals(Map.of("imported", 8L), job.record().progress().counts());
            assertEquals(before, content(large));
            assertDone(imported(large, "up"));
            assertEquals(before, content(large));
            assertDone(exported(large, "down"));
        }
        try (Catalog catalog = H2Catalog.open(folder.resolve("catalog2"));
                OriginalStore originals = FileOriginalStore.open(folder.resolve("originals2"))) {
            Stock small = new Stock(originals, catalog);
            assertDone(imported(small, "down"));
            assertEquals(before, content(small));
        }
    }

    private static S3Config config(S3Server s3) {
        s3.makeBucket("moved");
        return new S3Config(
                "moved",
                Optional.of(s3.endpoint()),
                true,
                Optional.of(new S3Keys(s3.accessKey(), s3.secretKey(), Optional.empty())),
                Verify.STRICT);
    }

    private static boolean isThere(Catalog catalog) {
        try {
            return catalog.size() == 0;
        } catch (FailureException notYet) {
            return false;
        }
    }

    @Test
    void whatIsMissingOrWrongIsToldOnBothSides() throws Exception {
        Stock stock = new Stock(new MemoryOriginalStore(), new MemoryCatalog());
        for (int number = 1; number <= 3; number++) {
            stock.catalog().save(document(number, State.FINE));
        }
        stock.originals().put(id(1), file(bytes(1)));
        stock.originals().put(id(2), file(bytes(7)));
        Job out = exported(stock, "torn");
        assertEquals(
                Map.of("missing", 1L, "wrong-bytes", 1L),
                out.record().progress().counts());
        Path original = folder.resolve("export/torn/originals")
                .resolve(id(1).text().substring(0, 2))
                .resolve(id(1).text());
        assertArrayEquals(bytes(1), Files.readAllBytes(original));
        Files.writeString(original, "other bytes");
        Stock other = new Stock(new MemoryOriginalStore(), new MemoryCatalog());
        Job in = imported(other, "torn");
        assertEquals(
                Map.of("missing", 2L, "wrong-bytes", 1L, "imported", 3L),
                in.record().progress().counts());
        assertEquals(3, other.catalog().size());
        try (Stream<ImageId> stored = other.originals().list()) {
            assertEquals(0, stored.count(), "wrong bytes are never taken in");
        }
    }

    @Test
    void whatWasDeletedHereStaysDeleted() throws Exception {
        Stock stock = new Stock(new MemoryOriginalStore(), new MemoryCatalog());
        stock.catalog().save(document(1, State.FINE));
        stock.originals().put(id(1), file(bytes(1)));
        assertDone(exported(stock, "old"));
        stock.catalog().update(id(1), document -> document.with(SampleStates.ERASED));
        stock.originals().delete(id(1));
        assertEquals(
                Map.of("deleted", 1L),
                imported(stock, "old").record().progress().counts());
        assertTrue(stock.catalog().find(id(1)).orElseThrow().isDeleted());
        assertTrue(stock.originals().length(id(1)).isEmpty());
    }

    @Test
    void whatWasSaidOnBothSidesIsKept() throws Exception {
        Stock stock = new Stock(new MemoryOriginalStore(), new MemoryCatalog());
        stock.catalog().save(document(1, State.FINE));
        stock.originals().put(id(1), file(bytes(1)));
        stock.catalog().mark(id(1), "ann", none -> new Marks(new TreeSet<>(List.of("sea")), true, OptionalInt.of(3)));
        assertDone(exported(stock, "both"));
        stock.catalog().mark(id(1), "ann", none -> new Marks(new TreeSet<>(List.of("sky")), false, OptionalInt.of(9)));
        assertDone(imported(stock, "both"));
        assertEquals(
                new Marks(new TreeSet<>(List.of("sea", "sky")), true, OptionalInt.of(9)),
                stock.catalog().marks(id(1), "ann"));
    }

    @Test
    void anArchiveIsWrittenOnceAndReadWhenItIsComplete() throws Exception {
        Stock stock = new Stock(new MemoryOriginalStore(), new MemoryCatalog());
        Files.createDirectories(folder.resolve("export/half"));
        FailureException half = assertThrows(FailureException.class, () -> imported(stock, "half"));
        assertTrue(half.failure() instanceof Failure.Conflict);
        FailureException there = assertThrows(FailureException.class, () -> exported(stock, "half"));
        assertTrue(there.failure() instanceof Failure.Conflict);
        for (boolean out : List.of(true, false)) {
            var kind = out ? new ExportJob(stock, archives()) : new ImportJob(stock, archives());
            try (JobRunner runner = JobRunner.open(kind, folder.resolve("jobs-none"))) {
                FailureException nameless = assertThrows(FailureException.class, runner::run);
                assertTrue(nameless.failure() instanceof Failure.Unprocessable);
            }
        }
    }

    @Test
    void afterARestartBothGoOn() throws Exception {
        Stock stock = new Stock(new MemoryOriginalStore(), new MemoryCatalog());
        for (int number = 0; number < 40; number++) {
            stock.catalog().save(document(number, State.FINE));
            stock.originals().put(id(number), file(bytes(number)));
        }
        Stock other = new Stock(new MemoryOriginalStore(), new MemoryCatalog());
        for (var kind : List.of(new ExportJob(stock, archives()), new ImportJob(other, archives()))) {
            Path jobs = folder.resolve("jobs-" + kind.name());
            try (JobRunner runner = JobRunner.open(kind, jobs)) {
                runner.start("folder=cut", "rate=200");
            }
            for (int round = 0; round < 5; round++) {
                JobRunner.open(kind, jobs).close();
            }
            try (JobRunner runner = JobRunner.open(kind, jobs)) {
                Job job = runner.awaited(1);
                assertDone(job);
                assertEquals(40, job.record().progress().done());
            }
        }
        assertEquals(content(stock), content(other));
        assertFalse(Files.readString(folder.resolve("export/cut/entries.txt")).isEmpty());
        assertEquals(
                40, Files.readAllLines(folder.resolve("export/cut/entries.txt")).size());
    }
}
