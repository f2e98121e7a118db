package org.huimages.webapp.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;

/// Signs in whoever sends a name and a password (`Authorization: Basic`, RFC 7617) against Tomcat's own Realm, and
/// keeps other sites' pages from changing anything with a visitor's rights.
public final class SignIn extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final System.Logger LOG = System.getLogger(SignIn.class.getName());
    private static final String BASIC = "basic ";
    private static final String REMEMBERED = SignIn.class.getName() + ".remembered";
    private static final Set<String> CHANGE_NOTHING = Set.of("GET", "HEAD", "OPTIONS");

    private final transient Optional<String> publicOrigin;

    /// @param publicUrl where browsers see this server, if that is set (`IMAGESERVERURL`): a proxy may hide it
    public SignIn(Optional<URI> publicUrl) {
        this.publicOrigin = publicUrl.map(Origin::of);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            checkOrigin(request);
            if (request.getUserPrincipal() == null) {
                signIn(request);
            } else {
                remembered(request);
            }
            chain.doFilter(request, response);
        } catch (RuntimeException failed) {
            Problems.write(request, response, FailureLog.note(failed, Problems.what(request)));
        }
    }

    /// Browsers tell the origin of a page that changes something; programs do not send the header.
    private void checkOrigin(HttpServletRequest request) {
        if (changes(request) && Origin.isForeign(request, publicOrigin)) {
            throw new Failure.Forbidden("a page of another site may not change anything here").exception();
        }
    }

    /// Signed in before this filter: by the session's cookie, or whatever else a browser sends by itself.
    private static void remembered(HttpServletRequest request) {
        request.setAttribute(REMEMBERED, true);
        if (changes(request)) {
            Csrf.check(request);
        }
    }

    /// Whether the caller was signed in already when the request came, and did not bring a password with it.
    public static boolean isRemembered(HttpServletRequest request) {
        return request.getAttribute(REMEMBERED) != null;
    }

    private static boolean changes(HttpServletRequest request) {
        return !CHANGE_NOTHING.contains(request.getMethod());
    }

    /// Signs in whoever brings the right password; everybody else stays nobody. For pictures: what anybody may have
    /// is not kept from somebody whose password is meant for a proxy before us.
    public static void quietly(HttpServletRequest request) {
        try {
            if (request.getUserPrincipal() == null) {
                signIn(request);
            }
        } catch (FailureException refused) {
            LOG.log(System.Logger.Level.DEBUG, "not signed in for a picture", refused);
        }
    }

    private static void signIn(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            return;
        }
        Credentials given = Credentials.parse(header.substring(BASIC.length()))
                .orElseThrow(() -> new Failure.BadRequest("the header Authorization cannot be read").exception());
        try {
            request.login(given.name, given.password);
        } catch (ServletException refused) {
            throw new Failure.NotSignedIn("wrong name or password").exception(refused);
        }
    }

    private record Credentials(String name, String password) {

        /// Base64 of `name:password` in UTF-8; the name has no colon.
        static Optional<Credentials> parse(String base64) {
            try {
                String text = new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
                int colon = text.indexOf(':');
                return colon < 0
                        ? Optional.empty()
                        : Optional.of(new Credentials(text.substring(0, colon), text.substring(colon + 1)));
            } catch (IllegalArgumentException notBase64) {
                return Optional.empty();
            }
        }
    }
}
