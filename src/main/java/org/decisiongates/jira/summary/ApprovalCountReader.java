package org.decisiongates.jira.summary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.approval.ApprovalRequests;
import org.decisiongates.approval.Approvals;
import org.decisiongates.jira.approval.ApprovalsBatchReader;
import org.decisiongates.jira.platform.search.JqlBuilder;
import org.decisiongates.jira.platform.search.ResolvedScope;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.search.Visibility;
import org.decisiongates.metric.Listing;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.summary.ApprovalCounts;
import org.decisiongates.summary.IssueApprovalCounts;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.SnapshotEntry;

/**
 * Counts what waits for approvals of what is listed as open, issue by issue (ADR-0176): no statement where no policy asks for approvals,
 * one where nobody has asked for any, else a search and a constant number of statements for every 200 issues that wait.
 */
@JiraComponent
class ApprovalCountReader {

    private final ApprovalRequests requests;
    private final ApprovalsBatchReader approvals;
    private final Policies policies;
    private final Searches searches;

    ApprovalCountReader(ApprovalRequests requests, ApprovalsBatchReader approvals, Policies policies, Searches searches) {
        this.requests = requests;
        this.approvals = approvals;
        this.policies = policies;
        this.searches = searches;
    }

    /**
     * What waits, by issue; issues of which nothing does are left out.
     *
     * @param open what is listed as open, as a reader may see it
     * @return empty where not everything that is open is listed: a part would be taken for all
     */
    Optional<List<SnapshotEntry<IssueApprovalCounts>>> read(Visibility visibility, Collection<Listing<SnapshotEntry<OpenItem>>> open) {
        if (!areAskedFor(visibility.scope())) {
            return Optional.of(List.of());
        }
        if (!open.stream().allMatch(Listing::isWhole)) {
            return Optional.empty();
        }
        Set<Long> requested = requests.requestedAmong(open.stream().flatMap(section -> section.rows().stream())
                .map(SnapshotEntry::issueId).collect(Collectors.toSet()));
        return Optional.of(requested.isEmpty() ? List.of()
                : counted(searches.find(visibility, JqlBuilder.issues(requested), requested.size()).issues(),
                        visibility.reader() == null ? "" : visibility.reader().getKey()));
    }

    private List<SnapshotEntry<IssueApprovalCounts>> counted(List<Issue> found, String viewer) {
        Map<Long, String> keys = found.stream().collect(Collectors.toMap(Issue::getId, Issue::getKey, (one, same) -> one));
        List<SnapshotEntry<IssueApprovalCounts>> counted = new ArrayList<>();
        approvals.of(found, viewer).forEach((id, one) -> Optional.of(counts(one)).filter(counts -> !counts.equals(ApprovalCounts.NONE))
                .ifPresent(counts -> counted.add(new SnapshotEntry<>(id, new IssueApprovalCounts(keys.get(id), counts)))));
        return counted;
    }

    private static ApprovalCounts counts(Approvals approvals) {
        return ApprovalCounts.of(approvals.pending(), approvals.stale());
    }

    /** Whether a policy in force asks for approvals of issues of a scope; of a query, whether any does. */
    boolean areAskedFor(ResolvedScope scope) {
        PoliciesInForce inForce = policies.inForce();
        List<Policy> about = scope.project().map(project -> inForce.of(project.getId())).orElseGet(inForce::policies);
        return about.stream().anyMatch(policy -> !policy.approvals().requirements().isEmpty());
    }
}
