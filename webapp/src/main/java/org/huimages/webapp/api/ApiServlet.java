package org.huimages.webapp.api;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huimages.failure.Failure;
import org.huimages.webapp.http.Answers;
import org.huimages.webapp.http.FailureLog;
import org.huimages.webapp.http.GuardedBody;
import org.huimages.webapp.http.JsonBody;
import org.huimages.webapp.http.Problems;

/// `/api/…`: finds the route, checks who calls, writes what comes out. What is thrown is answered by the filter
/// before it, or here where the work goes on without its container thread.
public final class ApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private static final System.Logger LOG = System.getLogger(ApiServlet.class.getName());
    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(5);

    private final transient List<Route> routes;
    private final transient ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor();

    public ApiServlet(ApiParts parts) {
        this.routes = parts.routes();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            return; // the body broke off, and the error page has said so
        }
        Route route = route(request);
        route.access().check(request);
        switch (route.pace()) {
            case QUICK -> answer(route, request, response);
            case WAITS -> later(route, request, response);
            case READS_JSON_THEN_WAITS -> {
                JsonBody.read(request);
                later(route, request, response);
            }
        }
    }

    /// Reads, waits and answers on a thread that costs next to nothing.
    private void later(Route route, HttpServletRequest request, HttpServletResponse response) {
        AsyncContext async = request.startAsync(request, response);
        async.setTimeout(0); // what waits has its own limits
        waiting.execute(() -> {
            try {
                answerAll(route, request, response);
            } catch (IOException gone) {
                LOG.log(System.Logger.Level.DEBUG, "nobody waits for the answer", gone);
            } finally {
                end(async, request);
            }
        });
    }

    /// Where a body could not be read, Tomcat may have ended the call already.
    private static void end(AsyncContext async, HttpServletRequest request) {
        try {
            GuardedBody.end(async, request);
        } catch (IllegalStateException over) {
            LOG.log(System.Logger.Level.DEBUG, "the call was over before its answer", over);
        }
    }

    private static void answerAll(Route route, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            answer(route, request, response);
        } catch (RuntimeException failed) {
            Problems.write(request, response, FailureLog.note(failed, Problems.what(request)));
        }
    }

    private static void answer(Route route, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Map<String, String> variables = route.match(path(request)).orElseThrow();
        write(response, route.answer(new Call(request, variables)));
    }

    private static void write(HttpServletResponse response, Reply reply) throws IOException {
        response.setStatus(reply.status());
        reply.headers().forEach(response::setHeader);
        if (reply.body().isPresent()) {
            Answers.json(response, reply.type(), reply.body().get());
        }
    }

    private Route route(HttpServletRequest request) {
        List<Route> fitting = routes.stream()
                .filter(route -> route.match(path(request)).isPresent())
                .toList();
        return fitting.stream()
                .filter(candidate -> candidate.method().equals(method(request)))
                .findFirst()
                .orElseThrow(() -> noRoute(fitting).exception());
    }

    private static String path(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getPathInfo(), "");
    }

    /// HEAD is GET whose body Tomcat drops.
    private static String method(HttpServletRequest request) {
        return "HEAD".equals(request.getMethod()) ? "GET" : request.getMethod();
    }

    private static Failure noRoute(List<Route> fitting) {
        String allowed = fitting.stream()
                .map(Route::method)
                .flatMap(method -> "GET".equals(method) ? Stream.of("GET", "HEAD") : Stream.of(method))
                .collect(Collectors.joining(", "));
        return fitting.isEmpty()
                ? new Failure.NotFound("there is no such call")
                : new Failure.MethodNotAllowed("this can only be called with " + allowed, allowed);
    }

    /// Lets what is under way finish, for a moment.
    @Override
    public void destroy() {
        waiting.shutdown();
        try {
            if (!waiting.awaitTermination(PATIENCE_AT_END.toMillis(), TimeUnit.MILLISECONDS)) {
                waiting.shutdownNow();
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            waiting.shutdownNow();
        }
    }
}
