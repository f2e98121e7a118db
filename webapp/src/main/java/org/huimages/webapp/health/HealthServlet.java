package org.huimages.webapp.health;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SortedMap;
import org.huimages.failure.Failure;
import org.huimages.webapp.health.Checks.Finding;
import org.huimages.webapp.health.Checks.Level;
import org.huimages.webapp.http.Answers;
import org.huimages.webapp.http.JsonTexts;

/// `/health/live` says that the process answers, `/health/ready` that each part it needs answers too. What is set up
/// wrong is told by the name of the setting.
public final class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private final transient Checks checks;

    public HealthServlet(Checks checks) {
        this.checks = checks;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (Objects.requireNonNullElse(request.getPathInfo(), "")) {
            case "/live" -> write(response, 200, "{\"status\":\"ok\"}\n");
            case "/ready" -> ready(response);
            default -> Answers.text(response, new Failure.NotFound("no such address"));
        }
    }

    private void ready(HttpServletResponse response) throws IOException {
        SortedMap<String, Finding> findings = checks.askAll();
        Level worst = findings.values().stream()
                .map(Finding::level)
                .max(Comparator.naturalOrder())
                .orElse(Level.OK);
        SequencedMap<String, String> answer = new LinkedHashMap<>();
        answer.put("status", worst.name().toLowerCase(Locale.ROOT));
        findings.forEach((part, finding) -> answer.put(part, finding.text()));
        write(response, worst == Level.DOWN ? 503 : 200, JsonTexts.object(answer));
    }

    private static void write(HttpServletResponse response, int status, String json) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        Answers.body(response, "application/json", json);
    }
}
