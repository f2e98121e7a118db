package org.huimages.store.s3;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.huimages.original.Verify;
import org.huimages.testkit.net.S3Server;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// A new bucket on a server, with a client of its own to look into it, removed when closed.
record TestBucket(S3Server server, String name, S3Connection connection) implements AutoCloseable {

    static TestBucket on(S3Server server) {
        String name = "huimages-test." + UUID.randomUUID().toString().toLowerCase(Locale.ROOT);
        TestBucket bucket = new TestBucket(server, name, new S3Connection(config(server, name), S3Limits.DEFAULT));
        bucket.client().createBucket(request -> request.bucket(name));
        return bucket;
    }

    private static S3Config config(S3Server server, String name) {
        return new S3Config(
                name,
                Optional.of(server.endpoint()),
                true,
                Optional.of(new S3Keys(server.accessKey(), server.secretKey(), Optional.empty())),
                Verify.STRICT);
    }

    S3Config config(Verify verify) {
        return config(verify, server.endpoint());
    }

    /// @param endpoint a way to the server
    S3Config config(Verify verify, URI endpoint) {
        S3Config config = config(server, name);
        return new S3Config(name, Optional.of(endpoint), true, config.keys(), verify);
    }

    S3Client client() {
        return connection.client();
    }

    void put(String key, byte[] bytes) {
        client().putObject(request -> request.bucket(name).key(key), RequestBody.fromBytes(bytes));
    }

    List<String> keys() {
        return client().listObjectsV2Paginator(request -> request.bucket(name)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    @Override
    public void close() {
        keys().forEach(key ->
                client().deleteObject(request -> request.bucket(name).key(key)));
        client().deleteBucket(request -> request.bucket(name));
        connection.close();
    }
}
