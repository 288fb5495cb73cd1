package org.decisiongates.policy.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.decisiongates.issue.ApprovalState;
import org.decisiongates.issue.IssueApproval;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.Person;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleDefinition.Need;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;

/** Fails while an approval that a policy asks for is missing, stale or disputed. */
public record ApprovalsCurrent() implements Rule {

    private static final String KEY = "decision-gates.rule.approvals-current.";

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("approvals-current", List.of(), Set.of(Need.APPROVALS),
            List.of(RuleExample.passes("everybody approved", legal(ApprovalState.MET)),
                    RuleExample.passes("nobody has to approve such an issue", legal(ApprovalState.NOT_APPLICABLE)),
                    RuleExample.fails("an approval is missing, or stale", legal(ApprovalState.OPEN), KEY + "missing"),
                    RuleExample.fails("the reader may not know who could approve", IssueSnapshot.EMPTY.approving(
                            new IssueApproval("Legal", ApprovalState.OPEN, 0, 1, List.of())), KEY + "missing-some"),
                    RuleExample.fails("an approver wants it discussed", legal(ApprovalState.NEEDS_DISCUSSION), KEY + "discussion"),
                    RuleExample.fails("an earlier stage is not complete", legal(ApprovalState.NOT_ITS_TURN), KEY + "turn"),
                    RuleExample.fails("nobody asked for approvals", legal(ApprovalState.NOT_REQUESTED), KEY + "not-requested"),
                    RuleExample.fails("nobody is left who could approve", legal(ApprovalState.TOO_FEW_APPROVERS), KEY + "too-few"),
                    RuleExample.fails("a share of too many people", legal(ApprovalState.TOO_MANY_APPROVERS), KEY + "too-many"),
                    RuleExample.fails("entries were altered in the database", legal(ApprovalState.CHAIN_BROKEN), KEY + "chain-broken"),
                    RuleExample.fails("no policy names anybody", IssueSnapshot.EMPTY, KEY + "nobody")),
            settings -> new ApprovalsCurrent());

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        List<IssueApproval> approvals = issue.approvals();
        if (approvals.isEmpty()) {
            return RuleResult.failed(Finding.general(KEY + "nobody"));
        }
        List<Finding> findings = new ArrayList<>();
        for (IssueApproval approval : approvals) {
            switch (approval.state()) {
                case MET, NOT_APPLICABLE, NOT_REQUESTED, CHAIN_BROKEN -> {
                }
                case OPEN -> findings.add(missing(approval, issue));
                case NOT_ITS_TURN -> findings.add(Finding.general(KEY + "turn", approval.name()));
                case NEEDS_DISCUSSION -> findings.add(Finding.general(KEY + "discussion", approval.name()));
                case TOO_FEW_APPROVERS -> findings
                        .add(Finding.general(KEY + "too-few", approval.name(), Integer.toString(approval.needed())));
                case TOO_MANY_APPROVERS -> findings.add(Finding.general(KEY + "too-many", approval.name()));
            }
        }
        // of all at once: one thing mends them
        named(approvals, ApprovalState.NOT_REQUESTED).ifPresent(names -> findings.add(Finding.general(KEY + "not-requested", names)));
        named(approvals, ApprovalState.CHAIN_BROKEN).ifPresent(names -> findings.add(Finding.general(KEY + "chain-broken", names)));
        return findings.isEmpty() ? RuleResult.passed() : new RuleResult(RuleResult.Status.FAILED, findings);
    }

    private static Optional<String> named(List<IssueApproval> approvals, ApprovalState state) {
        return Optional.of(approvals.stream().filter(one -> one.state() == state).map(IssueApproval::name)
                .collect(Collectors.joining(", "))).filter(names -> !names.isEmpty());
    }

    private static Finding missing(IssueApproval approval, IssueView issue) {
        String given = Integer.toString(approval.given());
        String needed = Integer.toString(approval.needed());
        return approval.missing().isEmpty() ? Finding.general(KEY + "missing-some", approval.name(), given, needed)
                : Finding.general(KEY + "missing", approval.name(), given, needed, named(approval.missing(), issue));
    }

    private static String named(List<String> people, IssueView issue) {
        String named = people.stream().limit(IssueApproval.MAX_NAMED).map(key -> issue.personWithKey(key).map(Person::name).orElse(key))
                .collect(Collectors.joining(", "));
        return people.size() > IssueApproval.MAX_NAMED ? named + ", \u2026" : named;
    }

    private static IssueSnapshot legal(ApprovalState state) {
        boolean isMet = state == ApprovalState.MET;
        return IssueSnapshot.EMPTY.withAccount(new Person("lena", "Lena", true, true))
                .approving(new IssueApproval("Legal", state, isMet ? 1 : 0, 1, isMet ? List.of() : List.of("lena")));
    }
}
