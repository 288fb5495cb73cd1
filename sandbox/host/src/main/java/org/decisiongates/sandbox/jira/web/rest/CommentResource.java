package org.decisiongates.sandbox.jira.web.rest;

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

import org.decisiongates.sandbox.jira.model.CommentRow;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/** The comments of an issue, as far as the caller may read them: one for a group or a role does not exist for anybody else. */
@Path("issue/{key}/comment")
@Produces(MediaType.APPLICATION_JSON)
public final class CommentResource {

    private final SandboxJira jira;
    private final Json json;
    private final Caller caller;

    CommentResource(SandboxJira jira, Json json, Caller caller) {
        this.jira = jira;
        this.json = json;
        this.caller = caller;
    }

    @GET
    public Map<String, Object> list(@PathParam("key") String key) {
        return json.comments(readable(caller.issue(key)));
    }

    @GET
    @Path("{id}")
    public Map<String, Object> one(@PathParam("key") String key, @PathParam("id") String id) {
        return readable(caller.issue(key)).stream().filter(comment -> String.valueOf(comment.id()).equals(id)).findFirst()
                .map(json::comment).orElseThrow(() -> RestProblem.notFound("Can not find a comment for the id: " + id + "."));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@PathParam("key") String key, ObjectNode body) {
        IssueRow issue = caller.issue(key);
        IssueResource.done(jira.issues().comment(caller.key(), issue.id(), Inputs.comment(IssueResource.given(body))));
        List<CommentRow> comments = readable(issue);
        return Response.status(201).entity(json.comment(comments.get(comments.size() - 1))).build();
    }

    private List<CommentRow> readable(IssueRow issue) {
        return jira.comments().visible(issue.id(), caller.key());
    }
}
