package org.lightcouch;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.http.HttpResponse;
import org.apache.http.client.HttpClient;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.entity.BufferedHttpEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.protocol.BasicHttpContext;
import org.apache.http.protocol.HttpContext;
import org.apache.http.util.EntityUtils;

/// LightCouch on an HTTP client that is given to it, with a limit to how long one answer takes.
///
/// It lies in this package because here alone the HTTP client can be replaced. Answers are read to their end
/// before LightCouch sees them, so that no connection depends on its closing them; but for [#open].
public final class GuardedCouchDbClient extends CouchDbClientBase {
    private static final int LONGEST_ERROR = 4096;

    private final CloseableHttpClient http;
    private final Watch watch;

    /// Asks the server for its version.
    ///
    /// @param http closed by the caller
    public GuardedCouchDbClient(CouchDbProperties properties, CloseableHttpClient http, Watch watch) {
        this.http = http;
        this.watch = watch;
        super(new CouchDbConfig(properties));
    }

    @Override
    HttpClient createHttpClient(CouchDbProperties properties) {
        return http;
    }

    @Override
    HttpContext createContext() {
        return new BasicHttpContext();
    }

    @Override
    void shutdown() {
        // whoever made the HTTP client closes it
    }

    @Override
    public HttpResponse executeRequest(HttpRequestBase request) {
        ScheduledFuture<?> end = watch.start(request);
        try {
            HttpResponse response = http.execute(host, request, createContext());
            if (response.getEntity() != null) {
                response.setEntity(new BufferedHttpEntity(response.getEntity()));
            }
            check(response);
            return response;
        } catch (IOException failed) {
            boolean late = request.isAborted();
            request.abort();
            throw new CouchDbException(
                    "CouchDB does not answer", late ? new SocketTimeoutException("no time left") : failed);
        } finally {
            end.cancel(false);
        }
    }

    /// An answer that may be long; to be closed, by which it is given up. `end` has to be cancelled then.
    public CloseableHttpResponse open(HttpGet request) throws IOException {
        CloseableHttpResponse response = http.execute(host, request, createContext());
        try {
            check(response);
            return response;
        } catch (CouchDbException refused) {
            response.close();
            throw refused;
        }
    }

    /// Ends the request when its time is over.
    public ScheduledFuture<?> watch(HttpRequestBase request) {
        return watch.start(request);
    }

    private static void check(HttpResponse response) throws IOException {
        int status = response.getStatusLine().getStatusCode();
        if (status < 200 || status > 202) {
            throw new CouchRefusal(status, error(response));
        }
    }

    /// What CouchDB says of it; nothing if that is no JSON, or too long.
    private static JsonObject error(HttpResponse response) throws IOException {
        if (response.getEntity() == null || response.getEntity().getContentLength() > LONGEST_ERROR) {
            return new JsonObject();
        }
        try {
            return JsonParser.parseString(EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8))
                    .getAsJsonObject();
        } catch (JsonParseException | IllegalStateException other) {
            return new JsonObject();
        }
    }

    /// Ends requests that take too long.
    public record Watch(ScheduledExecutorService clock, long milliseconds) {
        private ScheduledFuture<?> start(HttpRequestBase request) {
            return clock.schedule(request::abort, milliseconds, TimeUnit.MILLISECONDS);
        }
    }
}
