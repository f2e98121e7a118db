package org.huimages.webapp.api;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huimages.failure.FailureException;
import org.huimages.webapp.http.Access;
import org.huimages.webapp.http.Query;

/// One call of the API.
///
/// @param template as in `/images/{id}`, below `/api`
/// @param access who may call it
/// @param parameters what may stand behind the question mark, with who may use it beside the rule of the call; one
///     such as `ref.{key}` stands for all that begin like it
record Route(
        String method, String template, Access access, Map<String, Access> parameters, Handler handler, Pace pace) {

    Route {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /// A quick call without parameters.
    static Route of(String method, String template, Access access, Handler handler) {
        return new Route(method, template, access, Map.of(), handler, Pace.QUICK);
    }

    /// The same with parameters for whoever may call it.
    Route taking(String... names) {
        return taking(access, names);
    }

    /// The same with parameters for those alone who also may `needed`.
    Route taking(Access needed, String... names) {
        Map<String, Access> all = new TreeMap<>(parameters);
        Stream.of(names).forEach(name -> all.put(name, needed));
        return new Route(method, template, access, all, handler, pace);
    }

    /// The same call where it may take a while.
    Route thatWaits() {
        return new Route(method, template, access, parameters, handler, Pace.WAITS);
    }

    /// The same call where it brings JSON, and may take a while.
    Route thatReadsJsonAndWaits() {
        return new Route(method, template, access, parameters, handler, Pace.READS_JSON_THEN_WAITS);
    }

    /// Answers a call that [#access] has let through.
    ///
    /// @throws FailureException whatever comes of it; [org.huimages.failure.Failure.Unprocessable] for a parameter
    ///     that the call does not take
    Reply answer(Call call) {
        Query.all(call.request())
                .keySet()
                .forEach(name -> parameter(name)
                        .orElseThrow(() -> Field.unknown("parameter", name))
                        .check(call.request()));
        return handler.handle(call);
    }

    /// Who may use this parameter; empty if there is none of this name.
    private Optional<Access> parameter(String name) {
        return parameters.entrySet().stream()
                .filter(known -> fits(known.getKey(), name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean fits(String known, String name) {
        int variable = known.indexOf('{');
        return variable < 0 ? known.equals(name) : name.startsWith(known.substring(0, variable));
    }

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
        /// It waits for a sender, for a store or for its turn, and must not hold a container thread meanwhile.
        WAITS,
        /// It waits for a store or for its turn, but not for its sender, who brings a little JSON.
        READS_JSON_THEN_WAITS
    }

    /// What a route does.
    @FunctionalInterface
    interface Handler {
        Reply handle(Call call);
    }
}
