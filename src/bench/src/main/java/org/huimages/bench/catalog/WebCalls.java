package org.huimages.bench.catalog;

import java.util.List;
import java.util.function.Supplier;

/// What a server is asked by everybody (`HUIMAGES_BROWSE=public`), each time for something else.
final class WebCalls {
    private final Choice choice;
    private final String rendition;

    /// @param pictures how many are there
    /// @param rendition the address of a finished one
    WebCalls(int pictures, String rendition) {
        this.choice = new Choice(pictures);
        this.rendition = rendition;
    }

    List<WebCall> all() {
        return List.of(
                new WebCall("a finished picture", () -> rendition),
                new WebCall("document", () -> "/api/images/" + choice.present()),
                new WebCall("next", () -> "/api/images/" + choice.present() + "/next"),
                new WebCall("previous", () -> "/api/images/" + choice.present() + "/previous"),
                new WebCall("random", () -> "/api/images/random"),
                new WebCall("page of 50", () -> list("")),
                new WebCall("50 with a frequent tag", () -> list("&tag=" + Choice.FREQUENT)),
                new WebCall("50 with any tag", () -> list("&tag=" + choice.tag())),
                new WebCall("50 newest", () -> "/api/images?order=newest"),
                new WebCall("50 newest after one", () -> list("&order=newest")),
                new WebCall("20 tags", () -> "/api/tags?limit=20&prefix=" + choice.beginning(choice.tag())),
                new WebCall("50 by a word", () -> list("&q=" + choice.word())));
    }

    private String list(String which) {
        return "/api/images?after=" + choice.early() + which;
    }

    /// @param path gives the address to ask for this time
    record WebCall(String name, Supplier<String> path) {}
}
