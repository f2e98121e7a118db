package org.huimages.webapp.browser;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.huimages.catalog.Audience;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.url.ImageId;
import org.huimages.webapp.http.Access;
import org.huimages.webapp.http.Csrf;
import org.huimages.webapp.http.Query;

/// Somebody asks for a page.
///
/// @param variables what the route's template found in the path
record Visit(HttpServletRequest request, Map<String, String> variables, Texts texts) {
    private static final String NOTICE = Notice.class.getName();
    private static final String UNDO = Undo.class.getName();
    private static final int MOST_IDS = 200;

    String variable(String name) {
        return Objects.requireNonNull(variables.get(name), name);
    }

    /// The ID in the path.
    ///
    /// @throws FailureException [Failure.NotFound] if it is none
    ImageId id() {
        return ImageId.parse(variable("id")).orElseThrow(Visit::noPicture);
    }

    static FailureException noPicture() {
        return new Failure.NotFound("there is no picture with this ID").exception();
    }

    /// A parameter or a field of a form; empty if it is not there.
    String parameter(String name) {
        return Query.first(request, name).orElse("").strip();
    }

    /// The IDs that are chosen in a list.
    ///
    /// @throws FailureException [Failure.Unprocessable]
    List<ImageId> ids() {
        List<ImageId> ids = Stream.of(Query.all(request).getOrDefault("id", new String[0]))
                .map(text -> ImageId.parse(text).orElseThrow(Visit::noPicture))
                .distinct()
                .toList();
        if (ids.size() > MOST_IDS) {
            throw new Failure.Unprocessable(say("edit.toomany", MOST_IDS)).exception();
        }
        return ids;
    }

    boolean may(Access access) {
        return access.allows(request);
    }

    Audience audience() {
        return may(Access.READER) ? Audience.READERS : Audience.PUBLIC;
    }

    /// The visitor's name; empty if he is not signed in.
    String user() {
        return Objects.requireNonNullElse(request.getRemoteUser(), "");
    }

    /// What the pages' addresses begin with.
    String base() {
        return request.getContextPath() + "/browser/";
    }

    String say(String key, Object... values) {
        return texts.say(key, values);
    }

    /// The session's token; empty for whoever has no session. None is made for visitors.
    String token() {
        return user().isEmpty() ? "" : Csrf.token(request);
    }

    /// To be told on the next page.
    void tell(String text) {
        session().setAttribute(NOTICE, new Notice(text, false, false));
    }

    void complain(String text) {
        session().setAttribute(NOTICE, new Notice(text, true, false));
    }

    void tell(String text, Undo undo) {
        session().setAttribute(UNDO, undo);
        session().setAttribute(NOTICE, new Notice(text, false, true));
    }

    private HttpSession session() {
        return request.getSession();
    }

    /// What there is to tell; once.
    Notice notice() {
        return (Notice) taken(NOTICE).orElse(Notice.NONE);
    }

    /// What was done last, if that can be undone; once.
    Optional<Undo> undo() {
        return taken(UNDO).map(Undo.class::cast);
    }

    private Optional<Object> taken(String name) {
        HttpSession session = request.getSession(false);
        Optional<Object> value = Optional.ofNullable(session).map(open -> open.getAttribute(name));
        value.ifPresent(there -> Objects.requireNonNull(session).removeAttribute(name));
        return value;
    }

    /// The page of something that has a name. One that cannot be a part of a path stands in the query: many servers
    /// refuse `%2F`.
    static String path(String folder, String name) {
        return name.matches(".*[/\\\\].*|\\.*") ? folder + "?name=" + encoded(name) : folder + encoded(name) + "/";
    }

    /// What such a page is of.
    String named(String variable) {
        return variables.containsKey(variable) ? variable(variable) : parameter("name");
    }

    /// As a part of a path or of a query.
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
