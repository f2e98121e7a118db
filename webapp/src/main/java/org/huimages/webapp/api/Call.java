package org.huimages.webapp.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.huimages.catalog.Audience;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.url.ImageId;
import org.huimages.webapp.http.Access;
import org.huimages.webapp.http.Query;

/// A request, and what its route's template found in its path.
record Call(HttpServletRequest request, Map<String, String> variables) {
    private static final int USUAL_LIMIT = 50;
    private static final int HIGHEST_LIMIT = 200;

    /// The value of a variable that the template has.
    String variable(String name) {
        return Objects.requireNonNull(variables.get(name), name);
    }

    /// The ID in the path.
    ///
    /// @throws FailureException [Failure.NotFound] if it is none
    ImageId id() {
        return ImageId.parse(variable("id")).orElseThrow(Call::noPicture);
    }

    /// What is said of a picture that is not there, and of one that the caller may not know of.
    static FailureException noPicture() {
        return new Failure.NotFound("there is no picture with this ID").exception();
    }

    /// The value of a parameter, if it is given.
    ///
    /// @throws FailureException [Failure.Unprocessable] if it is given twice
    Optional<String> query(String name) {
        return Query.single(request, name);
    }

    /// How many the caller wants of a list.
    ///
    /// @throws FailureException [Failure.Unprocessable]
    int limit() {
        return query("limit").map(Call::limit).orElse(USUAL_LIMIT);
    }

    private static int limit(String text) {
        int limit = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > HIGHEST_LIMIT) {
            throw new Failure.Unprocessable("'limit' has to be a number from 1 to " + HIGHEST_LIMIT).exception();
        }
        return limit;
    }

    boolean may(Access access) {
        return access.allows(request);
    }

    /// What the caller may see in lists.
    Audience audience() {
        return may(Access.READER) ? Audience.READERS : Audience.PUBLIC;
    }

    /// The caller's name; empty if he is not signed in.
    String user() {
        return Objects.requireNonNullElse(request.getRemoteUser(), "");
    }
}
