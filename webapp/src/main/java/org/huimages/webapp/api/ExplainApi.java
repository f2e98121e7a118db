package org.huimages.webapp.api;

import java.util.List;
import org.huimages.failure.Failure;
import org.huimages.webapp.http.Access;

/// `GET /api/explain`
final class ExplainApi {
    private final Explainer explainer;

    ExplainApi(Explainer explainer) {
        this.explainer = explainer;
    }

    List<Route> routes() {
        return List.of(Route.of("GET", "/explain", Access.EDITOR, this::explain)
                .taking("path")
                .thatWaits());
    }

    private Reply explain(Call call) {
        String address = call.query("path")
                .orElseThrow(() -> new Failure.Unprocessable("'path' has to be the path of a picture").exception());
        return Reply.ok(explainer.explain(address));
    }
}
