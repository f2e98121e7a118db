package org.huimages.store.couch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.apache.http.HttpHeaders;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.message.BasicHeader;

/// The HTTP client below LightCouch, made by us, because its own trusts every certificate, waits for ever and
/// follows any redirection with the password in hand.
final class CouchHttp {
    private CouchHttp() {}

    /// @param tls decides which certificates are trusted
    static CloseableHttpClient client(CouchAddress address, CouchLimits limits, SSLContext tls) {
        return HttpClients.custom()
                .setConnectionManager(pool(limits, tls))
                .setDefaultRequestConfig(times(limits))
                .setDefaultHeaders(headers(address))
                .disableAuthCaching()
                .disableCookieManagement()
                .disableRedirectHandling()
                .disableContentCompression() // so that an answer's length is that of the original
                .build();
    }

    /// The socket factory of httpclient also checks the host's name.
    private static PoolingHttpClientConnectionManager pool(CouchLimits limits, SSLContext tls) {
        PoolingHttpClientConnectionManager pool =
                new PoolingHttpClientConnectionManager(RegistryBuilder.<ConnectionSocketFactory>create()
                        .register("http", PlainConnectionSocketFactory.INSTANCE)
                        .register("https", new SSLConnectionSocketFactory(tls))
                        .build());
        pool.setMaxTotal(limits.connections());
        pool.setDefaultMaxPerRoute(limits.connections());
        return pool;
    }

    private static RequestConfig times(CouchLimits limits) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(milliseconds(limits.connect()))
                .setConnectTimeout(milliseconds(limits.connect()))
                .setSocketTimeout(milliseconds(limits.silence()))
                .build();
    }

    private static int milliseconds(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }

    /// CouchDB up to 2 keeps what it has acknowledged in memory for a second, if it is not told otherwise.
    private static Collection<BasicHeader> headers(CouchAddress address) {
        return Stream.concat(
                        Stream.of(new BasicHeader("X-Couch-Full-Commit", "true")),
                        address.login().stream().map(CouchHttp::authorization))
                .toList();
    }

    private static BasicHeader authorization(CouchAddress.Login login) {
        byte[] pair = (login.user() + ":" + login.password()).getBytes(StandardCharsets.UTF_8);
        return new BasicHeader(
                HttpHeaders.AUTHORIZATION, "Basic " + Base64.getEncoder().encodeToString(pair));
    }
}
