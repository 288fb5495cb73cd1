package org.decisiongates.sandbox.jira.web.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.LinkTypeRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/** Links issues: {@code inwardIssue} is where the link starts, {@code outwardIssue} where it ends, as in Jira. */
@Path("issueLink")
@Produces(MediaType.APPLICATION_JSON)
public final class LinkResource {

    private final SandboxJira jira;
    private final Caller caller;

    LinkResource(SandboxJira jira, Caller caller) {
        this.jira = jira;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(ObjectNode body) {
        LinkTypeRow type = type(IssueResource.given(body).path("type"));
        IssueRow source = issue(body.path("inwardIssue"), "inwardIssue");
        IssueRow destination = issue(body.path("outwardIssue"), "outwardIssue");
        IssueResource.done(jira.issues().link(caller.key(), type.id(), source.id(), destination.id()));
        if (body.hasNonNull("comment")) {
            IssueResource.done(jira.issues().comment(caller.key(), source.id(), Inputs.comment(body.path("comment"))));
        }
        // Public clients read the content type even of an empty answer.
        return Response.status(201).type(MediaType.APPLICATION_JSON_TYPE).entity("").build();
    }

    private LinkTypeRow type(JsonNode named) {
        caller.key();
        String wanted = named.path(named.hasNonNull("id") ? "id" : "name").asText("");
        return jira.links().types().stream()
                .filter(type -> named.hasNonNull("id") ? String.valueOf(type.id()).equals(wanted) : type.name().equalsIgnoreCase(wanted))
                .findFirst().orElseThrow(() -> RestProblem.notFound("No issue link type with " + (named.hasNonNull("id") ? "id" : "name")
                        + " '" + wanted + "' found."));
    }

    private IssueRow issue(JsonNode named, String member) {
        String wanted = named.path(named.hasNonNull("key") ? "key" : "id").asText("");
        if (wanted.isEmpty()) {
            throw RestProblem.bad("The member '" + member + "' must name an issue by 'key' or 'id'.");
        }
        return caller.issue(wanted);
    }
}
