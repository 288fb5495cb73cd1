package org.decisiongates.sandbox.jira.web.frame;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Permission;
import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.UserRow;

/** One request for a page: who asks, for what, with which parameters. */
public final class Visit {

    private final HttpServletRequest request;
    private final SandboxJira jira;
    private final Optional<UserRow> user;
    private final String token;

    Visit(HttpServletRequest request, SandboxJira jira, Optional<UserRow> user, String token) {
        this.request = request;
        this.jira = jira;
        this.user = user;
        this.token = token;
    }

    public HttpServletRequest request() {
        return request;
    }

    /** The context path, the start of every link. */
    public String base() {
        return request.getContextPath();
    }

    /** The secret that forms must carry. */
    public String token() {
        return token;
    }

    /** The path below the context path. */
    public String path() {
        return path(request);
    }

    static String path(HttpServletRequest request) {
        return request.getServletPath() + Optional.ofNullable(request.getPathInfo()).orElse("");
    }

    /** The part of the path behind the last slash. */
    public String lastOfPath() {
        return path().substring(path().lastIndexOf('/') + 1);
    }

    /** A parameter, empty if not sent. */
    public String text(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    public List<String> texts(String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : List.of(values);
    }

    public boolean has(String name) {
        return request.getParameter(name) != null;
    }

    /** Whether a dialog asks, which is told by a header what came of a form. */
    public boolean inline() {
        return text("inline").equals("true");
    }

    /** Whether the answer stands in a dialog, without the frame of a page. */
    public boolean inDialog() {
        return text("decorator").equals("dialog");
    }

    public Map<String, String[]> form() {
        return request.getParameterMap();
    }

    /** A parameter that must be a number. */
    public long number(String name) {
        try {
            return Long.parseLong(text(name).strip());
        } catch (NumberFormatException e) {
            throw Stop.bad("The parameter " + name + " must be a number.");
        }
    }

    public int number(String name, int otherwise) {
        try {
            return Math.max(0, Integer.parseInt(text(name).strip()));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    public Optional<UserRow> user() {
        return user;
    }

    /** The viewer's key, null for somebody who is not logged in. */
    public String userKey() {
        return user.map(UserRow::key).orElse(null);
    }

    /** The viewer's key; asks to log in when there is none. */
    public String requireUser() {
        return user.map(UserRow::key).orElseThrow(Stop::login);
    }

    public String requireAdmin() {
        String key = requireUser();
        if (!jira.permissions().isAdmin(key)) {
            throw Stop.forbidden("Only Jira administrators may see this page.");
        }
        return key;
    }

    public boolean admin() {
        return user.isPresent() && jira.permissions().isAdmin(userKey());
    }

    /** Whether the viewer administers the project, or all of them. */
    public boolean administers(ProjectRow project) {
        return admin() || user.isPresent() && jira.permissions().has(Permission.ADMINISTER_PROJECTS, project.id(), userKey());
    }

    /** The issue of this key or id; does not tell whether an issue exists that the viewer may not see. */
    public IssueRow issue(String keyOrId) {
        return jira.issues().visible(userKey(), keyOrId).orElseThrow(() -> missing("The issue"));
    }

    public ProjectRow project(String key) {
        return jira.projects().visibleTo(userKey()).stream().filter(project -> project.key().equalsIgnoreCase(key)).findFirst()
                .orElseThrow(() -> missing("The project"));
    }

    public ProjectRow projectOf(IssueRow issue) {
        return jira.projects().byId(issue.projectId()).orElseThrow();
    }

    private Stop missing(String what) {
        return user.isPresent() ? Stop.notFound(what) : Stop.login();
    }
}
