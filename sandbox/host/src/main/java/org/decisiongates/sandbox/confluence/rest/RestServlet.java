package org.decisiongates.sandbox.confluence.rest;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.sandbox.confluence.web.Site;

/** Sends calls below {@code /rest/api} to their resource, and turns whatever goes wrong into Confluence's error shape. */
public final class RestServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(RestServlet.class);

    private final transient Site site;
    private final transient Map<Pattern, Route> routes = new LinkedHashMap<>();

    /** What answers one kind of call; no body means 204. */
    @FunctionalInterface
    interface Route {
        JsonNode answer(Call call, Matcher path) throws Failure, IOException;
    }

    public RestServlet(Site site) {
        this.site = site;
        SpaceResource spaces = new SpaceResource(site);
        ContentResource contents = new ContentResource(site);
        UserResource users = new UserResource(site);
        route("GET /space/?", (call, path) -> spaces.list(call));
        route("POST /space/?", (call, path) -> spaces.create(call));
        route("GET /space/([^/]+)/?", (call, path) -> spaces.get(call, path.group(1)));
        route("DELETE /space/([^/]+)/?", (call, path) -> spaces.delete(call, path.group(1)));
        route("GET /content/?", (call, path) -> contents.list(call));
        route("POST /content/?", (call, path) -> contents.create(call));
        route("GET /content/(\\d+)/?", (call, path) -> contents.get(call, path.group(1)));
        route("PUT /content/(\\d+)/?", (call, path) -> contents.update(call, path.group(1)));
        route("DELETE /content/(\\d+)/?", (call, path) -> contents.delete(call, path.group(1)));
        route("GET /content/(\\d+)/history/?", (call, path) -> contents.history(call, path.group(1)));
        route("GET /user/current/?", (call, path) -> users.current(call));
    }

    private void route(String pattern, Route route) {
        routes.put(Pattern.compile(pattern), route);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        String path = method + " " + (request.getPathInfo() == null ? "/" : request.getPathInfo());
        try {
            for (Map.Entry<Pattern, Route> entry : routes.entrySet()) {
                Matcher matcher = entry.getKey().matcher(path);
                if (matcher.matches()) {
                    send(response, 200, entry.getValue().answer(new Call(request, site.box().currentUser().key()), matcher));
                    return;
                }
            }
            boolean known = routes.keySet().stream()
                    .anyMatch(pattern -> Pattern.matches(pattern.pattern().replaceFirst("^[A-Z]+", "[A-Z]+"), path));
            fail(response, known ? 405 : 404, known ? "HTTP 405 Method Not Allowed" : "null for uri: " + request.getRequestURL());
        } catch (Failure e) {
            fail(response, e.status(), e.getMessage());
        } catch (RuntimeException e) {
            String reference = UUID.randomUUID().toString();
            LOG.error("REST call {} failed, reference {}", path, reference, e);
            fail(response, 500, "Something went wrong here. An administrator finds the cause in the log under " + reference + ".");
        }
    }

    private static void fail(HttpServletResponse response, int status, String message) throws IOException {
        ObjectNode error = Call.object();
        error.put("statusCode", status);
        ObjectNode validity = error.putObject("data");
        validity.put("authorized", status != 401 && status != 403);
        validity.put("valid", status != 400);
        validity.putArray("errors");
        validity.put("successful", false);
        error.put("message", message);
        if (status == 401) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Confluence\"");
        }
        send(response, status, error);
    }

    private static void send(HttpServletResponse response, int status, JsonNode body) throws IOException {
        response.setHeader("Cache-Control", "no-cache, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (body == null) {
            response.setStatus(204);
            return;
        }
        response.setStatus(status);
        response.setContentType("application/json");
        response.getOutputStream().write(Call.JSON.writeValueAsBytes(body));
    }
}
