package org.decisiongates.sandbox.jira.web.rest;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.decisiongates.sandbox.jira.model.Permission;
import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.VersionRow;

/** The releases of projects. */
@Path("version")
@Produces(MediaType.APPLICATION_JSON)
public final class VersionResource {

    private final SandboxJira jira;
    private final Json json;
    private final Caller caller;

    VersionResource(SandboxJira jira, Json json, Caller caller) {
        this.jira = jira;
        this.json = json;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(ObjectNode body) {
        ProjectRow project = administered(IssueResource.given(body).path("project").asText(""));
        String name = body.path("name").asText("").strip();
        if (name.isEmpty()) {
            throw RestProblem.bad("name", "You must specify a valid version name");
        }
        if (jira.versions().of(project.id()).stream().anyMatch(one -> one.name().equalsIgnoreCase(name))) {
            throw RestProblem.bad("name", "A version with this name already exists in this project.");
        }
        VersionRow version = jira.versions().create(changed(new VersionRow(0, project.id(), name, "", null, null, false, false), body));
        return Response.created(URI.create(json.self("version/" + version.id()))).entity(json.version(version)).build();
    }

    @GET
    @Path("{id}")
    public Map<String, Object> read(@PathParam("id") String id) {
        return json.version(visible(id));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Object> edit(@PathParam("id") String id, ObjectNode body) {
        VersionRow version = visible(id);
        administered(jira.projects().byId(version.projectId()).orElseThrow().key());
        jira.versions().update(changed(version, IssueResource.given(body)));
        return json.version(jira.versions().byId(version.id()).orElseThrow());
    }

    private static VersionRow changed(VersionRow version, JsonNode body) {
        return new VersionRow(version.id(), version.projectId(), body.path("name").asText(version.name()),
                body.path("description").asText(version.description()), day(body, "startDate", version.startDay()),
                day(body, "releaseDate", version.releaseDay()), body.path("released").asBoolean(version.released()),
                body.path("archived").asBoolean(version.archived()));
    }

    private static String day(JsonNode body, String name, String otherwise) {
        if (!body.has(name)) {
            return otherwise;
        }
        try {
            return body.path(name).isNull() ? null : LocalDate.parse(body.path(name).asText()).toString();
        } catch (DateTimeException e) {
            throw RestProblem.bad(name, "The date you have entered does not comply with the format yyyy-MM-dd.");
        }
    }

    private VersionRow visible(String id) {
        return (id.matches("\\d{1,18}") ? jira.versions().byId(Long.parseLong(id)) : java.util.Optional.<VersionRow>empty())
                .filter(version -> jira.permissions().has(Permission.BROWSE_PROJECTS, version.projectId(), caller.key()))
                .orElseThrow(() -> RestProblem.notFound("Could not find version for id '" + id + "'"));
    }

    private ProjectRow administered(String key) {
        ProjectRow project = caller.project(key);
        if (!jira.permissions().has(Permission.ADMINISTER_PROJECTS, project.id(), caller.key())) {
            throw RestProblem.forbidden("You must have the permission to administer the project to change its versions.");
        }
        return project;
    }
}
