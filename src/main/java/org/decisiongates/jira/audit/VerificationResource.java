package org.decisiongates.jira.audit;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.issue.Issue;
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

import org.decisiongates.audit.ChainHead;
import org.decisiongates.audit.ChainReport;
import org.decisiongates.audit.ChainVerifier;
import org.decisiongates.audit.Erasure;
import org.decisiongates.audit.Erasures;
import org.decisiongates.audit.GateSeals;
import org.decisiongates.audit.SealChain;
import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.QueryParameters;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.summary.Snapshots;
import org.decisiongates.summary.WeekHead;
import org.decisiongates.summary.WeekHeadVerifier;
import org.decisiongates.time.Week;

/** Whether the journal of gates of a project, or of an issue, is as it was sealed; for those who may read its audit. */
@Path("/journal/verification")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class VerificationResource {

    private static final int MAX_LIMIT = 500;

    private final AuditPermission permission;
    private final Access access;
    private final IssueService issues;
    private final ChainVerifier verifier;
    private final WeekHeadVerifier weeks;
    private final ProjectTime time;
    private final Responses responses;

    @Inject
    public VerificationResource(AuditPermission permission, Access access, IssueService issues, GateSeals seals, Erasures erasures,
            Snapshots snapshots, ProjectTime time, Responses responses) {
        this.permission = permission;
        this.access = access;
        this.issues = issues;
        this.verifier = new ChainVerifier(seals, erasures);
        this.weeks = new WeekHeadVerifier(snapshots, erasures, seals);
        this.time = time;
        this.responses = responses;
    }

    /**
     * A page of the verification, or the comparison with a link that was kept elsewhere.
     *
     * @param project  key of a project; either this or {@code issue}
     * @param issue    key of an issue
     * @param after    position to go on from, as {@code next} of the page before
     * @param limit    how many links at most, 1 to 500
     * @param position of a link that was kept
     * @param hash     of that link
     */
    @GET
    @LicensedOnly
    public Response verification(@QueryParam("project") String project, @QueryParam("issue") String issue,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit, @QueryParam("position") String position, @QueryParam("hash") String hash,
            @Context UriInfo address) {
        return responses.to(address, Set.of("project", "issue", "after", "limit", "position", "hash"), () -> {
            SealChain chain = chain(project, issue);
            if (isGiven(position) || isGiven(hash)) {
                Optional<ChainReport.Broken> broken = verifier.compare(chain,
                        QueryParameters.number("position", position, 0, Long.MAX_VALUE / 10), hash(hash));
                return responses
                        .ok(new Verification(1, broken.isEmpty(), broken, List.of(), List.of(), Optional.empty(), Optional.empty(), 0,
                                Optional.empty()));
            }
            ChainReport report = verifier.verify(chain, QueryParameters.number("after", after, 0, Long.MAX_VALUE / 10),
                    (int) QueryParameters.number("limit", limit, MAX_LIMIT, MAX_LIMIT));
            return responses.ok(Verification.of(report, report.next().isPresent() ? Optional.empty() : week(chain)));
        });
    }

    /** What the newest closed week says; weeks hold no heads of issues, whose ends show as gaps in the chain of the project. */
    private Optional<WeekHead> week(SealChain chain) {
        return chain.kind() == SealChain.Kind.PROJECT ? weeks.verify(chain.id(), Week.of(time.now().toLocalDate())) : Optional.empty();
    }

    /** What is no hash at all must not look like a broken chain. */
    private static String hash(String given) {
        if (given == null || !given.matches("[0-9a-f]{64}")) {
            throw new ProblemException(400, "decision-gates.jira.audit.not-a-hash", given == null ? "" : given);
        }
        return given;
    }

    private SealChain chain(String project, String issue) {
        if (!isGiven(issue)) {
            return SealChain.ofProject(permission.audited(project).getId());
        }
        if (isGiven(project)) {
            throw new ProblemException(400, "decision-gates.jira.audit.two-chains");
        }
        Issue found = issues.getIssue(access.caller(), issue).getIssue();
        if (found == null) {
            throw new ProblemException(404, "decision-gates.jira.audit.no-such-issue", issue);
        }
        permission.audited(found.getProjectObject().getKey());
        return new SealChain(SealChain.Kind.ISSUE, found.getId());
    }

    private static boolean isGiven(String parameter) {
        return parameter != null && !parameter.isEmpty();
    }

    /**
     * @param checked links that were looked at
     * @param intact  whether they are as they were sealed, and the newest closed week agrees
     */
    private record Verification(int checked, boolean intact, Optional<ChainReport.Broken> broken, List<Long> late,
            List<ErasureNote> erasures, Optional<Long> next, Optional<ChainHead> head, long unsealed, Optional<WeekNote> week) {

        static Verification of(ChainReport report, Optional<WeekHead> week) {
            return new Verification(report.checked(),
                    report.isIntact() && week.stream().allMatch(one -> one.verdict() == WeekHead.Verdict.MATCHES), report.broken(),
                    report.late(), report.erasures().stream().map(ErasureNote::of).toList(), report.next(), report.head(),
                    report.unsealed(), week.map(WeekNote::of));
        }
    }

    private record WeekNote(String week, WeekHead.Verdict verdict, Optional<Long> position) {

        static WeekNote of(WeekHead week) {
            return new WeekNote(week.week(), week.verdict(), week.head().map(ChainHead::position));
        }
    }

    private record ErasureNote(String key, java.time.Instant at, String by, long entries) {

        static ErasureNote of(Erasure erasure) {
            return new ErasureNote(erasure.key(), erasure.at(), erasure.by(), erasure.entries());
        }
    }
}
