package org.huimages.webapp.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A path with variables in it, each a whole segment: `/images/{id}/next`.
public record Template(String text) {

    /// The values of its variables, if the path fits; they may be empty.
    public Optional<Map<String, String>> match(String path) {
        List<String> wanted = segments(text);
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
}
