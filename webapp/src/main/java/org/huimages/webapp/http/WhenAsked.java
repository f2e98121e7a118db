package org.huimages.webapp.http;

import jakarta.servlet.GenericServlet;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.function.Supplier;

/// A servlet that is made when it is asked for the first time: what pictures and health do not need is not waited
/// for at the start. Its maker must not be able to fail, or the mistake would show too late.
public final class WhenAsked extends GenericServlet {
    private static final long serialVersionUID = 1;

    private final transient Supplier<? extends Servlet> maker;
    private transient Servlet made;

    /// @param maker called once, or again if what it made could not begin
    @SuppressWarnings("NullAway.Init") // made: by init
    public WhenAsked(Supplier<? extends Servlet> maker) {
        this.maker = maker;
    }

    /// Called by Tomcat before the first request, while others wait.
    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        made = maker.get();
        made.init(config);
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        made.service(request, response);
    }

    /// Not called if it was never asked for.
    @Override
    public void destroy() {
        made.destroy();
    }
}
