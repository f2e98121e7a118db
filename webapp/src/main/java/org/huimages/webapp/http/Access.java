package org.huimages.webapp.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;

/// Who may call something. An admin may what an editor may, and he what a reader may.
public enum Access {
    /// Whoever has the address.
    ANYONE("nobody"),
    READER("huimages-reader"),
    EDITOR("huimages-editor"),
    ADMIN("huimages-admin"),
    /// Reads metrics, and nothing else; included in no other role.
    MONITOR("huimages-monitor");

    private final String role;

    Access(String role) {
        this.role = role;
    }

    /// Its name.
    public String role() {
        return role;
    }

    /// Whether the caller has the role, or one that includes it.
    public boolean allows(HttpServletRequest request) {
        return switch (this) {
            case ANYONE -> true;
            case MONITOR -> request.isUserInRole(role);
            case READER, EDITOR, ADMIN ->
                EnumSet.range(this, ADMIN).stream().anyMatch(access -> request.isUserInRole(access.role));
        };
    }

    /// The roles that the caller has, those included in others too.
    public static List<String> roles(HttpServletRequest request) {
        return EnumSet.range(READER, MONITOR).stream()
                .filter(access -> access.allows(request))
                .map(access -> access.role)
                .toList();
    }

    /// @throws FailureException [Failure.NotSignedIn] or [Failure.Forbidden]
    public void check(HttpServletRequest request) {
        if (allows(request)) {
            return;
        }
        if (request.getUserPrincipal() == null) {
            throw new Failure.NotSignedIn("sign in to do this").exception();
        }
        throw new Failure.Forbidden("this needs the role " + role).exception();
    }
}
