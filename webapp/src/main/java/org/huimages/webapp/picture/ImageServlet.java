package org.huimages.webapp.picture;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.catalina.Globals;
import org.apache.catalina.WebResource;
import org.apache.catalina.WebResourceRoot;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.tomcat.util.http.parser.Ranges;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.file.Leftovers;
import org.huimages.rendition.Rendition;
import org.huimages.rendition.RenditionCache;
import org.huimages.rendition.RenditionKey;
import org.huimages.rendition.Renditions;
import org.huimages.rendition.Viewer;
import org.huimages.url.Extension;
import org.huimages.url.ImagePath;
import org.huimages.url.ParsedPath;
import org.huimages.url.Signature;
import org.huimages.webapp.http.Access;
import org.huimages.webapp.http.Answers;
import org.huimages.webapp.http.Client;
import org.huimages.webapp.http.FailureLog;
import org.huimages.webapp.http.Query;
import org.huimages.webapp.http.SignIn;
import org.jspecify.annotations.Nullable;

/// `/240x160/ID/any-name.jpeg`: a file of the cache, sent by Tomcat's own machinery with ETag, ranges and
/// sendfile. Only what is not there yet is made, and whoever waits for it holds no thread.
public final class ImageServlet extends DefaultServlet {
    private static final long serialVersionUID = 1;
    private static final String PATH = ImageServlet.class.getName() + ".path";
    private static final Duration GRACE = Duration.ofMillis(500);
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final transient RenditionCache cache;
    private final transient Renditions renditions;
    private final transient PictureRules rules;
    private final transient Deliveries deliveries;

    /// @param deliveries is told of each picture that is asked for
    public ImageServlet(RenditionCache cache, Renditions renditions, PictureRules rules, Deliveries deliveries) {
        this.deliveries = deliveries;
        this.cache = cache;
        this.renditions = renditions;
        this.rules = rules;
    }

