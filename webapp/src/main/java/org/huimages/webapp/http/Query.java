package org.huimages.webapp.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;

/// What stands behind the question mark.
public final class Query {
    private Query() {}

    /// All values by name.
    ///
    /// @throws FailureException [Failure.BadRequest] if it is no proper query
    public static Map<String, String[]> all(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException malformed) {
            throw new Failure.BadRequest("the query cannot be read").exception(malformed);
        }
    }

    /// The first value of this name.
    ///
    /// @throws FailureException [Failure.BadRequest] if it is no proper query
    public static Optional<String> first(HttpServletRequest request, String name) {
        return Optional.ofNullable(all(request).get(name)).map(values -> values[0]);
    }
}
