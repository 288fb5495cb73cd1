package org.decisiongates.sandbox.jira.web.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.decisiongates.sandbox.jira.model.FieldType;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/** The server and the constants issues are made of. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
public final class SystemResource {

    private final SandboxJira jira;
    private final Json json;
    private final Caller caller;
    private final String base;

    SystemResource(SandboxJira jira, Json json, Caller caller, String base) {
        this.jira = jira;
        this.json = json;
        this.caller = caller;
        this.base = base;
    }

    @GET
    @Path("serverInfo")
    public Map<String, Object> serverInfo() {
        return Json.object("baseUrl", base, "version", "11.3.0", "versionNumbers", List.of(11, 3, 0), "deploymentType", "Server",
                "buildNumber", 1103000, "buildDate", "2026-01-01T00:00:00.000+0000", "serverTime", Json.moment(jira.clock().instant()),
                "scmInfo", "sandbox", "serverTitle", "Sandbox - not Jira");
    }

    @GET
    @Path("myself")
    public Map<String, Object> myself() {
        return json.user(caller.user());
    }

    @GET
    @Path("field")
    public List<Map<String, Object>> fields() {
        caller.key();
        return jira.fields().all().stream().map(Json::field).toList();
    }

    @POST
    @Path("field")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response createField(ObjectNode body) {
        administrator();
        String name = body.path("name").asText("").strip();
        FieldType type = Arrays.stream(FieldType.values()).filter(one -> one.moduleKey().equals(body.path("type").asText())).findFirst()
                .orElseThrow(() -> RestProblem.bad("fieldType", "Invalid Field Type. Field Type not found."));
        if (name.isEmpty()) {
            throw RestProblem.bad("fieldName", "You must specify a name");
        }
        return Response.status(Response.Status.CREATED)
                .entity(Json.field(jira.fields().create(name, body.path("description").asText(""), type,
                        body.path("searcherKey").asText(""))))
                .build();
    }

    @POST
    @Path("group")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response createGroup(ObjectNode body) {
        administrator();
        String name = body.path("name").asText("").strip();
        if (name.isEmpty() || jira.users().allGroups().contains(name)) {
            throw RestProblem.bad("name", name.isEmpty() ? "Group name cannot be empty" : "A group with this name already exists.");
        }
        jira.users().addGroup(name);
        return Response.status(Response.Status.CREATED).entity(Map.of("name", name)).build();
    }

    private void administrator() {
        if (!jira.permissions().isAdmin(caller.key())) {
            throw RestProblem.forbidden("You are not authorized to perform this operation. Administrator privileges are required.");
        }
    }

    @GET
    @Path("issuetype")
    public List<Map<String, Object>> issueTypes() {
        caller.key();
        return jira.issueTypes().all().stream().map(json::issueType).toList();
    }

    @GET
    @Path("issuetype/{id}")
    public Map<String, Object> issueType(@PathParam("id") String id) {
        caller.key();
        return jira.issueTypes().byId(id).map(json::issueType).orElseThrow(() -> none("issue type", id));
    }

    @GET
    @Path("status")
    public List<Map<String, Object>> statuses() {
        caller.key();
        return jira.statuses().all().stream().map(json::status).toList();
    }

    @GET
    @Path("status/{id}")
    public Map<String, Object> status(@PathParam("id") String id) {
        caller.key();
        return jira.statuses().byId(id).or(() -> jira.statuses().byName(id)).map(json::status).orElseThrow(() -> none("status", id));
    }

    @GET
    @Path("priority")
    public List<Map<String, Object>> priorities() {
        caller.key();
        return jira.priorities().all().stream().map(json::priority).toList();
    }

    @GET
    @Path("priority/{id}")
    public Map<String, Object> priority(@PathParam("id") String id) {
        caller.key();
        return jira.priorities().byId(id).map(json::priority).orElseThrow(() -> none("priority", id));
    }

    @GET
    @Path("resolution")
    public List<Map<String, Object>> resolutions() {
        caller.key();
        return jira.resolutions().all().stream().map(json::resolution).toList();
    }

    @GET
    @Path("resolution/{id}")
    public Map<String, Object> resolution(@PathParam("id") String id) {
        caller.key();
        return jira.resolutions().byId(id).map(json::resolution).orElseThrow(() -> none("resolution", id));
    }

    @GET
    @Path("issueLinkType")
    public Map<String, Object> linkTypes() {
        caller.key();
        return Json.object("issueLinkTypes", jira.links().types().stream().map(json::linkType).toList());
    }

    private static RestProblem none(String what, String id) {
        return RestProblem.notFound("There is no " + what + " with id '" + id + "'.");
    }
}
