package org.huimages.webapp.browser;

import java.util.Map;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.webapp.http.FailureLog;
import org.huimages.webapp.http.FailureStatus;
import org.huimages.webapp.http.Problems;

/// The page that is shown in the place of one that cannot be shown.
final class Broken {
    private Broken() {}

    static Answer.Page page(FailureException failed, Visit visit) {
        Failure failure = FailureLog.note(failed, Problems.what(visit.request()));
        String heading = heading(failure, visit);
        return new Answer.Page(
                "failure",
                FailureStatus.of(failure),
                heading,
                Map.of("heading", heading, "failure", failure.text(), "restore", ""));
    }

    /// What a reader has to know of it; the rest stands below, in English.
    private static String heading(Failure failure, Visit visit) {
        return switch (failure) {
            case Failure.NotFound missing -> visit.say("failure.nothing");
            case Failure.Forbidden refused -> visit.say("failure.forbidden");
            case Failure.Unavailable busy -> visit.say("failure.later");
            default -> visit.say("failure.title");
        };
    }
}
