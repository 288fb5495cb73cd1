package org.decisiongates.sandbox.jira.web.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.decisiongates.sandbox.jira.model.IssueTypeRow;
import org.decisiongates.sandbox.jira.model.Permission;
import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/** What may be created where, and with which fields. */
@Path("issue/createmeta")
@Produces(MediaType.APPLICATION_JSON)
public final class CreateMetaResource {

    private final SandboxJira jira;
    private final Json json;
    private final Caller caller;
    private final MetaJson meta;

    CreateMetaResource(SandboxJira jira, Json json, Caller caller, MetaJson meta) {
        this.jira = jira;
        this.json = json;
        this.caller = caller;
        this.meta = meta;
    }

    @GET
    public Map<String, Object> read(@QueryParam("projectKeys") String projectKeys, @QueryParam("projectIds") String projectIds,
            @QueryParam("issuetypeNames") List<String> typeNames, @QueryParam("issuetypeIds") String typeIds,
            @QueryParam("expand") String expand) {
        boolean withFields = IssueJson.expand(expand).contains("projects.issuetypes.fields");
        List<Map<String, Object>> projects = jira.projects().visibleTo(caller.key()).stream()
                .filter(project -> jira.permissions().has(Permission.CREATE_ISSUES, project.id(), caller.key()))
                .filter(project -> named(projectKeys, project.key()) && named(projectIds, String.valueOf(project.id())))
                .map(project -> project(project, typeNames, typeIds, withFields)).toList();
        return Json.object("expand", "projects", "projects", projects);
    }

    /** The issue types of one project: what Jira has offered since its version 9 in place of {@link #read}. */
    @GET
    @Path("{project}/issuetypes")
    public Map<String, Object> types(@PathParam("project") String project) {
        return page(jira.issueTypes().ofProject(creatable(project)).stream().map(json::issueType).toList());
    }

    /** The fields of one issue type of one project. */
    @GET
    @Path("{project}/issuetypes/{type}")
    public Map<String, Object> fields(@PathParam("project") String key, @PathParam("type") String typeId) {
        ProjectRow project = creatable(key);
        IssueTypeRow type = jira.issueTypes().ofProject(project).stream().filter(one -> one.id().equals(typeId)).findFirst()
                .orElseThrow(() -> RestProblem
                        .notFound("Issue type with id '" + typeId + "' is not available in project " + project.key() + "."));
        return page(List.copyOf(meta.fields(jira.forms().createForm(project, type.id())).values()));
    }

    private ProjectRow creatable(String key) {
        ProjectRow project = caller.project(key);
        if (!jira.permissions().has(Permission.CREATE_ISSUES, project.id(), caller.key())) {
            throw RestProblem.notFound("You do not have permission to create issues in project " + key + ".");
        }
        return project;
    }

    private static Map<String, Object> page(List<?> values) {
        return Json.object("maxResults", values.size(), "startAt", 0, "total", values.size(), "isLast", true, "values", values);
    }

    private Map<String, Object> project(ProjectRow project, List<String> typeNames, String typeIds, boolean withFields) {
        Map<String, Object> object = json.project(project);
        object.put("issuetypes", jira.issueTypes().ofProject(project).stream()
                .filter(type -> (typeNames.isEmpty() || typeNames.contains(type.name())) && named(typeIds, type.id()))
                .map(type -> type(project, type, withFields)).toList());
        return object;
    }

    private Map<String, Object> type(ProjectRow project, IssueTypeRow type, boolean withFields) {
        Map<String, Object> object = json.issueType(type);
        if (withFields) {
            Map<String, Object> fields = meta.fields(jira.forms().createForm(project, type.id()));
            fields.put("project", meta.constant("project", json.project(project)));
            fields.put("issuetype", meta.constant("issuetype", json.issueType(type)));
            object.put("fields", fields);
        }
        return object;
    }

    private static boolean named(String list, String value) {
        return list == null || Arrays.stream(list.split(",")).map(String::strip).anyMatch(value::equalsIgnoreCase);
    }
}
