package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A key whose certificate it has signed itself, and a connector of Tomcat's that has it.
record Tls(Path keys, String host, int port) {
    private static final String PASSWORD = "changeit";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern PROTOCOL = Pattern.compile("POST /img/api/images (HTTP/[0-9.]+)");

    static Tls make(Path keys, String host) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "tomcat",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        keys.toString())
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        assertEquals(0, process.waitFor());
        return new Tls(keys, host, Server.freePort());
    }

    String address() {
        return "https://" + host + ":" + port;
    }

    /// As Tomcat's own documentation has it, HTTP/2 included. Tomcat's valve writes its log as lines come.
    void addTo(Path serverXml) throws IOException {
        String connector = """
                <Connector port="%d" address="127.0.0.1" SSLEnabled="true" scheme="https" secure="true">
                  <UpgradeProtocol className="org.apache.coyote.http2.Http2Protocol" />
                  <SSLHostConfig>
                    <Certificate certificateKeystoreFile="%s" certificateKeystorePassword="%s" />
                  </SSLHostConfig>
                </Connector>
                <Engine""".formatted(port, keys, PASSWORD);
        Files.writeString(
                serverXml,
                Files.readString(serverXml)
                        .replace("<Engine", connector)
                        .replace(
                                "prefix=\"localhost_access_log\"",
                                "prefix=\"localhost_access_log\" buffered=\"false\""));
    }

    private KeyStore own() throws GeneralSecurityException, IOException {
        KeyStore own = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(keys)) {
            own.load(stored, PASSWORD.toCharArray());
        }
        return own;
    }

    /// For a server with this certificate.
    SSLContext serving() throws GeneralSecurityException, IOException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(own(), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /// Trusts this certificate and no other.
    SSLContext trusting() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("tomcat", own().getCertificate("tomcat"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    /// In which pictures were uploaded, as the log of a Tomcat has it; it writes a line when all of the answer has
    /// gone.
    Set<String> protocols(Path base) throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        Set<String> found = new TreeSet<>();
        while (!found.contains("HTTP/2.0") && Instant.now().isBefore(end)) {
            try (var logs = Files.newDirectoryStream(base.resolve("logs"), "localhost_access_log*")) {
                for (Path log : logs) {
                    Matcher line = PROTOCOL.matcher(Files.readString(log));
                    while (line.find()) {
                        found.add(line.group(1));
                    }
                }
            }
            Server.pause();
        }
        return found;
    }
}
