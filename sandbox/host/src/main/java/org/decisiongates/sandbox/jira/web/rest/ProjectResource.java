package org.decisiongates.sandbox.jira.web.rest;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/** The projects the caller may browse. */
@Path("project")
@Produces(MediaType.APPLICATION_JSON)
public final class ProjectResource {

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
}
