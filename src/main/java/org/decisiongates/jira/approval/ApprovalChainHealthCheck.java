package org.decisiongates.jira.approval;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.approval.ApprovalChainVerifier.Broken;
import org.decisiongates.health.HealthCheck;
import org.decisiongates.health.HealthFinding;
import org.decisiongates.jira.platform.search.HiddenIssueFilter;
import org.decisiongates.policy.Scope;

/**
 * Whether approvals are as they were sealed, as {@link ApprovalVerificationJob} found it last. Reads a setting; where something is broken,
 * those issues and whether the reader may browse them.
 */
@JiraComponent
class ApprovalChainHealthCheck implements HealthCheck {

    static final int MAX_NAMED = 10;
    private static final Duration LATE = Duration.ofDays(3);

    private final StoredApprovalVerification verifications;
    private final IssueManager issues;
    private final HiddenIssueFilter hidden;
    private final JiraAuthenticationContext authentication;
    private final Clock clock;

    ApprovalChainHealthCheck(StoredApprovalVerification verifications, IssueManager issues, HiddenIssueFilter hidden,
            JiraAuthenticationContext authentication, Clock clock) {
        this.verifications = verifications;
        this.issues = issues;
        this.hidden = hidden;
        this.authentication = authentication;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "approval-chains";
    }

    @Override
    public List<HealthFinding> findings(Scope scope) {
        Optional<ApprovalVerification> verified = verifications.stored();
        List<HealthFinding> findings = new ArrayList<>(verified.map(found -> broken(found.broken(), scope)).orElse(List.of()));
        verified.filter(any -> scope.isGlobal()).map(found -> Duration.between(found.endedAt().orElse(found.startedAt()), clock.instant()))
                .filter(age -> age.compareTo(LATE) > 0)
                .ifPresent(age -> findings.add(HealthFinding.warning("approval-chains.unverified", age.toDays())));
        return findings;
    }

    private List<HealthFinding> broken(List<Broken> broken, Scope scope) {
        List<Found> found = broken.stream().map(one -> new Found(one, Optional.ofNullable(issues.getIssueObject(one.issueId()))))
                .filter(one -> scope.isGlobal() || one.issue().filter(issue -> scope.equals(Scope.of(issue.getProjectId()))).isPresent())
                .toList();
        Set<Long> seen = hidden.seenOf(found.stream().map(one -> one.broken().issueId()).toList(), authentication.getLoggedInUser());
        List<HealthFinding> findings = new ArrayList<>();
        found.stream().limit(MAX_NAMED).forEach(one -> findings.add(finding(one, seen)));
        if (found.size() > MAX_NAMED) {
            findings.add(HealthFinding.error("approval-chains.more", found.size() - MAX_NAMED));
        }
        return findings;
    }

    /** Of what the reader may not browse, or what was deleted, only the number that it has in the database. */
    private static HealthFinding finding(Found one, Set<Long> seen) {
        return one.issue().map(Issue::getKey).filter(key -> seen.contains(one.broken().issueId()))
                .map(key -> HealthFinding.error("approval-chains.broken", key, one.broken().step()).fixedAt("/browse/" + key))
                .orElseGet(() -> HealthFinding.error("approval-chains.unseen", Long.toString(one.broken().issueId()), one.broken().step()));
    }

    private record Found(Broken broken, Optional<? extends Issue> issue) {
    }
}
