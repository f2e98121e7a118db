package org.huimages.webapp.browser;

import java.util.List;
import java.util.Map;
import org.huimages.webapp.http.Access;

/// To sign in, by Tomcat's own form, and to sign out.
final class LoginPages {
    private static final int WRONG = 401;

    /// Tomcat shows the first two; `/signin/` is for those who want to without being asked.
    List<Route> routes() {
        return List.of(
                Route.page("/login/", Access.ANYONE, visit -> page(visit, false)),
                Route.page("/login/failed/", Access.ANYONE, visit -> page(visit, true)),
                Route.page("/signin/", Access.READER, LoginPages::signedIn),
                Route.deed("/logout/", Access.ANYONE, LoginPages::signOut));
    }

    private static Answer page(Visit visit, boolean failed) {
        return new Answer.Page("login", failed ? WRONG : 200, visit.say("login.title"), Map.of("failed", failed));
    }

    /// Back to the page of ours that he came from.
    private static Answer signedIn(Visit visit) {
        String to = visit.parameter("to");
        return new Answer.See(to.matches("[A-Za-z0-9_.~%/?=&-]*") && !to.startsWith("/") ? to : "");
    }

    private static Answer signOut(Visit visit) {
        visit.request().getSession().invalidate();
        return new Answer.See("");
    }
}
