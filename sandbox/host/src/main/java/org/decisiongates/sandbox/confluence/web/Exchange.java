package org.decisiongates.sandbox.confluence.web;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.sandbox.host.SandboxPrincipal;
import org.decisiongates.sandbox.host.web.Xsrf;

/** One request and its answer, with what the screens need of both. */
final class Exchange {

    private static final String TEMPLATES = "org/decisiongates/sandbox/confluence/web/";

    private final Site site;
    private final HttpServletRequest request;
    private final HttpServletResponse response;

    Exchange(Site site, HttpServletRequest request, HttpServletResponse response) {
        this.site = site;
        this.request = request;
        this.response = response;
    }

    HttpServletResponse response() {
        return response;
    }

    /** The path below the context path, decoded. */
    String path() {
        String info = request.getPathInfo();
        String path = request.getServletPath() + (info == null ? "" : info);
        return path.isEmpty() ? "/" : path;
    }

    Optional<String> viewer() {
        return site.box().currentUser().key();
    }

    boolean isAdministrator() {
        return viewer().map(key -> site.wiki().people().isAdmin(key)).orElse(false);
    }

    /** Something an earlier filter noted on the request. */
    String note(String attribute) {
        Object value = request.getAttribute(attribute);
        return value == null ? "" : value.toString();
    }

    String text(String parameter) {
        String value = request.getParameter(parameter);
        return value == null ? "" : value;
    }

    Optional<Long> id(String parameter) {
        return text(parameter).matches("\\d{1,18}") ? Optional.of(Long.valueOf(text(parameter))) : Optional.empty();
    }

    void show(String title, String template, Map<String, Object> model) throws IOException {
        show(HttpServletResponse.SC_OK, title, template, model);
    }

    /** Renders the template inside the site's frame; a model entry {@code sidebar} brings the space's sidebar with it. */
    void show(int status, String title, String template, Map<String, Object> model) throws IOException {
        site.box().webResources().requireContext("atl.general");
        Map<String, Object> frame = new HashMap<>(model);
        frame.put("context", site.contextPath());
        frame.put("title", title);
        frame.put("token", Xsrf.token(request));
        String user = viewer().flatMap(site.wiki().people()::byKey).map(SandboxPrincipal::displayName).orElse("");
        frame.put("user", user);
        frame.put("initial", user.isEmpty() ? "" : user.substring(0, 1));
        frame.put("administrator", isAdministrator());
        frame.put("destinationQuery", URLEncoder.encode(destination(), StandardCharsets.UTF_8));
        frame.put("headerItems", site.box().fragments().items("system.header/left", Map.of()));
        frame.putIfAbsent("styleClass", "");
        frame.put("contentHtml", render(template, frame));
        frame.put("sidebarHtml", model.containsKey("sidebar") ? render("sidebar", frame) : "");
        frame.put("tagsHtml", site.box().webResources().tags());
        send(status, "text/html;charset=UTF-8", render("frame", frame));
    }

    /** Renders the template alone. */
    String render(String template, Map<String, Object> model) {
        return site.box().templates().renderHost(TEMPLATES + template + ".vm", model);
    }

    void send(int status, String type, String body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setHeader("Cache-Control", "no-cache, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    void redirect(String path) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", site.contextPath() + path);
    }

    /** Answers somebody who may not see what they asked for: anonymous visitors log in first, others are told no more than that. */
    void missing() throws IOException {
        if (viewer().isEmpty()) {
            redirect("/login.action?os_destination=" + URLEncoder.encode(destination(), StandardCharsets.UTF_8));
            return;
        }
        show(HttpServletResponse.SC_NOT_FOUND, "Page Not Found", "message", Map.of("heading", "Page Not Found",
                "text", "The page does not exist, or you do not have permission to see it. Ask a space administrator."));
    }

    void forbidden(String text) throws IOException {
        if (viewer().isEmpty()) {
            missing();
            return;
        }
        show(HttpServletResponse.SC_FORBIDDEN, "Not Permitted", "message", Map.of("heading", "Not Permitted", "text", text));
    }

    /** What to come back to after logging in. */
    private String destination() {
        String asked = text("os_destination");
        if (!asked.isEmpty()) {
            return isLocal(asked) ? asked : "/";
        }
        String query = request.getQueryString();
        return request.getRequestURI().substring(request.getContextPath().length()) + (query == null ? "" : "?" + query);
    }

    /** Whether an address stays on this site, so that nobody can be sent elsewhere by a link to here. */
    static boolean isLocal(String address) {
        return address.startsWith("/") && !address.startsWith("//") && address.chars().allMatch(c -> c > ' ' && c != '\\');
    }
}
