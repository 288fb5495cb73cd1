package org.decisiongates.jira.readiness;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.QueryParameters;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.jira.platform.rest.Xsrf;
import org.decisiongates.jira.platform.search.BadQueryException;
import org.decisiongates.jira.platform.search.JqlBuilder;
import org.decisiongates.jira.platform.search.ScopeResolver;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.readiness.ReadinessReplies.IssueScoreReply;
import org.decisiongates.jira.readiness.ReadinessReplies.PageReply;
import org.decisiongates.readiness.Score;
import org.decisiongates.readiness.ScoreSummary;

/** The scores of the issues of a query or a release, page by page, over what the caller may browse. */
@Path("/readiness")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class ReadinessResource {

    private static final int MAX_PAGE = 100;
    /** Jira answers no search beyond 10 000 results. */
    private static final int MAX_START = 9_900;

    private final Access access;
    private final ScopeResolver scopes;
    private final Searches searches;
    private final ReadinessService readiness;
    private final BulkCheck check;
    private final Responses responses;

    @Inject
    public ReadinessResource(Access access, ScopeResolver scopes, Searches searches, ReadinessService readiness, BulkCheck check,
            Responses responses) {
        this.access = access;
        this.scopes = scopes;
        this.searches = searches;
        this.readiness = readiness;
        this.check = check;
        this.responses = responses;
    }

    /**
     * One search, whatever the number of issues.
     *
     * @param jql     query in Jira's language; either this or {@code project} and {@code release}
     * @param project project key
     * @param release name of a version of the project
     * @param start   how many issues to leave out, 0 to 9 900; none for the first page
     * @param limit   how many issues at most, 1 to 100
     */
    @GET
    @LicensedOnly
    public Response page(@QueryParam("jql") String jql, @QueryParam("project") String project, @QueryParam("release") String release,
            @QueryParam("start") String start, @QueryParam("limit") String limit, @Context UriInfo address) {
        return responses.to(address, Set.of("jql", "project", "release", "start", "limit"), () -> {
            ApplicationUser caller = access.caller();
            String condition = condition(caller, jql, project, release);
            int from = QueryParameters.number("start", start, 0, 0, MAX_START);
            int most = QueryParameters.number("limit", limit, MAX_PAGE, 1, MAX_PAGE);
            Searches.Found found = searches.page(caller, JqlBuilder.byKey(condition), from, most);
            if (found.total() > MAX_START + MAX_PAGE) {
                throw new ProblemException(400, "decision-gates.readiness.too-many", found.total(), MAX_START + MAX_PAGE);
            }
            return responses.ok(reply(readiness.scores(found.issues(), caller), found.total(), from));
        });
    }

    /**
     * Asks the gates before all issues of a query in the background; the answer names the task.
     *
     * @param jql query in Jira's language
     */
    @POST
    @Path("/check")
    @LicensedOnly
    public Response check(@QueryParam("jql") String jql, @Context HttpServletRequest request, @Context UriInfo address) {
        return responses.to(address, Set.of("jql"), () -> {
            Xsrf.check(request);
            return responses.created(new ReadinessReplies.StartedReply(check.start(jql == null ? "" : jql, access.caller()).id()));
        });
    }

    private String condition(ApplicationUser caller, String jql, String project, String release) throws BadQueryException {
        if (jql != null && !jql.isBlank()) {
            if (project != null || release != null) {
                throw new ProblemException(400, "decision-gates.readiness.two-scopes");
            }
            QueryParameters.requireShortJql(jql);
            return scopes.of(caller, jql).condition();
        }
        if (project == null) {
            throw new ProblemException(400, "decision-gates.readiness.no-scope");
        }
        // the project first: what is said of a version must not reveal that a hidden one exists
        Project browsable = access.browsable(project);
        if (release == null || release.isBlank() || release.length() > QueryParameters.MAX_JQL_LENGTH) {
            throw new ProblemException(400, "decision-gates.readiness.no-scope");
        }
        return scopes.of(caller, "project = " + browsable.getId() + " AND fixVersion = " + JqlBuilder.quoted(release)).condition();
    }

    private static PageReply reply(List<ScoredIssue> page, long total, int from) {
        List<Score> scores = page.stream().map(ScoredIssue::score).toList();
        ScoreSummary summary = ScoreSummary.of(scores);
        int end = from + page.size();
        return new PageReply(total, from, page.isEmpty() || end >= total ? Optional.empty()
                : Optional.of(end), summary.scored(), summary.min(), summary.mean(), page.stream().map(IssueScoreReply::of).toList());
    }
}
