package org.decisiongates.jira.gate;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.approval.ApprovalReader;
import org.decisiongates.approval.ApprovalSteps;
import org.decisiongates.approval.ApproverDirectory;
import org.decisiongates.approval.ContentEditors;
import org.decisiongates.approval.EditorsAndOwners;
import org.decisiongates.issue.IssueApproval;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.record.PageRecords;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.TransitionChanges;
import org.decisiongates.record.Records;
import org.decisiongates.review.ReviewThreads;

/** Makes issues of Jira readable for rules, with a transition or without. */
@JiraComponent
public class IssueViewFactory {

    private final JiraFields fields;
    private final People people;
    private final IssueStatuses statuses;
    private final IssueLinks links;
    private final CommentsAndAttachments added;
    private final References named;
    private final Records records;
    private final PageRecords pageRecords;
    private final FollowUpReader followUps;
    private final ReviewThreads threads;
    private final ApprovalSteps approvalSteps;
    private final ContentEditors editors;
    private final ApprovalReader approvals;
    private final LinkedScopeChanges scopeChanges;
    private final Successors successors;
    private final ProjectTime time;

    IssueViewFactory(JiraFields fields, People people, IssueStatuses statuses, IssueLinks links, CommentsAndAttachments added,
            References named, Records records, PageRecords pageRecords, FollowUpReader followUps, ReviewThreads threads,
            ApprovalSteps approvalSteps,
            Policies policies, ApproverDirectory approvers, ContentEditors editors,
            LinkedScopeChanges scopeChanges, Successors successors, ProjectTime time) {
        this.fields = fields;
        this.people = people;
        this.statuses = statuses;
        this.links = links;
        this.added = added;
        this.named = named;
        this.records = records;
        this.pageRecords = pageRecords;
        this.followUps = followUps;
        this.threads = threads;
        this.approvalSteps = approvalSteps;
        this.editors = editors;
        this.approvals = new ApprovalReader(approvalSteps, policies::inForce, approvers, editors);
        this.scopeChanges = scopeChanges;
        this.successors = successors;
        this.time = time;
    }

    /**
     * The issue as it is, before anybody makes a transition. What is recorded of it is read once for the panels of a page.
     *
     * @param viewer user key of who asks; empty text for nobody logged in
     */
    public IssueView before(Issue issue, String viewer) {
        return before(issue, viewer, approvals);
    }

    /** The same, as if these policies were in force: what has to be approved of an issue stands in them. */
    public IssueView before(Issue issue, String viewer, PoliciesInForce policies) {
        return before(issue, viewer, approvals.asIf(policies));
    }

    private IssueView before(Issue issue, String viewer, ApprovalReader asked) {
        ZoneId zone = time.zone();
        return new JiraIssueView(issue, viewer, zone, fields, people, statuses, links, added, named, pageRecords::recordsOf, followUps,
                threads::seenByRules, DisputeReader.ofOne(threads, zone), view -> shownTo(viewer, approvalsOf(view, asked)),
                view -> scopeOfOne(view.issue(), viewer, asked, stored -> view).of(view));
    }

    /**
     * Issues as they are, in their order, before anybody makes a transition. What one of them is linked to, what is recorded of it, its
     * threads, its approvals and who edited its record are read for all at the first question: one search and a statement each, whatever
     * their number (at most 200); of disputes, a statement for every 200 Decisions. Jira has its history issue by issue: where somebody
     * asked for the approvals that a policy asks for, that is one reading for each such issue.
     *
     * @param viewer user key of who asks; empty text for nobody logged in
     */
    public List<IssueView> before(List<Issue> issues, String viewer) {
        return before(issues, viewer, approvals);
    }

    /** The same, as if these policies were in force. */
    public List<IssueView> before(List<Issue> issues, String viewer, PoliciesInForce policies) {
        return before(issues, viewer, approvals.asIf(policies));
    }

    private List<IssueView> before(List<Issue> issues, String viewer, ApprovalReader asked) {
        IssueLinks together = links.together(issues);
        List<Long> ids = issues.stream().map(Issue::getId).toList();
        RecordsOfMany recorded = new RecordsOfMany(records, ids);
        ThreadsOfMany discussed = new ThreadsOfMany(threads, ids);
        DisputeReader disputed = DisputeReader.ofMany(threads, time.zone(), together::withLinkedDecisions);
        ApprovalsOfMany approved = new ApprovalsOfMany(approvalSteps, editors, ids);
        ApprovedScopeReader scopes = new ApprovedScopeReader(scopeChanges, asked, approved::of,
                () -> scopeChanges.of(issues, viewer, changes -> before(changes, viewer, asked)), stored -> before(stored, viewer, asked));
        return issues.stream().<IssueView>map(
                issue -> new JiraIssueView(issue, viewer, time.zone(), fields, people, statuses, together, added, named, recorded::of,
                        followUps,
                        discussed::of, disputed,
                        view -> shownTo(viewer, asked.seenByRules(view, issue.getId(), issue.getProjectId(),
                                () -> approved.of(issue.getId()), () -> approved.authorsOf(issue.getId()))),
                        view -> scopes.of(issue, asked.subject(view, issue.getId(), issue.getProjectId(),
                                () -> approved.authorsOf(issue.getId())))))
                .toList();
    }

    /** @param kept the issue as it is stored */
    private ApprovedScopeReader scopeOfOne(Issue issue, String viewer, ApprovalReader asked, Function<Issue, IssueView> kept) {
        return new ApprovedScopeReader(scopeChanges, asked, approvalSteps::ofIssue,
                () -> scopeChanges.of(List.of(issue), viewer, changes -> before(changes, viewer, asked)), kept);
    }

    /** Who could approve is who is in groups and roles, which is for those alone who may browse users. */
    private List<IssueApproval> shownTo(String viewer, List<IssueApproval> asked) {
        return asked.stream().allMatch(one -> one.missing().isEmpty()) || people.mayBrowseUsers(viewer) ? asked
                : asked.stream().map(IssueApproval::withoutNames).toList();
    }

    /** An issue that is being created has none, and has to be approved all the same. */
    private static List<IssueApproval> approvalsOf(JiraIssueView view, ApprovalReader approvals) {
        Issue issue = view.issue();
        long project = issue.getProjectObject().getId();
        return issue.getId() == null ? approvals.seenByRules(view, 0, project, List::of, () -> EditorsAndOwners.NONE)
                : approvals.seenByRules(view, issue.getId(), project);
    }

    /** What rules see of a link of this type: that it leads out of the issue or into it, and whether its other end blocks. */
    public LinkedIssue.Link linkOf(IssueLinkType type, boolean outward) {
        return links.linkOf(type, outward);
    }

    /**
     * The issue as it stands in {@code issue}, edits of a screen included.
     *
     * @param actor user key of who asks; empty text for nobody logged in
     */
    JiraIssueView of(Issue issue, String actor) {
        ZoneId zone = time.zone();
        return new JiraIssueView(issue, actor, zone, fields, people, statuses, links, added, named, records::recordsOf, followUps,
                threads::seenByRules, DisputeReader.ofOne(threads, zone), view -> shownTo(actor, approvalsOf(view, approvals)),
                view -> scopeOfOne(view.issue(), actor, approvals, edited -> before(scopeChanges.stored(edited), actor)).of(view));
    }

    /** What the transition changes about the issue that {@code issue} shows. */
    TransitionChanges editsOf(Transition transition, JiraIssueView issue) {
        return new ScreenEdits(transition, issue, fields, successors);
    }
}
