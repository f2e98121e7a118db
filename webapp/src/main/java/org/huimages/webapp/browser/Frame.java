package org.huimages.webapp.browser;

import java.util.Map;
import org.huimages.webapp.http.Access;
import org.huimages.webapp.http.Json;
import tools.jackson.databind.node.ObjectNode;

/// What every page has around it. The JSPs read it under the name `f`.
///
/// @param title of the page; empty for the start page
/// @param base what addresses of pages begin with: `/img/browser/`
/// @param api what addresses of calls begin with: `/img/api/`
/// @param assets where scripts and style sheet lie
/// @param user empty if nobody is signed in
/// @param csrf the session's token, for forms and scripts; empty without a session
/// @param query what was searched for, to stand in the field again
/// @param scripts what scripts say, as JSON
public record Frame(
        String title,
        String language,
        String base,
        String api,
        String assets,
        String user,
        boolean reader,
        boolean editor,
        boolean admin,
        String csrf,
        String query,
        Notice notice,
        String scripts) {

    static Frame of(Visit visit, String title, String assets) {
        return new Frame(
                title,
                visit.texts().language().getLanguage(),
                visit.base(),
                visit.request().getContextPath() + "/api/",
                visit.base() + assets,
                visit.user(),
                visit.may(Access.READER),
                visit.may(Access.EDITOR),
                visit.may(Access.ADMIN),
                visit.token(),
                visit.parameter("q"),
                visit.notice(),
                json(visit.texts().ofScripts()));
    }

    private static String json(Map<String, String> words) {
        ObjectNode node = Json.object();
        words.forEach(node::put);
        return Json.text(node).strip();
    }
}
