package org.decisiongates.sandbox.jira.web.rest;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.model.ProjectTemplate;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.UserRow;

/** The projects the caller may browse; administrators of Jira create and delete them. */
@Path("project")
@Produces(MediaType.APPLICATION_JSON)
public final class ProjectResource {

    private static final String NOT_ADMIN = "You must have global administrator rights in order to modify projects.";

    private final SandboxJira jira;
    private final Json json;
    private final Caller caller;

    ProjectResource(SandboxJira jira, Json json, Caller caller) {
        this.jira = jira;
        this.json = json;
        this.caller = caller;
    }

    @GET
    public List<Map<String, Object>> all() {
        return jira.projects().visibleTo(caller.key()).stream().map(json::project).toList();
    }

    @GET
    @Path("{key}/versions")
    public List<Map<String, Object>> versions(@PathParam("key") String key) {
        return jira.versions().of(caller.project(key).id()).stream().map(json::version).toList();
    }

    @GET
    @Path("{key}")
    public Map<String, Object> one(@PathParam("key") String key) {
        ProjectRow project = caller.project(key);
        Map<String, Object> object = json.project(project);
        object.put("description", Json.text(project.description()));
        object.put("lead", json.user(project.leadKey()));
        object.put("components", List.of());
        object.put("versions", versions(key));
        object.put("issueTypes", jira.issueTypes().ofProject(project).stream().map(json::issueType).toList());
        return object;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(ObjectNode body) {
        requireAdmin();
        String key = IssueResource.given(body).path("key").asText("");
        String name = body.path("name").asText("");
        Map<String, String> errors = new LinkedHashMap<>();
        if (!key.matches("[A-Z][A-Z0-9]{1,9}")) {
            errors.put("projectKey",
                    "Project keys must start with an uppercase letter, followed by one or more uppercase alphanumeric characters.");
        } else if (jira.projects().byKey(key).isPresent()) {
            errors.put("projectKey", "Project '" + key + "' uses this project key.");
        }
        if (name.isBlank()) {
            errors.put("projectName", "You must specify a valid project name.");
        }
        Optional<UserRow> lead = jira.users().byName(body.path("lead").asText(""));
        if (lead.isEmpty()) {
            errors.put("projectLead", "You must specify a valid project lead.");
        }
        if (body.path("projectTemplateKey").asText("").isEmpty()) {
            errors.put("projectTemplateKey", "The sandbox creates projects from a template only.");
        }
        if (!errors.isEmpty()) {
            throw RestProblem.bad(errors);
        }
        ProjectRow project = new ProjectTemplate(jira).create(key, name, body.path("description").asText(""), lead.orElseThrow().key());
        String self = json.self("project/" + project.id());
        return Response.created(URI.create(self)).entity(Json.object("self", self, "id", project.id(), "key", project.key())).build();
    }

    @DELETE
    @Path("{key}")
    public Response delete(@PathParam("key") String key) {
        requireAdmin();
        ProjectRow project = caller.project(key);
        if (jira.projects().hasIssues(project.id())) {
            throw RestProblem.bad("The sandbox deletes only projects without issues: delete the issues of " + project.key() + " first.");
        }
        jira.projects().delete(project.id());
        jira.apps().deleted(project, caller.key());
        return Response.noContent().build();
    }

    private void requireAdmin() {
        if (!jira.permissions().isAdmin(caller.key())) {
            throw RestProblem.forbidden(NOT_ADMIN);
        }
    }
}
