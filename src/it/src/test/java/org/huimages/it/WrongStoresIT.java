package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A CouchDB whose certificate nobody trusts, and a bucket that one may not look into: readiness names the
/// settings, each in one line.
@Timeout(120)
class WrongStoresIT {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final byte[] DENIED =
            "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void readinessNamesTheSettings() throws Exception {
        HttpsServer couch = HttpsServer.create(ANY_PORT, 0);
        couch.setHttpsConfigurator(new HttpsConfigurator(
                Tls.make(folder.resolve("keys"), "localhost").serving()));
        HttpServer s3 = HttpServer.create(ANY_PORT, 0);
        s3.createContext("/", exchange -> {
            exchange.sendResponseHeaders(403, DENIED.length);
            exchange.getResponseBody().write(DENIED);
            exchange.close();
        });
        couch.start();
        s3.start();
        try {
            JsonNode answer = new JsonMapper()
                    .readTree(Server.unready(
                            folder,
                            Map.of(
                                    "HUIMAGES_COUCH_TIMEOUT",
                                    "30s",
                                    "HUIMAGESCOUCHSERVER",
                                    "https://ann:secret@localhost:"
                                            + couch.getAddress().getPort(),
                                    "HUIMAGES3BUCKET",
                                    "pictures",
                                    "HUIMAGES_S3_ENDPOINT",
                                    "http://127.0.0.1:" + s3.getAddress().getPort(),
                                    "AWS_ACCESS_KEY_ID",
                                    "key",
                                    "AWS_SECRET_ACCESS_KEY",
                                    "word")));
            assertBegins(answer.get("catalog"), "HUIMAGESCOUCHSERVER: this Java does not trust the certificate");
            assertBegins(
                    answer.get("originals"), "HUIMAGES3BUCKET is pictures, to which AWS_ACCESS_KEY_ID has no access");
            assertTrue(!answer.toString().contains("secret"), answer::toString);
        } finally {
            couch.stop(0);
            s3.stop(0);
        }
    }

    private static void assertBegins(JsonNode state, String line) {
        assertTrue(state.asString().startsWith(line), state::toString);
        assertEquals(1, state.asString().lines().count());
    }
}
