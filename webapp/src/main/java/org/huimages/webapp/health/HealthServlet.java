package org.huimages.webapp.health;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.huimages.failure.Failure;
import org.huimages.webapp.http.Answers;
import org.huimages.webapp.http.Json;
import tools.jackson.databind.node.ObjectNode;

/// `/health/live` says that the process answers, `/health/ready` that each part it needs answers too.
public final class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final System.Logger LOG = System.getLogger(HealthServlet.class.getName());

    private static final String DOWN = "down";

    private final transient Map<String, Check> checks;

    /// @param checks by the name of the part
    public HealthServlet(Map<String, Check> checks) {
        this.checks = new TreeMap<>(checks);
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
        Map<String, String> states = new TreeMap<>();
        checks.forEach((part, check) -> states.put(part, state(part, check)));
        boolean ready = states.values().stream().noneMatch(state -> state.startsWith(DOWN));
        ObjectNode json = Json.object().put("status", ready ? "ok" : DOWN);
        states.forEach(json::put);
        write(response, ready ? 200 : 503, Json.text(json));
    }

    private static String state(String part, Check check) {
        try {
            String state = check.state();
            if (state.startsWith(DOWN)) {
                LOG.log(System.Logger.Level.WARNING, "{0} is {1}", part, state);
            }
            return state;
        } catch (Exception down) {
            LOG.log(System.Logger.Level.WARNING, "{0} is down: {1}", part, down);
            return DOWN;
        }
    }

    private static void write(HttpServletResponse response, int status, String json) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        Answers.body(response, "application/json", json);
    }

    /// Asks one part.
    @FunctionalInterface
    public interface Check {

        /// @return how it is, in a line that anyone may read; begins with `down` if it is not well
        /// @throws Exception if it is not well
        String state() throws Exception;
    }
}
