package org.huimages.webapp.api;

import java.util.List;
import org.huimages.webapp.http.Access;
import org.huimages.webapp.http.Csrf;
import org.huimages.webapp.http.Json;
import org.huimages.webapp.http.SignIn;
import tools.jackson.databind.node.ObjectNode;

/// `GET /api/session`: tells a page who is signed in, and what it needs to change anything.
final class SessionApi {

    List<Route> routes() {
        return List.of(Route.of("GET", "/session", Access.ANYONE, SessionApi::session));
    }

    private static Reply session(Call call) {
        ObjectNode session = Json.object().put("user", call.request().getRemoteUser());
        Access.roles(call.request()).forEach(session.putArray("roles")::add);
        session.put("csrf", SignIn.isRemembered(call.request()) ? Csrf.token(call.request()) : null);
        return Reply.ok(session).keptByNobody();
    }
}
