package org.huimages.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.huimages.url.ImageId;

/// Which pictures to list. Immutable.
public final class Selection {
    private final Map<String, String> parameters;

    private Selection(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    /// By ID.
    public static Selection all() {
        return new Selection(Map.of());
    }

    /// Those saved last, newest first.
    public static Selection newest() {
        return all().with("order", "newest");
    }

    /// Those that anybody has given exactly this tag.
    public static Selection tagged(String tag) {
        return all().with("tag", tag);
    }

    /// Those that this user likes best.
    public static Selection favourites(String user) {
        return all().with("favorite", user);
    }

    /// Those with words that begin like each of these: in titles, tags, file names, references.
    public static Selection matching(String words) {
        return all().with("q", words);
    }

    /// Those that come after this one: the `next` of the page before.
    public Selection after(ImageId last) {
        return with("after", last.text());
    }

    /// @param pictures on a page, 200 at most
    public Selection limit(int pictures) {
        return with("limit", Integer.toString(pictures));
    }

    private Selection with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new Selection(more);
    }

    String query() {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
