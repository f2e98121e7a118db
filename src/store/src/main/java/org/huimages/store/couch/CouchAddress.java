package org.huimages.store.couch;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Where a CouchDB is, and as whom to ask it.
///
/// @param protocol `http` or `https`
/// @param path what databases lie below: empty, or without a slash at its begin and with one at its end
public record CouchAddress(String protocol, String host, int port, String path, Optional<Login> login) {

    /// @param text `http://user:password@host:5984/`; reserved characters of user and password as `%xx`
    /// @throws IllegalArgumentException if it is anything else; the text is not in the message
    public static CouchAddress parse(String text) {
        URI uri = uri(text);
        String protocol = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        check(protocol.matches("https?") && uri.getHost() != null);
        check(uri.getRawQuery() == null && uri.getRawFragment() == null);
        int port = uri.getPort() >= 0 ? uri.getPort() : protocol.equals("https") ? 443 : 80;
        return new CouchAddress(
                protocol,
                uri.getHost(),
                port,
                path(uri),
                Optional.ofNullable(uri.getRawUserInfo()).map(Login::parse));
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("no address"); // theirs quotes the password
        }
    }

    private static String path(URI uri) {
        String path = uri.getPath().replaceAll("^/+|/+$", "");
        return path.isEmpty() ? "" : path + "/";
    }

    private static void check(boolean valid) {
        if (!valid) {
            throw new IllegalArgumentException("no address");
        }
    }

    /// Without user and password.
    @Override
    public String toString() {
        return "%s://%s:%d/%s".formatted(protocol, host, port, path);
    }

    /// Who asks.
    public record Login(String user, String password) {
        private static Login parse(String userInfo) {
            String[] parts = userInfo.split(":", 2);
            check(parts.length == 2);
            return new Login(decoded(parts[0]), decoded(parts[1]));
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return user;
        }
    }
}