    /// Instead of the application's own files, which are nothing for browsers, Tomcat's machinery sees the cache.
    @Override
    public void init() throws ServletException {
        super.init();
        WebResourceRoot application = resources;
        resources = new CacheResources(application.getContext(), cache);
        sendfileSize = CacheFile.SMALL;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            if (request.getDispatcherType() == DispatcherType.ASYNC) {
                answer(request, response, Outcome.of(request));
            } else {
                start(request, response);
            }
        } catch (FailureException failed) {
            Answers.text(response, FailureLog.note(failed, request.getRequestURI()));
        }
    }

    private void start(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        checkMethod(request);
        switch (ImagePath.parse(request.getServletPath())) {
            case ParsedPath.Plain(ImagePath path) -> serve(request, response, path);
            case ParsedPath.Moved(ImagePath target) -> Redirects.permanently(request, response, target);
            case ParsedPath.Unknown() -> throw new Failure.NotFound("no such address").exception();
        }
    }

    private static void checkMethod(HttpServletRequest request) {
        if (!"GET".equals(request.getMethod()) && !"HEAD".equals(request.getMethod())) {
            throw new Failure.MethodNotAllowed("a picture can only be fetched", "GET, HEAD").exception();
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response, ImagePath path)
            throws ServletException, IOException {
        RenditionKey key = RenditionKey.of(path);
        if (!key.id().cluster().equals(rules.cluster())) {
            throw new Failure.NotFound("pictures of cluster %s are not here"
                            .formatted(key.id().cluster()))
                    .exception();
        }
        request.setAttribute(PATH, path);
        if (sends(request, response, Sent.itself(key))) {
            deliveries.found();
        } else {
            deliveries.missed();
            Optional<String> signature = Query.first(request, Signature.PARAMETER);
            rules.sizes().check(path, signature, Instant.now());
            SignIn.quietly(request);
            make(request, key, viewer(request, path, signature));
        }
    }

    private Viewer viewer(HttpServletRequest request, ImagePath path, Optional<String> signature) {
        return new Viewer(Client.of(request), Access.READER.allows(request) || rules.isSigned(path, signature));
    }

    private void make(HttpServletRequest request, RenditionKey key, Viewer viewer) {
        CompletableFuture<Rendition> made = renditions.get(key, viewer);
        AsyncContext async = request.startAsync();
        async.setTimeout(rules.timeout().plus(GRACE).toMillis());
        Outcome.awaited(made, async);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Outcome outcome)
            throws ServletException, IOException {
        switch (outcome) {
            case Outcome.Made(Rendition.Ready()) ->
                send(request, response, Sent.itself(RenditionKey.of(path(request))));
            case Outcome.Made(Rendition.Once once) -> sendOnce(request, response, once);
            case Outcome.Made(Rendition.OtherFormat(var format)) ->
                Redirects.permanently(request, response, path(request).withExtension(Extension.of(format)));
            case Outcome.Made(Rendition.Later()) -> meanwhile(request, response);
            case Outcome.Failed(Throwable thrown) -> answerInstead(request, response, thrown);
        }
    }

    /// A browser that is told 404 does not try the next source of a `<picture>`.
    private void meanwhile(HttpServletRequest request, HttpServletResponse response) {
        ImagePath asked = path(request);
        ImagePath jpeg = asked.withExtension(Extension.JPEG);
        Optional<String> signature =
                Query.first(request, Signature.PARAMETER).flatMap(given -> rules.signature(asked, given, jpeg));
        Redirects.forAMoment(request, response, jpeg, signature);
    }

    /// Without sendfile, which would open the file after it was removed.
    private void sendOnce(HttpServletRequest request, HttpServletResponse response, Rendition.Once once)
            throws ServletException, IOException {
        try {
            request.setAttribute(Globals.SENDFILE_SUPPORTED_ATTR, false);
            send(request, response, Sent.once(once));
        } finally {
            Leftovers.discard(once.file());
        }
    }

    /// Where there is too much to do or no space, a larger picture is better than none.
    private void answerInstead(HttpServletRequest request, HttpServletResponse response, Throwable thrown)
            throws ServletException, IOException {
        Failure failure = FailureException.of(thrown);
        boolean busy = failure instanceof Failure.Unavailable
                || failure instanceof Failure.TooMany
                || failure instanceof Failure.DiskFull;
        RenditionKey wanted = RenditionKey.of(path(request));
        Optional<RenditionKey> larger = busy ? renditions.substitute(wanted) : Optional.empty();
        send(request, response, Sent.instead(larger.orElseThrow(() -> failure.exception(thrown))));
    }

    /// For what was there a moment ago.
    private void send(HttpServletRequest request, HttpServletResponse response, Sent file)
            throws ServletException, IOException {
        if (!sends(request, response, file)) {
            throw new Failure.Unavailable("the cache is being emptied", A_MOMENT).exception();
        }
    }

    /// Whether there is such a file, which is the answer then. Else nothing has been answered.
    private boolean sends(HttpServletRequest request, HttpServletResponse response, Sent file)
            throws ServletException, IOException {
        file.choose(request);
        response.setContentType(file.format().mediaType());
        response.setHeader("X-Content-Type-Options", "nosniff");
        try {
            super.service(request, response);
            return true;
        } catch (FileVanished gone) {
            response.reset();
            return false;
        }
    }

    /// A file that has not changed for who has it already may be kept. A refusal (404, 412) may not, and once it
    /// is sent no header can be added or taken back: so it is given only where the file is known to go out.
    @Override
    protected boolean checkIfHeaders(HttpServletRequest request, HttpServletResponse response, WebResource resource)
            throws IOException {
        boolean proceed = super.checkIfHeaders(request, response, resource);
        if (!proceed && response.getStatus() == HttpServletResponse.SC_NOT_MODIFIED) {
            response.setHeader("Cache-Control", Sent.of(request).cacheControl());
        }
        return proceed;
    }

    /// The last that can be refused (416); after that the file is sent.
    @Override
    protected @Nullable Ranges parseRange(
            HttpServletRequest request, HttpServletResponse response, WebResource resource) throws IOException {
        Ranges ranges = super.parseRange(request, response, resource);
        if (ranges != null) {
            response.setHeader("Cache-Control", Sent.of(request).cacheControl());
        }
        return ranges;
    }

    /// In one piece, where it is in memory.
    @Override
    protected void copy(InputStream file, ServletOutputStream answer) throws IOException {
        try (file) {
            file.transferTo(answer);
        }
    }

    /// Where the file lies in the cache, whatever the address says.
    @Override
    protected String getRelativePath(HttpServletRequest request, boolean allowEmptyPath) {
        return Sent.of(request).location();
    }

    /// The address of a request that has been understood.
    private static ImagePath path(HttpServletRequest request) {
        return (ImagePath) request.getAttribute(PATH);
    }
}
