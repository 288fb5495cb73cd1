package org.decisiongates.sandbox.host.web;

import java.io.IOException;
import java.util.function.Predicate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Refuses form-like requests of the product's own pages without the token. REST of plugins has its own check, which knows their
 * annotations; servlets of plugins are on their own, as they are in the products.
 */
public final class XsrfFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient Predicate<String> checksItself;

    public XsrfFilter(Predicate<String> checksItself) {
        this.checksItself = checksItself;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Xsrf.ensure(request, response);
        String path = request.getRequestURI().substring(request.getContextPath().length());
        // Nobody is logged in yet on the login page; what a forged login could do is not played here.
        boolean free = LoginFilter.isLogin(path) || path.startsWith("/plugins/servlet/") || checksItself.test(path);
        if (!free && Xsrf.forgeable(request) && !Xsrf.passes(request)) {
            if (path.startsWith("/rest/")) {
                Errors.send(response, 403, "XSRF check failed");
            } else {
                response.sendError(403, "XSRF Security Token Missing. Go back, reload the page and try again.");
            }
            return;
        }
        chain.doFilter(request, response);
    }
}
