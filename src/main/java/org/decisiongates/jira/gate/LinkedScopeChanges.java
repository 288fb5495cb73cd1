package org.decisiongates.jira.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.approval.ApprovalReader;
import org.decisiongates.approval.ScopeChangeRecord;
import org.decisiongates.impact.ImpactLines;
import org.decisiongates.issue.ApprovalState;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueApproval;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.LinkedScopeChange.Standing;
import org.decisiongates.jira.platform.link.ScopeChangeLinks;
import org.decisiongates.jira.platform.search.HiddenIssueFilter;

/** Finds the Decisions that are linked to others as changes of their scope, and what each is worth, whoever may see it. */
@JiraComponent
public class LinkedScopeChanges {

    private static final int TOGETHER = 200;
    private static final Set<String> GIVEN_UP = Set.of(DecisionPhase.REJECTED.name(), DecisionPhase.SUPERSEDED.name());
    private static final Set<ApprovalState> NEVER_GIVEN = Set.of(ApprovalState.NOT_REQUESTED, ApprovalState.CHAIN_BROKEN);

    private final ScopeChangeLinks links;
    private final ImpactLines impacts;
    private final IssueStatuses statuses;
    private final HiddenIssueFilter hidden;
    private final UserManager users;
    private final IssueManager issues;

    LinkedScopeChanges(ScopeChangeLinks links, ImpactLines impacts, IssueStatuses statuses, HiddenIssueFilter hidden, UserManager users,
            IssueManager issues) {
        this.links = links;
        this.impacts = impacts;
        this.statuses = statuses;
        this.hidden = hidden;
        this.users = users;
        this.issues = issues;
    }

    /** When a Decision was decided last; empty where it is not. */
    public Optional<Instant> decidedAt(Issue issue) {
        return statuses.decidedAt(issue);
    }

    /** An issue as it is stored, without the edits of a transition. */
    Issue stored(Issue issue) {
        return issues.getIssueObject(issue.getId());
    }

    private List<Issue> linkedTo(Issue issue) {
        return links.changesOf(issue.getId()).stream().filter(other -> statuses.typeOf(other).equals("decision")).toList();
    }

    /**
     * By the ids of these issues. For every 200 scope changes a statement for impact lines and what their approvals cost, and a search for
     * what the viewer may see; none where there is no scope change.
     *
     * @param viewer user key of who asks; empty text for nobody logged in
     * @param views  reads issues as they are, together
     */
    Map<Long, List<ScopeChangeRecord>> of(List<Issue> about, String viewer, Function<List<Issue>, List<IssueView>> views) {
        Map<Long, List<Issue>> linked = new HashMap<>();
        Map<Long, Issue> distinct = new HashMap<>();
        for (Issue issue : about) {
            List<Issue> changes = linkedTo(issue);
            linked.put(issue.getId(), changes);
            changes.forEach(change -> distinct.put(change.getId(), change));
        }
        Map<Long, ScopeChangeRecord> records = new HashMap<>();
        List<Issue> all = new ArrayList<>(distinct.values());
        ApplicationUser reader = viewer.isEmpty() ? null : users.getUserByKey(viewer);
        for (int from = 0; from < all.size(); from += TOGETHER) {
            read(all.subList(from, Math.min(all.size(), from + TOGETHER)), reader, views, records);
        }
        Map<Long, List<ScopeChangeRecord>> found = new HashMap<>();
        linked.forEach((id, changes) -> found.put(id, changes.stream().map(change -> records.get(change.getId())).toList()));
        return found;
    }

    private void read(List<Issue> changes, ApplicationUser reader, Function<List<Issue>, List<IssueView>> views,
            Map<Long, ScopeChangeRecord> records) {
        List<Long> ids = changes.stream().map(Issue::getId).toList();
        Set<Long> withImpact = impacts.ofIssues(ids).keySet();
        Set<Long> seen = hidden.seenOf(ids, reader);
        List<IssueView> now = views.apply(changes);
        for (int i = 0; i < changes.size(); i++) {
            Issue change = changes.get(i);
            Optional<Instant> decided = statuses.decidedAt(change);
            records.put(change.getId(),
                    new ScopeChangeRecord(change.getId(), Optional.of(change.getKey()).filter(key -> seen.contains(change.getId())),
                            lack(now.get(i), withImpact.contains(change.getId()), decided.isPresent()), decided));
        }
    }

    /** Nobody can approve one that has ended, so that what it was decided with is not asked again: it covers what it covered. */
    private static Optional<Standing> lack(IssueView change, boolean hasImpact, boolean isDecided) {
        if (change.status().phase().filter(GIVEN_UP::contains).isPresent()) {
            return Optional.of(Standing.ENDED);
        }
        if (ApprovalReader.hasEnded(change)) {
            return !hasImpact ? Optional.of(Standing.NO_IMPACT)
                    : change.approvals().stream().map(IssueApproval::state).anyMatch(NEVER_GIVEN::contains) ? Optional.of(Standing.ENDED)
                    : Optional.empty();
        }
        return !change.has(Field.OWNER) || change.person(Field.OWNER).isEmpty() ? Optional.of(Standing.NO_OWNER)
                : !hasImpact ? Optional.of(Standing.NO_IMPACT)
                : !isDecided ? Optional.of(Standing.NOT_DECIDED)
                : change.approvals().stream()
                        .allMatch(one -> one.state() == ApprovalState.MET || one.state() == ApprovalState.NOT_APPLICABLE)
                        ? Optional.empty()
                : Optional.of(Standing.NOT_APPROVED);
    }
}
