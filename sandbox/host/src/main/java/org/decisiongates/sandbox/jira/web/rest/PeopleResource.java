package org.decisiongates.sandbox.jira.web.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.UserRow;

/** Accounts: one, those that match a text, those that may be assigned. */
@Path("user")
@Produces(MediaType.APPLICATION_JSON)
public final class PeopleResource {

    private static final int MAX = 1000;

    private final SandboxJira jira;
    private final Json json;
    private final Caller caller;

    PeopleResource(SandboxJira jira, Json json, Caller caller) {
        this.jira = jira;
        this.json = json;
        this.caller = caller;
    }

    @GET
    public Map<String, Object> one(@QueryParam("username") String name, @QueryParam("key") String key) {
        caller.key();
        if (name == null && key == null) {
            throw RestProblem.bad("Either the 'username' or the 'key' query parameters need to be provided");
        }
        Optional<UserRow> user = key == null ? jira.users().byName(name) : jira.users().byKey(key);
        return user.map(json::user).orElseThrow(() -> RestProblem.notFound(key == null ? "The user named '" + name + "' does not exist"
                : "The user with the key '" + key + "' does not exist"));
    }

    @GET
    @Path("search")
    public List<Map<String, Object>> search(@QueryParam("username") String text, @DefaultValue("0") @QueryParam("startAt") int start,
            @DefaultValue("50") @QueryParam("maxResults") int max) {
        caller.key();
        if (text == null) {
            throw RestProblem.bad("The username query parameter was not provided");
        }
        return jira.users().search(text.equals(".") ? "" : text, Math.max(0, start), Math.max(0, Math.min(max, MAX))).stream()
                .map(json::user).toList();
    }

    /** Active accounts by the beginning of a word of their name, for whoever may browse people; nobody for an empty text. */
    @GET
    @Path("picker")
    public Map<String, Object> picker(@QueryParam("query") String text, @DefaultValue("50") @QueryParam("maxResults") int max) {
        caller.key();
        if (text == null) {
            throw RestProblem.bad("The username query parameter was not provided");
        }
        List<UserRow> found = text.isBlank() ? List.of() : jira.users().search(text, 0, MAX).stream().filter(UserRow::active).toList();
        List<Map<String, Object>> shown = found.stream().limit(Math.max(0, Math.min(max, MAX)))
                .map(user -> Map.<String, Object>of("name", user.name(), "key", user.key(), "displayName", user.displayName(), "html",
                        user.displayName()))
                .toList();
        return Map.of("users", shown, "total", found.size(), "header",
                "Showing " + shown.size() + " of " + found.size() + " matching users");
    }

    @GET
    @Path("assignable/search")
    public List<Map<String, Object>> assignable(@DefaultValue("") @QueryParam("username") String text,
            @QueryParam("project") String project,
            @QueryParam("issueKey") String issue, @DefaultValue("50") @QueryParam("maxResults") int max) {
        if (project == null && issue == null) {
            caller.key();
            throw RestProblem.bad("Either the 'project' or the 'issueKey' query parameter needs to be provided");
        }
        long projectId = issue == null ? project(project).id() : caller.issue(issue).projectId();
        return jira.permissions().assignable(projectId, text, Math.max(0, Math.min(max, MAX))).stream().map(json::user).toList();
    }

    private ProjectRow project(String key) {
        return caller.project(key);
    }
}
