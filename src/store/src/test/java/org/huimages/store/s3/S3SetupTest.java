package org.huimages.store.s3;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.huimages.original.StoreSetupException;
import org.huimages.original.Verify;
import org.huimages.testkit.net.Fault;
import org.huimages.testkit.net.FaultProxy;
import org.huimages.testkit.net.S3Server;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A wrong setting is named, in one line, whatever is asked; and nothing is said to be missing.
@ExtendWith(SharedS3.class)
class S3SetupTest {
    private final byte[] bytes = SampleOriginals.bytes(10);
    private final ImageId id = SampleOriginals.id(bytes);
    private final TestBucket bucket;
    private final S3Config right;

    @TempDir
    private Path folder;

    S3SetupTest(S3Server server) {
        bucket = TestBucket.on(server);
        right = bucket.config(Verify.STRICT);
    }

    @AfterEach
    void close() {
        bucket.close();
    }

    @Test
    void allIsWellWithTheRightSettings() {
        try (S3OriginalStore store = S3OriginalStore.open(right)) {
            assertDoesNotThrow(store::check);
        }
    }

    @Test
    void aBucketThatIsNotThereIsNamed() throws IOException {
        assertNamed(
                "HUIMAGES3BUCKET is no-such-bucket, but there is no such bucket",
                new S3Config("no-such-bucket", right.endpoint(), true, right.keys(), Verify.STRICT));
    }

    @Test
    void aWrongSecretIsNamed() throws IOException {
        assertNamed("AWS_SECRET_ACCESS_KEY", keys(right.keys().orElseThrow().id(), "wrong"));
    }

    @Test
    void aKeyThatIsNotKnownIsNamed() throws IOException {
        assertNamed("AWS_ACCESS_KEY_ID", keys("nobody", "wrong"));
    }

    @Test
    void aHostThatIsNotKnownIsNamed() throws IOException {
        assertNamed(
                "HUIMAGES_S3_ENDPOINT is http://s3.invalid",
                new S3Config("b", Optional.of(URI.create("http://s3.invalid")), true, right.keys(), Verify.STRICT));
    }

    /// Answers as Amazon gives them; the server of these tests knows no rights, no tokens and no regions.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "403; AccessDenied; HUIMAGES3BUCKET is BUCKET, to which AWS_ACCESS_KEY_ID has no access",
                "403; AllAccessDisabled; HUIMAGES3BUCKET is BUCKET, to which AWS_ACCESS_KEY_ID has no access",
                "403; RequestTimeTooSkewed; the clock of this machine is wrong",
                "400; ExpiredToken; AWS_SESSION_TOKEN is not valid",
                "400; InvalidBucketName; HUIMAGES3BUCKET is BUCKET, which cannot be one"
            })
    void whatAmazonRefusesIsNamed(int status, String code, String text) throws IOException {
        try (FaultProxy line = FaultProxy.before(right.endpoint().orElseThrow())) {
            line.always(new Fault.Answer(
                    status,
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code
                            + "</Code><Message>\"no\"</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>"));
            S3Config behind = bucket.config(Verify.STRICT, line.uri());
            try (S3OriginalStore store = S3OriginalStore.open(behind)) {
                StoreSetupException mistake = assertThrows(StoreSetupException.class, store::check);
                String message = String.valueOf(mistake.getMessage());
                assertTrue(message.startsWith(text.replace("BUCKET is BUCKET", "BUCKET is " + bucket.name())), message);
                assertEquals(1, message.lines().count());
                assertThrows(StoreSetupException.class, store::list);
            }
        }
    }

    private S3Config keys(String name, String secret) {
        S3Keys keys = new S3Keys(name, secret, Optional.empty());
        return new S3Config(bucket.name(), right.endpoint(), true, Optional.of(keys), Verify.STRICT);
    }

    private void assertNamed(String text, S3Config wrong) throws IOException {
        Path file = Files.write(folder.resolve("in"), bytes);
        try (S3OriginalStore store = S3OriginalStore.open(wrong)) {
            StoreSetupException mistake = assertThrows(StoreSetupException.class, store::check);
            String message = String.valueOf(mistake.getMessage());
            assertTrue(message.startsWith(text), message);
            assertEquals(1, message.lines().count());
            assertFalse(message.contains("\"") || message.contains("wrong"), message);
            assertThrows(StoreSetupException.class, () -> store.length(id));
            assertThrows(StoreSetupException.class, () -> store.fetch(id, folder.resolve("out")));
            assertThrows(StoreSetupException.class, () -> store.put(id, file));
            assertThrows(StoreSetupException.class, () -> store.delete(id));
            assertThrows(StoreSetupException.class, store::list);
        }
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void secretsAreNotShown() {
        assertFalse(right.toString().contains("test-secret"), right.toString());
    }
}
