package org.huimages.webapp.browser;

import java.util.Map;
import java.util.Optional;
import org.huimages.failure.FailureException;
import org.huimages.webapp.http.Access;
import org.huimages.webapp.http.Template;

/// One page, or one thing to do.
///
/// @param template below `/browser`, as in `/image/{id}/`
/// @param needed who may
/// @param proof how somebody who changes something proves that he means it
record Route(String method, String template, Access needed, Proof proof, Handler handler) {

    static Route page(String template, Access needed, Handler handler) {
        return new Route("GET", template, needed, Proof.NONE, handler);
    }

    /// Changes something, by a form.
    static Route deed(String template, Access needed, Handler handler) {
        return new Route("POST", template, needed, Proof.FIELD, handler);
    }

    /// The same where the handler reads the body, and looks for the proof in it.
    static Route reading(String template, Access needed, Handler handler) {
        return new Route("POST", template, needed, Proof.BY_HANDLER, handler);
    }

    /// The values of the template's variables, if the path fits it; none of them is empty.
    Optional<Map<String, String>> match(String path) {
        return new Template(template).match(path).filter(found -> !found.containsValue(""));
    }

    /// Where the token of the session has to stand.
    enum Proof {
        NONE,
        FIELD,
        BY_HANDLER
    }

    @FunctionalInterface
    interface Handler {
        /// @throws FailureException whatever comes of it
        Answer answer(Visit visit);
    }
}
