package org.decisiongates.sandbox.host.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.UUID;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first filter: encoding, size limit, the request of the thread, and a last word for whatever is thrown. */
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
        if (request.getContentLengthLong() > WebServer.LARGEST_BODY) {
            refuse(request, response);
            return;
        }
        HttpServletRequest bounded = request.getContentLengthLong() < 0 ? new Bounded(request) : request;
        requests.enter(bounded);
        try {
            chain.doFilter(bounded, response);
        } catch (IOException | ServletException | RuntimeException e) {
            if (tooLarge(e)) {
                refuse(request, response);
                return;
            }
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
        LOG.warn("{} {} has a body over {} bytes", request.getMethod(), request.getRequestURI(), WebServer.LARGEST_BODY);
        if (!response.isCommitted()) {
            response.sendError(413, "The request is too large: at most " + WebServer.LARGEST_BODY + " bytes are taken.");
        }
    }

    private static boolean tooLarge(Throwable e) {
        return e != null && (e instanceof TooLarge || tooLarge(e.getCause()));
    }

    /** The body went over the limit while it was read. */
    private static final class TooLarge extends UncheckedIOException {

        private static final long serialVersionUID = 1L;

        TooLarge() {
            super(new IOException("The request body is too large"));
        }
    }

    /** A body whose length was not announced. */
    private static final class Bounded extends HttpServletRequestWrapper {

        Bounded(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new BoundedStream(super.getInputStream());
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), Charset.forName(getCharacterEncoding())));
        }
    }

    /** Counts what is read. */
    private static final class BoundedStream extends ServletInputStream {

        private final ServletInputStream in;
        private long read;

        BoundedStream(ServletInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int some = in.read(into, offset, length);
            count(Math.max(some, 0));
            return some;
        }

        private void count(int more) {
            read += more;
            if (read > WebServer.LARGEST_BODY) {
                throw new TooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
