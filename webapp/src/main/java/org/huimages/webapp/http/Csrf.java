package org.huimages.webapp.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;

/// Keeps other sites' pages from changing anything with the rights of a visitor whose browser is signed in here.
///
/// A browser sends along by itself what it was told once: the session's cookie (or a client certificate). So a
/// changing call that is signed in by such a thing has to prove that it comes from a page of ours, by a header with
/// a secret that only such a page can have read (`GET /api/session`): the pattern of the synchronizer token. A form
/// of another site cannot send a header of its own, a script of another site would have to ask first (CORS) and
/// gets no leave, and neither can read our answers.
///
/// A call that brings name and password itself (`Authorization: Basic`) needs no token: programs do that, and they
/// have no session to keep a token in. A browser that was asked for a password repeats it by itself too, but every
/// browser names the page's origin in a changing call, and [SignIn] refuses those of others.
public final class Csrf {
    /// The header that carries the token.
    public static final String HEADER = "X-CSRF-Token";

    /// The field that carries it in a form without scripts.
    public static final String FIELD = "csrf";

    private static final String ATTRIBUTE = Csrf.class.getName();
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Csrf() {}

    /// The session's token, the same as long as the session lasts; made at the first call, the session too.
    public static String token(HttpServletRequest request) {
        HttpSession session = request.getSession();
        synchronized (Csrf.class) {
            String known = (String) session.getAttribute(ATTRIBUTE);
            String token = known == null ? random() : known;
            session.setAttribute(ATTRIBUTE, token);
            return token;
        }
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Whether this is the token of the request's session.
    public static boolean fits(HttpServletRequest request, String given) {
        HttpSession session = request.getSession(false);
        Object token = session == null ? null : session.getAttribute(ATTRIBUTE);
        return token instanceof String wanted && MessageDigest.isEqual(bytes(wanted), bytes(given));
    }

    /// @throws FailureException [Failure.Forbidden] if the request does not bring its session's token
    static void check(HttpServletRequest request) {
        if (!fits(request, Objects.requireNonNullElse(request.getHeader(HEADER), ""))) {
            throw new Failure.Forbidden("a page has to send the header " + HEADER + " with the token of /api/session")
                    .exception();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
