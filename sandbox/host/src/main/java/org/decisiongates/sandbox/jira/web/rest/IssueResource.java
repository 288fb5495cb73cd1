package org.decisiongates.sandbox.jira.web.rest;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.IssueTypeRow;
import org.decisiongates.sandbox.jira.model.Outcome;
import org.decisiongates.sandbox.jira.model.Permission;
import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/** Creates, reads, edits and deletes issues. */
@Path("issue")
@Produces(MediaType.APPLICATION_JSON)
public final class IssueResource {

    private final SandboxJira jira;
    private final Json json;
    private final Caller caller;
    private final Inputs inputs;
    private final IssueJson issues;
    private final MetaJson meta;

    IssueResource(SandboxJira jira, Json json, Caller caller, Inputs inputs, IssueJson issues, MetaJson meta) {
        this.jira = jira;
        this.json = json;
        this.caller = caller;
        this.inputs = inputs;
        this.issues = issues;
        this.meta = meta;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(ObjectNode body) {
        String user = caller.key();
        JsonNode fields = Inputs.object(given(body), "fields");
        ProjectRow project = project(fields.path("project"));
        IssueTypeRow type = type(project, fields.path("issuetype"));
        ObjectNode rest = body.deepCopy();
        if (rest.path("fields") instanceof ObjectNode named) {
            named.remove(List.of("project", "issuetype"));
        }
        IssueInput input = inputs.read(rest, null).set("project", String.valueOf(project.id())).set("issuetype", type.id());
        IssueRow issue = done(jira.issues().create(user, input)).orElseThrow();
        String self = json.self("issue/" + issue.id());
        return Response.created(URI.create(self)).entity(Json.object("id", String.valueOf(issue.id()), "key", issue.key(), "self", self))
                .build();
    }

    @GET
    @Path("{key}")
    public Map<String, Object> read(@PathParam("key") String key, @QueryParam("fields") List<String> fields,
            @QueryParam("expand") String expand) {
        IssueRow issue = caller.issue(key);
        List<String> wanted = IssueJson.expand(expand);
        Map<String, Object> object = issues.write(issue, caller.key(), IssueJson.wanted(fields, "*all"), wanted);
        if (wanted.contains("transitions")) {
            object.put("transitions", jira.issues().transitions(caller.key(), issue).stream()
                    .map(transition -> TransitionResource.plain(transition, json)).toList());
        }
        if (wanted.contains("editmeta")) {
            object.put("editmeta", editMeta(key));
        }
        return object;
    }

    @PUT
    @Path("{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response edit(@PathParam("key") String key, ObjectNode body) {
        IssueRow issue = caller.issue(key);
        require(Permission.EDIT_ISSUES, issue, "You do not have permission to edit issues in this project.");
        IssueInput input = inputs.read(given(body), issue);
        if (input.values().isEmpty() && input.comment() == null) {
            throw RestProblem.bad("one of 'fields' or 'update' required");
        }
        done(jira.issues().update(caller.key(), issue.id(), input));
        return Response.noContent().build();
    }

    @DELETE
    @Path("{key}")
    public Response delete(@PathParam("key") String key) {
        IssueRow issue = caller.issue(key);
        require(Permission.DELETE_ISSUES, issue, "You do not have permission to delete issues in this project.");
        done(jira.issues().delete(caller.key(), issue.id()));
        return Response.noContent().build();
    }

    @PUT
    @Path("{key}/assignee")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response assign(@PathParam("key") String key, ObjectNode body) {
        IssueRow issue = caller.issue(key);
        done(jira.issues().assign(caller.key(), issue.id(), given(body).path("name").asText("")));
        return Response.noContent().build();
    }

    @GET
    @Path("{key}/editmeta")
    public Map<String, Object> editMeta(@PathParam("key") String key) {
        IssueRow issue = caller.issue(key);
        return Json.object("fields", jira.issues().may(Permission.EDIT_ISSUES, issue, caller.key())
                ? meta.fields(jira.forms().editForm(issue))
                : Map.of());
    }

    static ObjectNode given(ObjectNode body) {
        if (body == null) {
            throw RestProblem.bad("The request has no body; a JSON object is expected.");
        }
        return body;
    }

    static Optional<IssueRow> done(Outcome outcome) {
        if (!outcome.done()) {
            throw RestProblem.of(outcome);
        }
        return outcome.issue();
    }

    private void require(Permission permission, IssueRow issue, String refusal) {
        if (!jira.issues().may(permission, issue, caller.key())) {
            throw RestProblem.forbidden(refusal);
        }
    }

    private ProjectRow project(JsonNode named) {
        if (named.isMissingNode() || named.isNull()) {
            throw RestProblem.bad("project", "project is required");
        }
        String wanted = named.hasNonNull("id") ? named.path("id").asText() : named.path("key").asText("");
        return jira.projects().visibleTo(caller.key()).stream()
                .filter(one -> named.hasNonNull("id") ? String.valueOf(one.id()).equals(wanted) : one.key().equalsIgnoreCase(wanted))
                .findFirst().orElseThrow(() -> RestProblem.bad("project", "valid project is required"));
    }

    private IssueTypeRow type(ProjectRow project, JsonNode named) {
        if (named.isMissingNode() || named.isNull()) {
            throw RestProblem.bad("issuetype", "issue type is required");
        }
        boolean byId = named.hasNonNull("id");
        String wanted = named.path(byId ? "id" : "name").asText("");
        return jira.issueTypes().ofProject(project).stream().filter(one -> (byId ? one.id() : one.name()).equals(wanted)).findFirst()
                .orElseThrow(() -> RestProblem.bad("issuetype", "valid issue type is required: the project " + project.key()
                        + " does not offer the issue type with the " + (byId ? "id" : "name") + " '" + wanted + "'"));
    }
}
