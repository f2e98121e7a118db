package org.huimages.store.s3;

import org.huimages.original.OriginalStore;
import org.huimages.original.Verify;
import org.huimages.testkit.OriginalStoreContract;
import org.huimages.testkit.net.S3Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/// The contract is about bytes that are no pictures, under IDs that are not theirs: so nothing is refused for that.
@ExtendWith(SharedS3.class)
class S3OriginalStoreContractTest extends OriginalStoreContract {
    private final TestBucket bucket;

    S3OriginalStoreContractTest(S3Server server) {
        bucket = TestBucket.on(server);
    }

    @Override
    protected OriginalStore open() {
        return S3OriginalStore.open(bucket.config(Verify.WARN), limits());
    }

    /// With pages so small that a list has many.
    private static S3Limits limits() {
        S3Limits all = S3Limits.DEFAULT;
        return new S3Limits(
                all.connect(),
                all.read(),
                all.acquire(),
                all.attempt(),
                all.brief(),
                all.total(),
                all.attempts(),
                all.connections(),
                70);
    }

    @AfterEach
    void removeBucket() {
        bucket.close();
    }
}
