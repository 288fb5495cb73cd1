package org.decisiongates.jira.debt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.decisiongates.debt.Debts;
import org.decisiongates.debt.IssueDebt;
import org.decisiongates.debt.OwedRule;
import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.QueryParameters;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.jira.platform.search.HiddenIssueFilter;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.waiver.Waiver;
import org.decisiongates.waiver.Waivers;

/** What the issues of a project, or one issue, owe: rules of the gate before their present phase that are not met. */
@Path("/debt")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class DebtResource {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    private final Access access;
    private final Debts debts;
    private final Waivers waivers;
    private final HiddenIssueFilter hidden;
    private final IssueManager issues;
    private final IssueService visible;
    private final ProjectTime time;
    private final Responses responses;

    @Inject
    public DebtResource(Access access, Debts debts, Waivers waivers, HiddenIssueFilter hidden, IssueManager issues,
            IssueService visible, ProjectTime time, Responses responses) {
        this.access = access;
        this.debts = debts;
        this.waivers = waivers;
        this.hidden = hidden;
        this.issues = issues;
        this.visible = visible;
        this.time = time;
        this.responses = responses;
    }

    /**
     * Issues in the order of their ids; those that the caller may not browse are only counted.
     *
     * @param project key of a project; either this or {@code issue}
     * @param issue   key of an issue
     * @param after   issue id to go on from, as {@code next} of the page before; none for the first
     * @param limit   how many issues at most, 1 to 200
     */
    @GET
    @LicensedOnly
    public Response debt(@QueryParam("project") String project, @QueryParam("issue") String issue, @QueryParam("after") String after,
            @QueryParam("limit") String limit, @Context UriInfo address) {
        return responses.to(address, Set.of("project", "issue", "after", "limit"),
                () -> responses.ok(isGiven(issue) ? ofIssue(project, issue) : ofProject(project, after, limit)));
    }

    private DebtReplies.Page ofIssue(String project, String key) {
        if (isGiven(project)) {
            throw new ProblemException(400, "decision-gates.debt.project-or-issue");
        }
        Issue issue = visible.getIssue(access.caller(), key).getIssue();
        if (issue == null) {
            throw new ProblemException(404, "decision-gates.debt.no-such-issue", key);
        }
        List<IssueDebt> debt = debts.ofIssues(List.of(issue.getId())).values().stream().filter(entry -> !entry.debts().isEmpty()).toList();
        return new DebtReplies.Page(entries(debt, Set.of()), 0, Optional.empty());
    }

    private DebtReplies.Page ofProject(String project, String after, String limit) {
        long projectId = access.browsable(project).getId();
        int most = (int) QueryParameters.number("limit", limit, DEFAULT_LIMIT, MAX_LIMIT);
        List<IssueDebt> page = debts.owedIn(projectId, QueryParameters.number("after", after, 0, Long.MAX_VALUE), most);
        Set<Long> unseen = hidden.among(page.stream().map(IssueDebt::issueId).toList(), access.caller());
        return new DebtReplies.Page(entries(page, unseen), unseen.size(),
                page.size() == most ? Optional.of(page.get(most - 1).issueId()) : Optional.empty());
    }

    private List<DebtReplies.Entry> entries(List<IssueDebt> page, Set<Long> unseen) {
        Map<Long, List<Waiver>> waived = waivers.ofIssues(page.stream().map(IssueDebt::issueId).toList());
        Instant now = time.now().toInstant();
        List<DebtReplies.Entry> entries = new ArrayList<>();
        for (IssueDebt debt : page) {
            // what was deleted meanwhile is hidden from nobody and not there
            Issue issue = unseen.contains(debt.issueId()) ? null : issues.getIssueObject(debt.issueId());
            if (issue != null) {
                entries.add(new DebtReplies.Entry(debt.issueId(), issue.getKey(), debt.phase(),
                        OwedRule.of(debt, waived.getOrDefault(debt.issueId(), List.of()), now).stream().map(DebtReplies.Rule::of)
                                .toList()));
            }
        }
        return entries;
    }

    private static boolean isGiven(String parameter) {
        return parameter != null && !parameter.isEmpty();
    }
}
