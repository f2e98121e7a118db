package org.huimages.webapp.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhenAskedTest {
    @TempDir
    private Path folder;

    private final List<String> told = new CopyOnWriteArrayList<>();

    @Test
    void theServletIsMadeForItsFirstRequestAndEndsWithTheApplication()
            throws LifecycleException, IOException, InterruptedException {
        try (EmbeddedTomcat tomcat = started()) {
            assertEquals(List.of(), told);
            assertEquals("told", ask(tomcat, "/told"));
            assertEquals("told", ask(tomcat, "/told"));
            assertEquals(List.of("made", "begins as told", "asked", "asked"), told);
        }
        assertEquals("ends", told.getLast());
    }

    @Test
    void whatWasNeverAskedForIsNeverMade() throws LifecycleException {
        started().close();
        assertEquals(List.of(), told);
    }

    private EmbeddedTomcat started() throws LifecycleException {
        EmbeddedTomcat tomcat = EmbeddedTomcat.in(folder);
        tomcat.application("")
                .addServletContainerInitializer(
                        (classes, context) -> {
                            ServletRegistration.Dynamic registration =
                                    context.addServlet("told", new WhenAsked(Told::new));
                            registration.setAsyncSupported(true);
                            registration.addMapping("/told");
                        },
                        Set.of());
        tomcat.start();
        return tomcat;
    }

    private static String ask(EmbeddedTomcat tomcat, String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create("http://127.0.0.1:" + tomcat.port() + path);
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private final class Told extends HttpServlet {
        private static final long serialVersionUID = 1;

        private Told() {
            told.add("made");
        }

        @Override
        public void init() {
            told.add("begins as " + getServletName());
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            told.add("asked");
            AsyncContext async = request.startAsync();
            async.start(() -> {
                write(response);
                async.complete();
            });
        }

        private void write(HttpServletResponse response) {
            try {
                response.getWriter().write(getServletName());
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }

        @Override
        public void destroy() {
            told.add("ends");
        }
    }
}
