package org.huimages.store.couch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.huimages.failure.FailureException;
import org.huimages.original.StoreSetupException;
import org.huimages.store.couch.RecordedCouch.Answer;
import org.huimages.testkit.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// LightCouch trusts every certificate of every host; we do not.
class CouchTlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final CouchLimits LIMITS = CouchLimits.ofAnswers(Duration.ofSeconds(10));

    @TempDir
    Path folder;

    @Test
    void aCertificateThatIsNotTrustedIsRefusedAndTheStateSaysSo() throws Exception {
        try (RecordedCouch couch = server(keys("localhost"));
                CouchCatalog catalog = CouchCatalog.open(https(couch, "localhost"), CouchNames.USUAL, LIMITS)) {
            String state = catalog.state();
            assertTrue(state.startsWith("down: HUIMAGESCOUCHSERVER: this Java does not trust the certificate"), state);
            for (int time = 0; time < 5; time++) { // it is left alone after three
                IOException refused = assertThrows(StoreSetupException.class, catalog::check);
                assertTrue(String.valueOf(refused.getMessage()).contains("certificate"), refused::toString);
            }
            assertEquals(0, couch.requests.size());
        }
    }

    @Test
    void aTrustedCertificateOfTheRightHostIsAccepted() throws Exception {
        KeyStore keys = keys("localhost");
        try (RecordedCouch couch = server(keys);
                CouchConnection connection = new CouchConnection(https(couch, "localhost"), LIMITS, trusting(keys))) {
            assertTrue(connection.database("huimages").exists());
        }
    }

    @Test
    void aTrustedCertificateOfAnotherHostIsRefused() throws Exception {
        KeyStore keys = keys("couch.example");
        try (RecordedCouch couch = server(keys);
                CouchConnection connection = new CouchConnection(https(couch, "localhost"), LIMITS, trusting(keys))) {
            FailureException refused = assertThrows(
                    FailureException.class,
                    () -> connection.database("huimages").find(Samples.id(1).text()));
            assertTrue(CouchTrouble.isOfSetting(refused), CouchTrouble.line(refused));
            assertEquals(0, couch.requests.size());
        }
    }

    private static CouchAddress https(RecordedCouch couch, String host) {
        return CouchAddress.parse("https://" + host + ":" + couch.address().port());
    }

    /// A key with a certificate that it has signed itself.
    private KeyStore keys(String host) throws Exception {
        Path file = folder.resolve(host);
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "couch",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        assertEquals(0, process.waitFor());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(file)) {
            keys.load(stored, PASSWORD);
        }
        return keys;
    }

    private static RecordedCouch server(KeyStore keys) throws Exception {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return new RecordedCouch(server, (request, sent) -> Answer.WELCOME);
    }

    private static SSLContext trusting(KeyStore keys) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, PASSWORD);
        trusted.setCertificateEntry("couch", keys.getCertificate("couch"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, managers.getTrustManagers(), null);
        return tls;
    }
}
