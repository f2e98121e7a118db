package org.huimages.store.s3;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.huimages.level.LevelStore;
import org.huimages.original.OriginalStore;
import org.huimages.original.Verify;
import org.huimages.store.download.Download;
import org.huimages.url.ImageId;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// Originals as objects of a bucket, each under its ID as key, private.
///
/// `Content-Type` and the metadata `width` and `height` (upright) are written for other programs and never read:
/// objects of older programs lack them, or have wrong ones. What is fetched is checked against its ID.
///
/// A put whose answer was lost is tried again, and then finds what it has put: it returns false.
public final class S3OriginalStore implements OriginalStore {
    private static final System.Logger LOG = System.getLogger(S3OriginalStore.class.getName());

    private final S3Config config;
    private final S3Limits limits;
    private final S3Errors errors;
    private final S3Connection connection;
    private final S3Client client;

    /// Whether the server takes conditions, as far as is known.
    private volatile boolean conditional = true;

    /// Whether the bucket has been seen: an answer to HEAD that there is nothing does not say that there is a bucket.
    private volatile boolean seen;

    private S3OriginalStore(S3Config config, S3Limits limits) {
        this.config = config;
        this.limits = limits;
        this.errors = new S3Errors(config);
        this.connection = new S3Connection(config, limits);
        this.client = connection.client();
    }

    /// Sets up the client; S3 is not asked.
    public static S3OriginalStore open(S3Config config) {
        return open(config, S3Limits.DEFAULT);
    }

    static S3OriginalStore open(S3Config config, S3Limits limits) {
        return new S3OriginalStore(config, limits);
    }

    /// The levels of pictures, in the same bucket, until this is closed.
    public LevelStore levels() {
        return new S3LevelStore(config, limits, client, errors);
    }

    @Override
    public boolean put(ImageId id, Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new NoSuchFileException(file.toString());
        }
        PutObjectRequest request = request(id, file);
        return conditional ? putConditionally(id, request, file) : putAfterLooking(id, request, file);
    }

    private PutObjectRequest request(ImageId id, Path file) {
        ObjectFacts facts = ObjectFacts.of(file);
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(config.bucket())
                .key(id.text())
                .contentType(facts.contentType())
                .metadata(facts.metadata());
        if (config.verify() == Verify.STRICT) {
            request.checksumSHA1(Base64.getEncoder().encodeToString(id.sha1())); // so the server looks too
        }
        return request.build();
    }

    private boolean putConditionally(ImageId id, PutObjectRequest request, Path file) throws IOException {
        PutObjectRequest condition = request.toBuilder().ifNoneMatch("*").build();
        return switch (errors.ending(() -> client.putObject(condition, RequestBody.fromFile(file)))) {
            case STORED -> true;
            case THERE -> false;
            case NO_CONDITIONS -> {
                noteUnconditional();
                yield putAfterLooking(id, request, file);
            }
        };
    }

    private void noteUnconditional() {
        if (conditional) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} does not know If-None-Match: of two who store the same picture both will think they were first",
                    config.server());
        }
        conditional = false;
    }

    private boolean putAfterLooking(ImageId id, PutObjectRequest request, Path file) throws IOException {
        if (length(id).isPresent()) {
            return false;
        }
        errors.translated(() -> client.putObject(request, RequestBody.fromFile(file)));
        return true;
    }

    @Override
    public boolean fetch(ImageId id, Path target) throws IOException {
        try (Download download = Download.to(target)) {
            boolean found = isReceived(id, download);
            if (found) {
                download.publish(id, config.verify());
            }
            return found;
        }
    }

    @Override
    public boolean salvage(ImageId id, Path target) throws IOException {
        try (Download download = Download.to(target)) {
            boolean found = isReceived(id, download);
            if (found) {
                download.publish();
            }
            return found;
        }
    }

    private boolean isReceived(ImageId id, Download download) throws IOException {
        GetObjectRequest request = GetObjectRequest.builder()
                .bucket(config.bucket())
                .key(id.text())
                .build();
        return errors.found(() -> client.getObject(request, receiver(download))).isPresent();
    }

    @Override
    public boolean isPublic(ImageId id) throws IOException {
        return acl().isPublic(id);
    }

    @Override
    public void makePrivate(ImageId id) throws IOException {
        acl().makePrivate(id);
    }

    private ObjectAcl acl() {
        return new ObjectAcl(config, limits, client, errors);
    }

    /// What breaks off is tried again, from its beginning. (An answer that ends within its head has no length and no
    /// body; that is no error to the HTTP client.)
    static ResponseTransformer<GetObjectResponse, GetObjectResponse> receiver(Download download) {
        return (response, body) -> {
            try {
                long length = download.receive(body);
                if (length == 0 || (response.contentLength() != null && length != response.contentLength())) {
                    throw new IOException("after " + length + " bytes");
                }
                return response;
            } catch (IOException failed) {
                body.abort(); // or the rest would be read, to use the connection again
                throw S3Errors.whileReading(failed);
            }
        };
    }

    @Override
    public OptionalLong length(ImageId id) throws IOException {
        HeadObjectRequest request = HeadObjectRequest.builder()
                .bucket(config.bucket())
                .key(id.text())
                .overrideConfiguration(override -> override.apiCallTimeout(limits.brief()))
                .build();
        Optional<HeadObjectResponse> found = errors.found(() -> client.headObject(request));
        if (found.isEmpty() && !seen) {
            check();
        }
        return found.isPresent() ? OptionalLong.of(length(found.get())) : OptionalLong.empty();
    }

    private static long length(HeadObjectResponse head) throws IOException {
        if (head.contentLength() == null) {
            throw new IOException("the answer ends within its head");
        }
        return head.contentLength();
    }

    @Override
    public boolean delete(ImageId id) throws IOException {
        if (length(id).isEmpty()) {
            return false;
        }
        errors.translated(() -> client.deleteObject(DeleteObjectRequest.builder()
                .bucket(config.bucket())
                .key(id.text())
                .overrideConfiguration(override -> override.apiCallTimeout(limits.brief()))
                .build()));
        return true;
    }

    @Override
    public Stream<ImageId> list() throws IOException {
        return new ObjectList(config, limits, client, errors).all();
    }

    /// A list, unlike HEAD, is answered with a code that says what is wrong.
    @Override
    public void check() throws IOException {
        new ObjectList(config, limits, client, errors).checkReadable();
        seen = true;
    }

    @Override
    public void close() {
        connection.close();
    }
}
