package org.huimages.webapp.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;

/// Who may call something. Each role includes those before it.
enum Access {
    /// Whoever has the address.
    ANYONE("nobody"),
    READER("huimages-reader"),
    EDITOR("huimages-editor"),
    ADMIN("huimages-admin");

    private final String role;

    Access(String role) {
        this.role = role;
    }

    boolean allows(HttpServletRequest request) {
        return this == ANYONE
                || EnumSet.range(this, ADMIN).stream().anyMatch(access -> request.isUserInRole(access.role));
    }

    /// @throws FailureException [Failure.NotSignedIn] or [Failure.Forbidden]
    void check(HttpServletRequest request) {
        if (allows(request)) {
            return;
        }
        if (request.getUserPrincipal() == null) {
            throw new Failure.NotSignedIn("sign in to do this").exception();
        }
        throw new Failure.Forbidden("this needs the role " + role).exception();
    }
}
