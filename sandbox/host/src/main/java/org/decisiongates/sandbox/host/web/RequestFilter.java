package org.decisiongates.sandbox.host.web;

import java.io.IOException;
import java.util.UUID;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first filter: encoding, size limit of forms, the request of the thread, and a last word for whatever is thrown. */
public final class RequestFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(RequestFilter.class);

    private final transient RequestScope requests;

    public RequestFilter(RequestScope requests) {
        this.requests = requests;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setCharacterEncoding("UTF-8");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        if (isForm(request) && request.getContentLengthLong() > WebServer.LARGEST_FORM) {
            refuse(request, response);
            return;
        }
        requests.enter(request);
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            if (e.getClass().getName().endsWith("ClientAbortException")) {
                return;
            }
            failed(request, response, e);
        } finally {
            requests.leave();
        }
    }

    private static void failed(HttpServletRequest request, HttpServletResponse response, Exception e) throws IOException {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("{} {} failed, reference {}", request.getMethod(), request.getRequestURI(), reference, e);
        if (!response.isCommitted()) {
            response.reset();
            response.setCharacterEncoding("UTF-8");
            response.sendError(500, "Something went wrong. The log of the server has the details under reference " + reference + ".");
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.warn("{} {} has a body over {} bytes", request.getMethod(), request.getRequestURI(), WebServer.LARGEST_FORM);
        if (!response.isCommitted()) {
            response.sendError(413, "The request is too large: at most " + WebServer.LARGEST_FORM + " bytes are taken.");
        }
    }

    /** Of other bodies Tomcat reads as much as whoever asks for it. */
    private static boolean isForm(HttpServletRequest request) {
        return request.getContentType() != null && request.getContentType().startsWith("application/x-www-form-urlencoded");
    }
}
