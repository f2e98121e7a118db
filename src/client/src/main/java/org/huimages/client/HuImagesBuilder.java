package org.huimages.client;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.huimages.client.http.Connection;
import org.huimages.url.SigningKeys;

/// How an image server is spoken to. To be used once, by one thread.
public final class HuImagesBuilder {
    private static final int CACHED = 10_000;
    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(5);

    private final String pictures;
    private Optional<URI> server = Optional.empty();
    private Optional<Credentials> credentials = Optional.empty();
    private Optional<SigningKeys> keys = Optional.empty();
    private Optional<Duration> validity = Optional.empty();
    private Optional<SSLContext> tls = Optional.empty();
    private String altAddition = "";
    private int cached = CACHED;
    private Duration timeToLive = TIME_TO_LIVE;

    private record Credentials(String user, String password) {}

    HuImagesBuilder(String pictures) {
        this.pictures = base("IMAGESERVERURL", pictures).toString();
    }

    private static URI base(String what, String address) {
        String plain = address.strip().replaceFirst("/+$", "");
        if (!plain.matches("https?://[^/?#]+[^?#]*")) {
            throw new IllegalArgumentException(
                    what + " has to be an address such as https://images.example.com, not \"" + address + "\"");
        }
        return URI.create(plain);
    }

    /// Where calls go: the server's address, which need not be that of the pictures. Without it only addresses and
    /// tags can be written, of pictures that nothing is known of.
    public HuImagesBuilder api(String address) {
        server = Optional.of(base("HUIMAGES_API_URL", address.strip().replaceFirst("/api/*$", "")));
        return this;
    }

    /// Who calls.
    public HuImagesBuilder user(String user, String password) {
        credentials = Optional.of(new Credentials(user, password));
        return this;
    }

    /// Ends every alternative text that is written for a picture; no blank is put before it.
    public HuImagesBuilder altAddition(String addition) {
        altAddition = addition;
        return this;
    }

    /// Signs the addresses of renditions, for a server that makes nothing else (`HUIMAGES_SIZES=signed`).
    public HuImagesBuilder signingKeys(SigningKeys newKeys) {
        keys = Optional.of(newKeys);
        return this;
    }

    /// How long signatures count, at least; twice that at most. For ever, if this is not said.
    public HuImagesBuilder signaturesValidFor(Duration time) {
        validity = Optional.of(time);
        return this;
    }

    /// How many documents are remembered (10,000, some kB each), and for how long (5 minutes): what is changed
    /// elsewhere meanwhile is seen later.
    public HuImagesBuilder cache(int documents, Duration newTimeToLive) {
        if (documents < 1) {
            throw new IllegalArgumentException("a cache holds at least one document, not " + documents);
        }
        cached = documents;
        timeToLive = newTimeToLive;
        return this;
    }

    /// Whose certificates are trusted; those that Java trusts, if this is not said.
    public HuImagesBuilder tls(SSLContext context) {
        tls = Optional.of(context);
        return this;
    }

    public HuImages build() {
        return new HuImages(this);
    }

    Addresses addresses() {
        return new Addresses(pictures, keys, validity);
    }

    Optional<Connection> connection() {
        return server.map(this::connection)
                .map(open -> credentials
                        .map(known -> open.as(known.user, known.password))
                        .orElse(open));
    }

    Connection connection(URI base) {
        return tls.map(context -> Connection.to(base, context)).orElseGet(() -> Connection.to(base));
    }

    String altAddition() {
        return altAddition;
    }

    int cached() {
        return cached;
    }

    Duration timeToLive() {
        return timeToLive;
    }
}
