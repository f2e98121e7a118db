package org.huimages.store.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.huimages.level.Level;
import org.huimages.level.LevelStore;
import org.huimages.original.Verify;
import org.huimages.testkit.LevelStoreContract;
import org.huimages.testkit.Samples;
import org.huimages.testkit.net.S3Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Levels in a bucket, beside its originals.
@ExtendWith(SharedS3.class)
class S3LevelStoreTest extends LevelStoreContract {
    private final TestBucket bucket;
    private final S3OriginalStore originals;

    S3LevelStoreTest(S3Server server) {
        bucket = TestBucket.on(server);
        originals = S3OriginalStore.open(bucket.config(Verify.STRICT));
    }

    @Override
    protected LevelStore open() {
        return originals.levels();
    }

    @AfterEach
    void removeBucket() {
        originals.close();
        bucket.close();
    }

    /// Nobody else takes them for originals.
    @Test
    void aLevelLiesUnderPyramidAndIsNoOriginal() throws IOException {
        originals.levels().put(Samples.id(1), new Level(8), Files.writeString(files.resolve("level"), "bytes"));
        assertEquals(List.of("pyramid/8/" + Samples.id(1)), bucket.keys());
        try (var listed = originals.list()) {
            assertEquals(List.of(), listed.toList());
        }
    }

    /// It is made again then, not taken for missing by mistake and put a second time.
    @Test
    void aBucketThatIsNotThereIsTrouble() throws IOException {
        originals.levels().put(Samples.id(1), new Level(8), Files.writeString(files.resolve("level"), "bytes"));
        S3Config elsewhere = bucket.config(Verify.STRICT);
        try (S3OriginalStore nowhere = S3OriginalStore.open(new S3Config(
                "huimages-no-such-bucket",
                elsewhere.endpoint(),
                elsewhere.pathStyle(),
                elsewhere.keys(),
                elsewhere.verify()))) {
            LevelStore levels = nowhere.levels();
            assertThrows(IOException.class, () -> levels.put(Samples.id(1), new Level(8), files.resolve("level")));
        }
    }
}
