package org.huimages.webapp.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huimages.webapp.http.Access;

/// One call of the API.
///
/// @param template as in `/images/{id}`, below `/api`
record Route(String method, String template, Access access, Handler handler, Pace pace) {

    /// The values of the template's variables, if the path fits it.
    Optional<Map<String, String>> match(String path) {
        List<String> wanted = segments(template);
        List<String> given = segments(path);
        return wanted.size() == given.size() ? match(wanted, given) : Optional.empty();
    }

    private static Optional<Map<String, String>> match(List<String> wanted, List<String> given) {
        Map<String, String> variables = new TreeMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            String segment = wanted.get(i);
            if (segment.startsWith("{")) {
                variables.put(segment.substring(1, segment.length() - 1), given.get(i));
            } else if (!segment.equals(given.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    /// How long a route takes.
    enum Pace {
        /// Milliseconds.
        QUICK,
        /// It waits for a sender or for its turn, and must not hold a container thread meanwhile.
        WAITS
    }

    /// What a route does.
    @FunctionalInterface
    interface Handler {
        Reply handle(Call call);
    }

    /// A request, and what the template found in its path.
    record Call(HttpServletRequest request, Map<String, String> variables) {}
}
