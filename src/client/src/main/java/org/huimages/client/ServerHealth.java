package org.huimages.client;

import java.util.LinkedHashMap;
import java.util.Map;
import org.huimages.client.json.Json;

/// How the server is, as `/health/ready` says it.
///
/// @param state whether it can do its work
/// @param parts what each of its parts says: a few words
public record ServerHealth(State state, Map<String, String> parts) {
    private static final String STATUS = "status";

    public ServerHealth {
        parts = new LinkedHashMap<>(parts);
    }

    /// Whether a server can do its work.
    public enum State {
        OK,
        /// Finished pictures are served, but a part that others need does not answer.
        DEGRADED,
        DOWN
    }

    @Override
    public Map<String, String> parts() {
        return new LinkedHashMap<>(parts);
    }

    static ServerHealth of(Json answer) {
        String status = answer.get(STATUS)
                .map(Json::plain)
                .orElseThrow(() -> new IllegalArgumentException("it does not say how it is"));
        Map<String, String> parts = new LinkedHashMap<>();
        if (answer instanceof Json.Members(Map<String, Json> members)) {
            members.forEach((part, text) -> parts.put(part, text.plain()));
        }
        parts.remove(STATUS);
        return new ServerHealth(state(status), parts);
    }

    private static State state(String status) {
        return switch (status) {
            case "ok" -> State.OK;
            case "degraded" -> State.DEGRADED;
            default -> State.DOWN;
        };
    }
}
