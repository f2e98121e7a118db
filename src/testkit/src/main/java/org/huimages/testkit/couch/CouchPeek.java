package org.huimages.testkit.couch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Asks a CouchDB behind the back of what is tested.
///
/// @param address may hold user and password
public record CouchPeek(String address) {

    /// The body of the answer, whatever its status.
    public String send(String method, String path, String body) {
        return exchange(method, path, "application/json", body.getBytes(StandardCharsets.UTF_8))
                .body();
    }

    /// Sends bytes.
    public HttpResponse<String> exchange(String method, String path, String type, byte[] body) {
        URI whole = URI.create(address + path);
        URI plain = URI.create(whole.toString().replaceFirst("//[^/@]*@", "//"));
        HttpRequest.Builder request = HttpRequest.newBuilder(plain)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .header("Content-Type", type)
                .header("Accept", "application/json");
        if (whole.getUserInfo() != null) {
            byte[] login = whole.getUserInfo().getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(end);
        }
    }
}
