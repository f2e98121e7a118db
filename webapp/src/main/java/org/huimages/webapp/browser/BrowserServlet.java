package org.huimages.webapp.browser;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.webapp.http.Answers;
import org.huimages.webapp.http.Csrf;
import org.huimages.webapp.http.FailureLog;
import org.huimages.webapp.http.Origin;
import org.huimages.webapp.http.Problems;

/// `/browser/…`: finds the route, asks for a name and a password where they are needed, writes the page. What
/// changes something is done on a thread that costs next to nothing, and ends in a redirect.
public final class BrowserServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final System.Logger LOG = System.getLogger(BrowserServlet.class.getName());

    private static final String FOUND = Found.class.getName();

    private final transient BrowserParts parts;
    private final transient List<Route> routes;
    private final transient List<Texts> languages = Texts.all();
    private final transient ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor();
    private transient StaticFiles files;

    @SuppressWarnings("NullAway.Init") // files: by init
    public BrowserServlet(BrowserParts parts) {
        this.parts = parts;
        this.routes = parts.routes();
    }

    @Override
    public void init() {
        files = StaticFiles.of(getServletContext());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String path = Objects.requireNonNullElse(request.getPathInfo(), "");
        parts.looks().guard(response);
        try {
            if (request.getDispatcherType() == DispatcherType.ASYNC) {
                Found found = (Found) request.getAttribute(FOUND);
                write(found.visit(), response, found.answer().get());
            } else if (StaticFiles.isOne(path)) {
                files.send(path, response);
            } else {
                serve(path, request, response);
            }
        } catch (FailureException failed) {
            Visit visit = new Visit(request, Map.of(), texts(request));
            show(visit, response, Broken.page(failed, visit));
        }
    }

    private void serve(String path, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getCharacterEncoding() == null) {
            request.setCharacterEncoding("UTF-8");
        }
        Route route = route(path, request);
        Visit visit = new Visit(request, route.match(path).orElseThrow(), texts(request));
        if (!route.needed().allows(request) && visit.user().isEmpty()) {
            request.authenticate(response);
            return;
        }
        route.needed().check(request);
        if (route.proof() != Route.Proof.NONE) {
            change(route, visit, response);
        } else if (request.getDispatcherType() == DispatcherType.REQUEST) {
            find(route, visit);
        } else {
            write(visit, response, route.handler().answer(visit)); // the form to sign in, shown by Tomcat
        }
    }

    /// Whoever waits for a store holds no container thread. One is asked for when there is something to write.
    private void find(Route route, Visit visit) {
        HttpServletRequest request = visit.request();
        AsyncContext async = request.startAsync();
        async.setTimeout(0); // what waits has its own limits
        waiting.execute(() -> {
            request.setAttribute(FOUND, Found.of(route, visit));
            async.dispatch();
        });
    }

    /// What there is to write.
    private record Found(Visit visit, Supplier<Answer> answer) {
        static Found of(Route route, Visit visit) {
            try {
                Answer answer = route.handler().answer(visit);
                return new Found(visit, () -> answer);
            } catch (RuntimeException failed) {
                return new Found(visit, () -> {
                    throw FailureException.of(failed).exception(failed);
                });
            }
        }
    }

    private void change(Route route, Visit visit, HttpServletResponse response) throws ServletException, IOException {
        HttpServletRequest request = visit.request();
        if (Origin.isForeign(request, parts.publicOrigin())) {
            throw new Failure.Forbidden("a page of another site may not change anything here").exception();
        }
        if (route.proof() == Route.Proof.FIELD && !Csrf.fits(request, visit.parameter(Csrf.FIELD))) {
            write(visit, response, Again.page(visit));
            return;
        }
        AsyncContext async = request.startAsync(request, response);
        async.setTimeout(0); // what waits has its own limits
        waiting.execute(() -> {
            try {
                finish(route, visit, response);
            } catch (IOException gone) {
                LOG.log(System.Logger.Level.DEBUG, "nobody waits for the answer", gone);
            } finally {
                async.complete();
            }
        });
    }

    /// What did not work is told on the page that the visitor came from.
    private static void finish(Route route, Visit visit, HttpServletResponse response) throws IOException {
        try {
            direct(visit, response, route.handler().answer(visit));
        } catch (RuntimeException failed) {
            Failure failure = FailureLog.note(failed, Problems.what(visit.request()));
            visit.complain(failure.text());
            direct(visit, response, new Answer.See(Back.to(visit)));
        }
    }

    private static void direct(Visit visit, HttpServletResponse response, Answer answer) throws IOException {
        switch (answer) {
            case Answer.See(String path) -> redirect(visit, response, path);
            case Answer.Text(int status, String text) -> {
                response.setStatus(status);
                Answers.body(response, "text/plain;charset=UTF-8", text + "\n");
            }
            case Answer.Page page -> throw new IllegalStateException("a change ends in a redirect, not in " + page);
        }
    }

    private static void redirect(Visit visit, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", visit.base() + path);
    }

    private void write(Visit visit, HttpServletResponse response, Answer answer) throws ServletException, IOException {
        if (answer instanceof Answer.Page page) {
            show(visit, response, page);
        } else {
            direct(visit, response, answer);
        }
    }

    private void show(Visit visit, HttpServletResponse response, Answer.Page page)
            throws ServletException, IOException {
        HttpServletRequest request = visit.request();
        response.setStatus(page.status());
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("Vary", "Accept-Language, Cookie");
        page.model().forEach(request::setAttribute);
        request.setAttribute("t", visit.texts().escaped());
        request.setAttribute("f", Frame.of(visit, page.title(), files.prefix()));
        getServletContext().getNamedDispatcher(BrowserParts.jsp(page.name())).forward(request, response);
    }

    private Route route(String path, HttpServletRequest request) {
        boolean shown = request.getDispatcherType() == DispatcherType.FORWARD;
        String method = shown || "HEAD".equals(request.getMethod()) ? "GET" : request.getMethod();
        return routes.stream()
                .filter(route ->
                        route.method().equals(method) && route.match(path).isPresent())
                .findFirst()
                .orElseThrow(() -> new Failure.NotFound("there is no such page").exception());
    }

    private Texts texts(HttpServletRequest request) {
        return Texts.of(languages, Collections.list(request.getLocales()));
    }

    @Override
    public void destroy() {
        waiting.shutdown();
    }
}
