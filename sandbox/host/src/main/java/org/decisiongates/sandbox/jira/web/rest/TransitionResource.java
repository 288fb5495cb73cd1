package org.decisiongates.sandbox.jira.web.rest;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.decisiongates.sandbox.jira.model.FormField;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.TransitionRow;

/** What an issue can do next, and doing it. */
@Path("issue/{key}/transitions")
@Produces(MediaType.APPLICATION_JSON)
public final class TransitionResource {

    private final SandboxJira jira;
    private final Json json;
    private final Caller caller;
    private final Inputs inputs;
    private final MetaJson meta;

    TransitionResource(SandboxJira jira, Json json, Caller caller, Inputs inputs, MetaJson meta) {
        this.jira = jira;
        this.json = json;
        this.caller = caller;
        this.inputs = inputs;
        this.meta = meta;
    }

    static Map<String, Object> plain(TransitionRow transition, Json json) {
        return Json.object("id", String.valueOf(transition.id()), "name", transition.name(), "to", json.status(transition.to()));
    }

    @GET
    public Map<String, Object> list(@PathParam("key") String key, @QueryParam("expand") String expand,
            @QueryParam("transitionId") String only) {
        IssueRow issue = caller.issue(key);
        boolean withFields = IssueJson.expand(expand).contains("transitions.fields");
        List<Map<String, Object>> transitions = jira.issues().transitions(caller.key(), issue).stream()
                .filter(transition -> only == null || String.valueOf(transition.id()).equals(only))
                .map(transition -> one(issue, transition, withFields)).toList();
        return Json.object("expand", "transitions", "transitions", transitions);
    }

    private Map<String, Object> one(IssueRow issue, TransitionRow transition, boolean withFields) {
        Map<String, Object> object = plain(transition, json);
        if (withFields) {
            List<FormField> form = transition.screen().isPresent() ? jira.forms().transitionForm(issue, transition) : List.of();
            object.put("fields", meta.fields(form));
        }
        return object;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response perform(@PathParam("key") String key, ObjectNode body) {
        IssueRow issue = caller.issue(key);
        JsonNode named = IssueResource.given(body).path("transition");
        String id = named.isObject() ? named.path("id").asText("") : named.asText("");
        if (id.isEmpty()) {
            throw RestProblem.bad("Missing 'transition' identifier");
        }
        TransitionRow transition = jira.issues().transitions(caller.key(), issue).stream()
                .filter(one -> String.valueOf(one.id()).equals(id)).findFirst()
                .orElseThrow(() -> RestProblem.bad("Transition id '" + id + "' is not valid for this issue."));
        IssueResource.done(jira.issues().transition(caller.key(), issue.id(), transition.id(), inputs.read(body, issue)));
        return Response.noContent().build();
    }
}
