package org.decisiongates.sandbox.jira.web.frame;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the page for an address, asks it, and sends its answer inside the frame. */
public final class PageServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(PageServlet.class);

    /** By this a dialog learns what a form that was sent inline led to. */
    private static final String DIALOG_CONTROL = "X-Atlassian-Dialog-Control";

    private final transient Visits visits;
    private final transient Frame frame;
    private final transient Map<String, Page> pages = new TreeMap<>();
    private final transient Map<String, Page> below = new TreeMap<>();

    public PageServlet(Visits visits, Frame frame) {
        this.visits = visits;
        this.frame = frame;
    }

    /** Serves exactly this path. */
    public PageServlet at(String path, Page page) {
        pages.put(path, page);
        return this;
    }

    /** Serves every path that starts so. */
    public PageServlet below(String prefix, Page page) {
        below.put(prefix, page);
        return this;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, Page::show);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, Page::submit);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Verb verb) throws IOException {
        Visit visit = visits.of(request);
        try {
            Page page = find(visit.path()).orElseThrow(() -> Stop.notFound("This page"));
            send(visit, response, verb.ask(page, visit));
        } catch (Stop stop) {
            stop(visit, response, stop);
        } catch (RuntimeException e) {
            LOG.error("The page {} failed", visit.path(), e);
            stop(visit, response, 500, "Something went wrong",
                    "The page could not be shown. The reason is in the log. Nothing was changed.");
        }
    }

    private Optional<Page> find(String path) {
        return Optional.ofNullable(pages.get(path))
                .or(() -> below.entrySet().stream().filter(entry -> path.startsWith(entry.getKey())).map(Map.Entry::getValue).findFirst());
    }

    private void send(Visit visit, HttpServletResponse response, Answer answer) throws IOException {
        if (answer instanceof Answer.Done done) {
            leave(visit, response, "DONE", done.path());
        } else if (answer instanceof Answer.Redirect redirect) {
            leave(visit, response, "redirect:" + visit.base() + redirect.path(), redirect.path());
        } else if (answer instanceof Answer.View view) {
            write(response, frame.render(visit, view));
        }
    }

    private static void leave(Visit visit, HttpServletResponse response, String control, String path) throws IOException {
        if (visit.inline()) {
            response.setHeader(DIALOG_CONTROL, control);
            write(response, "");
        } else {
            response.sendRedirect(visit.base() + path);
        }
    }

    private void stop(Visit visit, HttpServletResponse response, Stop stop) throws IOException {
        if (stop.status() == 401 && visit.inline()) {
            response.setHeader(DIALOG_CONTROL, "permissionviolation");
            stop(visit, response, stop.status(), stop.heading(), stop.getMessage());
        } else if (stop.status() == 401 && visit.request().getMethod().equals("GET")) {
            String query = Optional.ofNullable(visit.request().getQueryString()).map(text -> "?" + text).orElse("");
            response.sendRedirect(
                    visit.base() + "/login.jsp?os_destination=" + URLEncoder.encode(visit.path() + query, StandardCharsets.UTF_8));
        } else {
            stop(visit, response, stop.status(), stop.heading(), stop.getMessage());
        }
    }

    private void stop(Visit visit, HttpServletResponse response, int status, String heading, String text) throws IOException {
        response.setStatus(status);
        write(response,
                frame.render(visit, new Answer.View(heading, "page/stop.vm", Map.of("heading", heading, "text", text), Place.general())));
    }

    private static void write(HttpServletResponse response, String html) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.getWriter().write(html);
    }

    private interface Verb {

        Answer ask(Page page, Visit visit);
    }
}
