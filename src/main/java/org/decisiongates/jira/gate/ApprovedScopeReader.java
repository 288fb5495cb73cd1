package org.decisiongates.jira.gate;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;

import com.atlassian.jira.issue.Issue;

import org.decisiongates.approval.ApprovalReader;
import org.decisiongates.approval.ApprovalSubject;
import org.decisiongates.approval.ScopeChangeRecord;
import org.decisiongates.approval.ScopeComparison;
import org.decisiongates.approval.SealedApprovalStep;
import org.decisiongates.issue.ApprovedScope;
import org.decisiongates.issue.ApprovedScope.State;
import org.decisiongates.issue.IssueView;

/** Reads what became of the approved scope of issues; the scope changes of all of them at the first question. For one thread. */
final class ApprovedScopeReader {

    private final LinkedScopeChanges changes;
    private final ApprovalReader approvals;
    private final LongFunction<List<SealedApprovalStep>> steps;
    private final Supplier<Map<Long, List<ScopeChangeRecord>>> records;
    private final Function<Issue, IssueView> kept;
    private Map<Long, List<ScopeChangeRecord>> read;

    /**
     * @param steps   of the approvals of an issue
     * @param records reads the scope changes of all issues that are asked about, by issue id
     * @param kept    an issue as it is stored
     */
    ApprovedScopeReader(LinkedScopeChanges changes, ApprovalReader approvals, LongFunction<List<SealedApprovalStep>> steps,
            Supplier<Map<Long, List<ScopeChangeRecord>>> records, Function<Issue, IssueView> kept) {
        this.changes = changes;
        this.approvals = approvals;
        this.steps = steps;
        this.records = records;
        this.kept = kept;
    }

    ApprovedScope of(Issue issue, ApprovalSubject subject) {
        if (ScopeComparison.sealed(subject.required()).isEmpty()) {
            return ApprovedScope.of(State.NOTHING_SEALED);
        }
        return issue.getId() == null ? ApprovedScope.NOT_APPROVED
                : new ScopeComparison(subject, steps.apply(issue.getId()), changes.decidedAt(issue))
                        .result(() -> recordsOf(issue.getId()), () -> kept.apply(issue));
    }

    /** The same of an issue whose editors nobody else reads. */
    ApprovedScope of(JiraIssueView view) {
        Issue issue = view.issue();
        long id = issue.getId() == null ? 0 : issue.getId();
        return of(issue, approvals.subject(view, id, issue.getProjectObject().getId()));
    }

    private List<ScopeChangeRecord> recordsOf(Long issueId) {
        read = read == null ? records.get() : read;
        return read.getOrDefault(issueId, List.of());
    }
}
