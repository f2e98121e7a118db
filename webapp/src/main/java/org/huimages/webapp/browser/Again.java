package org.huimages.webapp.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huimages.webapp.http.Csrf;
import org.huimages.webapp.http.Query;

/// A form that was sent with the token of a session that has ended: it is shown again as it was filled in, so that
/// nothing is lost, and nothing is done that another site has thought of.
final class Again {
    private static final int FORBIDDEN = 403;

    private Again() {}

    static Answer.Page page(Visit visit) {
        List<Field> fields = new ArrayList<>();
        Query.all(visit.request()).forEach((name, values) -> {
            if (!name.equals(Csrf.FIELD)) {
                List.of(values).forEach(value -> fields.add(new Field(name, value)));
            }
        });
        return new Answer.Page(
                "again",
                FORBIDDEN,
                visit.say("again.title"),
                Map.of("fields", fields, "action", visit.request().getRequestURI()));
    }

    /// A field as it was filled in.
    public record Field(String name, String value) {}
}
