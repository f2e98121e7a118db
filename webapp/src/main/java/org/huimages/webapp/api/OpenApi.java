package org.huimages.webapp.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.huimages.webapp.http.Access;
import org.huimages.webapp.http.Json;
import tools.jackson.databind.node.ObjectNode;

/// `GET /api/openapi.json`: the description of all calls, for people and programs. It is written by hand; tests
/// hold it against the routes and against every answer.
final class OpenApi {
    private static final String FILE = "openapi.json";

    /// Read when somebody asks: that is rare, and a start has no time for it.
    private static ObjectNode read() {
        try (InputStream in = Objects.requireNonNull(OpenApi.class.getResourceAsStream(FILE), FILE)) {
            return (ObjectNode) Json.tree(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Route> routes() {
        return List.of(Route.of("GET", "/openapi.json", Access.ANYONE, this::describe));
    }

    private Reply describe(Call call) {
        ObjectNode described = read();
        described.putArray("servers").addObject().put("url", call.request().getContextPath() + "/api");
        return Reply.ok(described);
    }
}
