package org.decisiongates.approval;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.decisiongates.issue.BlockerPhase;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.IssueApproval;
import org.decisiongates.issue.IssueView;
import org.decisiongates.policy.ApprovalRequirement;
import org.decisiongates.policy.PoliciesInForce;

/** Puts together what is asked of an issue, who may give it, and what was given. */
public final class ApprovalReader {

    /** No phase of a Decision has the name of one of a Blocker. */
    private static final Set<String> ENDED = Stream.concat(
            Stream.of(DecisionPhase.CLOSED, DecisionPhase.REJECTED, DecisionPhase.SUPERSEDED).map(DecisionPhase::name),
            Arrays.stream(BlockerPhase.values()).filter(phase -> !phase.isOpen()).map(BlockerPhase::name)).collect(Collectors.toSet());
    private static final Set<String> DECIDED = Arrays.stream(DecisionPhase.values()).filter(phase -> !phase.isOpen())
            .map(DecisionPhase::name).collect(Collectors.toSet());

    private final ApprovalSteps steps;
    private final Supplier<PoliciesInForce> policies;
    private final ApproverDirectory directory;
    private final ContentEditors editors;

    /** @param policies what is in force when it is asked for */
    public ApprovalReader(ApprovalSteps steps, Supplier<PoliciesInForce> policies, ApproverDirectory directory, ContentEditors editors) {
        this.steps = steps;
        this.policies = policies;
        this.directory = directory;
        this.editors = editors;
    }

    /** The same, as if these policies were in force. */
    public ApprovalReader asIf(PoliciesInForce others) {
        return new ApprovalReader(steps, () -> others, directory, editors);
    }

    /** The issue as it is to be approved. Reads nothing yet but what {@code issue} answers. */
    public ApprovalSubject subject(IssueView issue, long issueId, long projectId) {
        return subject(issue, issueId, projectId, new Editors(editors, issueId));
    }

    /**
     * The same of an issue whose editors somebody else reads.
     *
     * @param authors as {@link ContentEditors#of} has them; asked for only where somebody might approve
     */
    public ApprovalSubject subject(IssueView issue, long issueId, long projectId, Supplier<EditorsAndOwners> authors) {
        return new ApprovalSubject(issueId, projectId, issue, RequiredApproval.of(policies.get(), projectId, issue.type()), authors);
    }

    /**
     * Whether a policy in force may name somebody as an approver of issues in a project, as far as that can be told without reading one:
     * nothing of the database is asked for it.
     */
    public boolean mayName(String userKey, long projectId) {
        return policies.get().of(projectId).stream().flatMap(policy -> policy.approvals().requirements().stream())
                .map(ApprovalRequirement::approvers)
                .anyMatch(sources -> !sources.fields().isEmpty() || sources.people().contains(userKey)
                        || sources.groups().stream().anyMatch(group -> directory.isInGroup(userKey, group))
                        || sources.roles().stream().anyMatch(role -> directory.isInRole(userKey, role, projectId)));
    }

    /**
     * Whether nothing more is to come of an issue, so that nobody is asked to approve it: a Decision that is closed, rejected or
     * superseded, a Blocker that no longer stands in the way.
     */
    public static boolean hasEnded(IssueView issue) {
        return issue.status().phase().filter(ENDED::contains).isPresent();
    }

    /** Whether a Decision is decided, or has ended without that. Its approvals may be asked for still, where a later gate needs them. */
    static boolean isDecided(IssueView issue) {
        return issue.status().phase().filter(DECIDED::contains).isPresent();
    }

    /** What rules see of the approvals of an issue: one statement, and none where no policy asks for any. */
    public List<IssueApproval> seenByRules(IssueView issue, long issueId, long projectId) {
        return seenByRules(issue, issueId, projectId, () -> steps.ofIssue(issueId), new Editors(editors, issueId));
    }

    /** The same of an issue whose steps and authors somebody else reads, where they are needed. */
    public List<IssueApproval> seenByRules(IssueView issue, long issueId, long projectId, Supplier<List<SealedApprovalStep>> stored,
            Supplier<EditorsAndOwners> authors) {
        ApprovalSubject subject = subject(issue, issueId, projectId, authors);
        return subject.required().isEmpty() ? List.of()
                : new Approvals(subject, stored.get(), directory).seenByRules();
    }

    /** Asks once. For one thread. */
    private static final class Editors implements Supplier<EditorsAndOwners> {

        private final ContentEditors editors;
        private final long issueId;
        private EditorsAndOwners read;

        Editors(ContentEditors editors, long issueId) {
            this.editors = editors;
            this.issueId = issueId;
        }

        @Override
        public EditorsAndOwners get() {
            read = read == null ? editors.of(issueId) : read;
            return read;
        }
    }
}
