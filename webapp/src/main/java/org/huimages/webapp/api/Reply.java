package org.huimages.webapp.api;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huimages.failure.Failure;
import org.huimages.webapp.http.FailureStatus;
import org.huimages.webapp.http.Problems;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a call is answered with.
///
/// @param headers beside those of the body
record Reply(int status, Optional<JsonNode> body, String type, Map<String, String> headers) {
    private static final String CACHING = "Cache-Control";

    /// Whoever keeps it has to ask whether it still holds, and nobody keeps it for others.
    private static final String MINE_TO_CHECK = "private, no-cache";

    private static final String NOT_TO_KEEP = "no-store";

    private static Reply of(int status, Optional<JsonNode> body) {
        return new Reply(status, body, "application/json", Map.of(CACHING, MINE_TO_CHECK));
    }

    static Reply of(int status, JsonNode body) {
        return of(status, Optional.of(body));
    }

    /// 200
    static Reply ok(JsonNode body) {
        return of(200, body);
    }

    /// 204
    static Reply nothing() {
        return of(204, Optional.empty());
    }

    /// 304
    static Reply unchanged() {
        return of(304, Optional.empty());
    }

    /// A failure with more to tell than its text.
    static Reply problem(Failure failure, ObjectNode more) {
        ObjectNode problem = Problems.json(failure);
        more.properties().forEach(member -> problem.set(member.getKey(), member.getValue()));
        return new Reply(
                FailureStatus.of(failure),
                Optional.of(problem),
                "application/problem+json",
                Map.of(CACHING, NOT_TO_KEEP));
    }

    /// The same with another header.
    Reply with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Reply(status, body, type, more);
    }

    /// The same, for nobody to keep.
    Reply keptByNobody() {
        return with(CACHING, NOT_TO_KEEP);
    }
}
