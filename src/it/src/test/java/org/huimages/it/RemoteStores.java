package org.huimages.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huimages.testkit.couch.CouchPeek;
import org.huimages.testkit.couch.StandIn;
import org.huimages.testkit.net.FaultProxy;
import org.huimages.testkit.net.S3Server;
import org.huimages.url.ImageId;

/// A bucket and a CouchDB, for any number of servers, each store behind a line that can be cut.
///
/// @param lineToCouch what servers take for CouchDB
record RemoteStores(S3Server s3, StandIn couch, FaultProxy lineToCouch) implements AutoCloseable {
    private static final String BUCKET = "originals.i.hdimg.net";
    static final String PICTURES = "huimages";
    static final String MARKS = "huimages_meta";

    static RemoteStores start() {
        StandIn.require();
        StandIn couch = StandIn.start();
        S3Server s3 = S3Server.start();
        s3.makeBucket(BUCKET);
        return new RemoteStores(s3, couch, FaultProxy.before(URI.create(couch.address())));
    }

    /// What an administrator sets.
    Map<String, String> settings() {
        return Map.of(
                "HUIMAGES3BUCKET", BUCKET,
                "HUIMAGES_S3_ENDPOINT", s3.endpoint().toString(),
                "AWS_ACCESS_KEY_ID", s3.accessKey(),
                "AWS_SECRET_ACCESS_KEY", s3.secretKey(),
                "HUIMAGESCOUCHSERVER", lineToCouch.uri().toString());
    }

    Map<String, String> settings(String name, String value) {
        Map<String, String> all = new TreeMap<>(settings());
        all.put(name, value);
        return all;
    }

    CouchPeek peek() {
        return new CouchPeek(couch.address());
    }

    /// The document of a picture as it is stored.
    String document(ImageId id) {
        return peek().send("GET", "/" + PICTURES + "/" + id, "");
    }

    Path object(ImageId id) {
        return bucket().resolve(id.text());
    }

    private Path bucket() {
        return s3.folder().resolve("buckets").resolve(BUCKET);
    }

    /// Forgets everything.
    void clear() {
        peek().send("DELETE", "/" + PICTURES, "");
        peek().send("DELETE", "/" + MARKS, "");
        try (Stream<Path> objects = Files.list(bucket())) {
            for (Path object : (Iterable<Path>) objects::iterator) {
                Files.delete(object);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        lineToCouch.close();
        s3.close();
        couch.close();
    }
}
