package org.huimages.webapp.http;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A path with variables in it, each a whole segment: `/images/{id}/next`.
public record Template(String text) {

    private static final char SLASH = '/';

    /// The values of its variables, if the path fits; they may be empty. Each call is held against all templates, so
    /// nothing is split.
    public Optional<Map<String, String>> match(String path) {
        Map<String, String> variables = new TreeMap<>();
        int begin = 0;
        int itsBegin = 0;
        while (begin <= text.length() && itsBegin <= path.length()) {
            int end = end(text, begin);
            int itsEnd = end(path, itsBegin);
            if (text.startsWith("{", begin)) {
                variables.put(text.substring(begin + 1, end - 1), path.substring(itsBegin, itsEnd));
            } else if (end - begin != itsEnd - itsBegin || !path.regionMatches(itsBegin, text, begin, end - begin)) {
                return Optional.empty();
            }
            begin = end + 1;
            itsBegin = itsEnd + 1;
        }
        return begin > text.length() && itsBegin > path.length() ? Optional.of(variables) : Optional.empty();
    }

    /// Of the segment that begins there.
    private static int end(String path, int begin) {
        int slash = path.indexOf(SLASH, begin);
        return slash < 0 ? path.length() : slash;
    }
}
