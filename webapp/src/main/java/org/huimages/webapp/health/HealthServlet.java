package org.huimages.webapp.health;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.huimages.failure.Failure;
import org.huimages.original.StoreSetupException;
import org.huimages.webapp.http.Answers;
import org.huimages.webapp.http.Json;
import tools.jackson.databind.node.ObjectNode;

/// `/health/live` says that the process answers, `/health/ready` that each part it needs answers too. What is set up
/// wrong is told by the name of the setting.
public final class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final System.Logger LOG = System.getLogger(HealthServlet.class.getName());

    private static final String DOWN = "down";

    private final transient Map<String, Check> checks;
    private final transient Set<String> spared;
    private final transient Set<String> wereWell = ConcurrentHashMap.newKeySet();

    /// @param checks by the name of the part
    /// @param spared parts without which finished pictures are still sent: while one of them does not answer, this
    ///     server is `degraded`, but ready. One that is set up wrong, and never was well, is not
    public HealthServlet(Map<String, Check> checks, Set<String> spared) {
        this.checks = new TreeMap<>(checks);
        this.spared = Set.copyOf(spared);
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
        Map<String, Finding> findings = askAll();
        Level worst = findings.values().stream()
                .map(Finding::level)
                .max(Comparator.naturalOrder())
                .orElse(Level.OK);
        ObjectNode answer = Json.object().put("status", worst.name().toLowerCase(Locale.ROOT));
        findings.forEach((part, finding) -> answer.put(part, finding.text()));
        write(response, worst == Level.DOWN ? 503 : 200, Json.text(answer));
    }

    /// All at once, each on a thread that ends with it: what Amazon's SDK leaves in a thread would keep this
    /// application in memory for as long as Tomcat has the thread.
    private SortedMap<String, Finding> askAll() {
        SortedMap<String, Finding> findings = new ConcurrentSkipListMap<>();
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            checks.forEach((part, check) -> askers.execute(() -> findings.put(part, ask(part, check))));
        }
        return findings;
    }

    private Finding ask(String part, Check check) {
        try {
            String state = check.state();
            wereWell.add(part);
            return new Finding(Level.OK, state);
        } catch (StoreSetupException wrong) {
            LOG.log(System.Logger.Level.WARNING, "{0} is down: {1}", part, wrong.getMessage());
            boolean spare = spared.contains(part) && wereWell.contains(part);
            return new Finding(spare ? Level.DEGRADED : Level.DOWN, String.valueOf(wrong.getMessage()));
        } catch (Exception down) {
            LOG.log(System.Logger.Level.WARNING, "{0} is down: {1}", part, down);
            return new Finding(spared.contains(part) ? Level.DEGRADED : Level.DOWN, DOWN);
        }
    }

    private record Finding(Level level, String text) {}

    /// From good to bad.
    private enum Level {
        OK,
        DEGRADED,
        DOWN
    }

    private static void write(HttpServletResponse response, int status, String json) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        Answers.body(response, "application/json", json);
    }

    /// Asks one part.
    @FunctionalInterface
    public interface Check {

        /// @return a word for a part that is well
        /// @throws Exception if it is not
        String state() throws Exception;
    }
}
