package org.huimages.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The chapter on the API in README.md, and its table of calls.
///
/// @param chapter its text
record ManualTable(String chapter) {
    private static final Path README = Path.of("../../README.md");
    private static final Pattern CHAPTER = Pattern.compile("\n## The API\n(.*?)\n## ", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("^\\| (`[A-Z]+.*?) \\| (\\w*) ?\\| ", Pattern.MULTILINE);
    private static final Pattern METHOD = Pattern.compile("\\b(GET|PUT|POST|PATCH|DELETE)\\b");
    private static final Pattern PATH = Pattern.compile("(/api|/health|/metrics)(/[a-z{}./]+)?(\\?purge)?");

    static ManualTable read() {
        try {
            return new ManualTable(CHAPTER.matcher(Files.readString(README))
                    .results()
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElseThrow());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The role that each call needs, without `huimages-`: `GET /images/{id}`.
    Map<String, String> roles() {
        Map<String, String> roles = new TreeMap<>();
        ROW.matcher(chapter)
                .results()
                .forEach(row -> calls(row.group(1)).forEach(call -> roles.put(call, row.group(2))));
        return roles;
    }

    /// A cell may name several methods, and several paths.
    private static List<String> calls(String cell) {
        List<String> methods = METHOD.matcher(cell)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        return PATH.matcher(cell)
                .results()
                .map(found -> found.group().replaceFirst("^/api", ""))
                .flatMap(path -> methods.stream().map(method -> method + " " + path))
                .toList();
    }

    /// Whether it has this name, in the writing of code.
    boolean tellsOf(String name) {
        String known = Pattern.quote(name.replaceFirst("\\{.*", "")).replace("{id}", "");
        return Pattern.compile("[`?&{(]" + known + "(\\b|KEY|}|=|`)")
                .matcher(chapter)
                .find();
    }
}
