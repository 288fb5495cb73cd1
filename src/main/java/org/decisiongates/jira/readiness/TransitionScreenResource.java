package org.decisiongates.jira.readiness;

import java.util.List;
import java.util.Set;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.OwnIssueAccess;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.Responses;

/** What the app adds to the screen of a transition, for whoever may see the issue: advice, and Decisions that can take its place. */
@Path("/issue/{key}/transition-screen")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class TransitionScreenResource {

    private final Access access;
    private final ReadinessService readiness;
    private final OwnIssueAccess issues;
    private final TransitionHintsPage page;
    private final SuccessorSearch successors;
    private final Responses responses;

    @Inject
    public TransitionScreenResource(Access access, ReadinessService readiness, OwnIssueAccess issues, TransitionHintsPage page,
            SuccessorSearch successors, Responses responses) {
        this.access = access;
        this.readiness = readiness;
        this.issues = issues;
        this.page = page;
        this.successors = successors;
        this.responses = responses;
    }

    /**
     * What is advised at one transition, as a piece of a page.
     *
     * @param key        key or id of the issue: the forms of Jira have its id alone
     * @param transition id of a transition that is open to the caller
     */
    @GET
    @Path("/hints")
    @Produces(MediaType.TEXT_HTML)
    @LicensedOnly
    public Response hints(@PathParam("key") String key, @QueryParam("transition") String transition, @Context UriInfo address) {
        return responses.to(address, Set.of("transition"), () -> {
            Issue issue = visible(key, access.caller());
            return responses.page(page.html(issue, IssueReadinessResource.one(readiness.of(issue, access.caller()),
                    transition == null ? "" : transition, issue)));
        });
    }

    /**
     * The newest Decisions that could take the place of this one.
     *
     * @param key   key or id of the issue
     * @param query a part of the key or the summary; none for all
     */
    @GET
    @Path("/successors")
    @LicensedOnly
    public Response successors(@PathParam("key") String key, @QueryParam("query") String query, @Context UriInfo address) {
        return responses.to(address, Set.of("query"), () -> {
            Issue issue = visible(key, access.caller());
            return responses.ok(new SuccessorsReply(successors.find(issue, access.caller(), query == null ? "" : query).stream()
                    .map(found -> new SuccessorReply(found.getKey(), found.getSummary())).toList()));
        });
    }

    private Issue visible(String key, ApplicationUser caller) {
        return readiness.visible(issues.keyOf(key), caller)
                .orElseThrow(() -> new ProblemException(404, "decision-gates.readiness.no-such-issue", key));
    }

    /** @param issues the newest first */
    record SuccessorsReply(List<SuccessorReply> issues) {
    }

    record SuccessorReply(String key, String summary) {
    }
}
