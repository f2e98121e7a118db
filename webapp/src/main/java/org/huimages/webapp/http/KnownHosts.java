package org.huimages.webapp.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.huimages.failure.Failure;

/// Refuses requests that were sent to a host name that is not ours. The header `Host` is whatever the sender likes,
/// and addresses of pictures are written with it where nothing else is set.
public final class KnownHosts extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Failure UNKNOWN =
            new Failure.BadRequest("this server is not known by this host name (HUIMAGES_HOSTS)");

    private final HashSet<String> names = new HashSet<>(THIS_MACHINE);

    /// @param hosts as `HUIMAGES_HOSTS` has them, in lower case, without ports
    /// @param publicUrl whose host is known too (`IMAGESERVERURL`)
    public KnownHosts(Set<String> hosts, Optional<URI> publicUrl) {
        names.addAll(hosts);
        publicUrl.map(URI::getHost).map(KnownHosts::plain).ifPresent(names::add);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (names.contains(plain(request.getServerName()))) {
            chain.doFilter(request, response);
        } else if (request.getServletPath().startsWith("/api")) {
            Problems.write(request, response, UNKNOWN);
        } else {
            Answers.text(response, UNKNOWN);
        }
    }

    /// A name may end in a dot, and is the same without.
    static String plain(String host) {
        return host.replaceFirst("\\.$", "").toLowerCase(Locale.ROOT);
    }
}
