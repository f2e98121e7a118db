package org.huimages.webapp.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/// A request whose body may break off while it is read.
///
/// Tomcat then decides on 400 at once, drops whatever the application writes, and remembers the exception; where it
/// finds that again, it answers with a page of its own, or with nothing. So the exception is forgotten here, and
/// Tomcat asks the application's error page for the answer ([BrokenBody]): at once where the body is read by the
/// container's thread, after [#end] where it is not.
public final class GuardedBody extends HttpServletRequestWrapper {
    private static final String BROKEN = GuardedBody.class.getName() + ".broken";

    public GuardedBody(HttpServletRequest request) {
        super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Guarded(super.getInputStream());
    }

    /// Ends a call that did not wait on the container's thread.
    ///
    /// @throws IllegalStateException if Tomcat has ended it already
    public static void end(AsyncContext async, HttpServletRequest request) {
        if (request.getAttribute(BROKEN) == null) {
            async.complete();
        } else {
            async.dispatch();
        }
    }

    private IOException noted(IOException broken) {
        removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
        setAttribute(BROKEN, true);
        return broken;
    }

    private final class Guarded extends ServletInputStream {
        private final ServletInputStream body;

        Guarded(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            try {
                return body.read();
            } catch (IOException broken) {
                throw noted(broken);
            }
        }

        @Override
        public int read(byte[] target, int from, int most) throws IOException {
            try {
                return body.read(target, from, most);
            } catch (IOException broken) {
                throw noted(broken);
            }
        }

        @Override
        public int available() throws IOException {
            return body.available();
        }

        @Override
        public void close() throws IOException {
            body.close();
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
