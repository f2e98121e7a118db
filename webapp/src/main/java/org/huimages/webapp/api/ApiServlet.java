package org.huimages.webapp.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huimages.failure.Failure;
import org.huimages.webapp.api.Route.Call;
import org.huimages.webapp.http.Answers;
import org.huimages.webapp.http.Json;

/// `/api/…`: finds the route, checks who calls, writes what comes out. What is
/// thrown is answered by the filter before it.
public final class ApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient List<Route> routes;

    public ApiServlet(ImagesApi images) {
        this.routes = images.routes();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Reply reply = handle(request);
        response.setStatus(reply.status());
        response.setHeader("Cache-Control", "no-cache");
        Answers.body(response, "application/json", Json.text(reply.body()));
    }

    private Reply handle(HttpServletRequest request) {
        String path = Objects.requireNonNullElse(request.getPathInfo(), "");
        List<Route> fitting =
                routes.stream().filter(route -> route.match(path).isPresent()).toList();
        Route route = fitting.stream()
                .filter(candidate -> candidate.method().equals(method(request)))
                .findFirst()
                .orElseThrow(() -> noRoute(fitting).exception());
        route.access().check(request);
        Optional<Map<String, String>> variables = route.match(path);
        return route.handler().handle(new Call(request, variables.orElseThrow()));
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
}
