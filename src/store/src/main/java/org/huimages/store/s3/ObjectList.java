package org.huimages.store.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.huimages.original.OriginalStore;
import org.huimages.url.ImageId;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The keys of a bucket that are IDs, page by page.
record ObjectList(S3Config config, S3Limits limits, S3Client client, S3Errors errors) {

    /// The first page is asked for now, each further one when it is needed: then trouble is an [UncheckedIOException].
    Stream<ImageId> all() throws IOException {
        return Stream.iterate(Optional.of(page(request())), Optional::isPresent, page -> page.flatMap(this::next))
                .flatMap(Optional::stream)
                .flatMap(page -> page.contents().stream())
                .map(S3Object::key)
                .flatMap(key -> ImageId.parse(key).stream());
    }

    private Optional<ListObjectsV2Response> next(ListObjectsV2Response page) {
        return Optional.ofNullable(page.nextContinuationToken()).map(token -> {
            try {
                return page(request().toBuilder().continuationToken(token).build());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private ListObjectsV2Response page(ListObjectsV2Request request) throws IOException {
        ListObjectsV2Response page = errors.translated(() -> client.listObjectsV2(request));
        if (page.isTruncated() == null) {
            throw new IOException("the answer ends before its list"); // to the SDK it is an empty one
        }
        return page;
    }

    /// The delimiter makes one line of everything under `pyramid/`.
    private ListObjectsV2Request request() {
        return ListObjectsV2Request.builder()
                .bucket(config.bucket())
                .delimiter("/")
                .maxKeys(limits.page())
                .overrideConfiguration(override -> override.apiCallTimeout(limits.brief()))
                .build();
    }

    /// Asks for a list of at most one.
    void checkReadable() throws IOException {
        page(request().toBuilder()
                .prefix(OriginalStore.NOBODY.text())
                .maxKeys(1)
                .build());
    }
}
