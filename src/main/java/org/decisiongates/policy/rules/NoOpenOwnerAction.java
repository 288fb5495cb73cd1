package org.decisiongates.policy.rules;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueThread;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.ThreadSection;
import org.decisiongates.issue.ThreadState;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleDefinition.Need;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;

/** Fails while a feedback thread of the issue needs an action of its owner. */
public record NoOpenOwnerAction() implements Rule {

    private static final int MAX_NAMED = 10;

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("no-open-owner-action", List.of(), Set.of(Need.THREADS),
            List.of(RuleExample.passes("there is no thread", IssueSnapshot.EMPTY),
                    RuleExample.passes("a thread is discussed", discussed(ThreadState.OPEN)),
                    RuleExample.passes("the thread was resolved", discussed(ThreadState.RESOLVED)),
                    RuleExample.passes("the thread was declined", discussed(ThreadState.DECLINED)),
                    RuleExample.fails("a thread needs an action of the owner", discussed(ThreadState.NEEDS_OWNER_ACTION),
                            "decision-gates.rule.no-open-owner-action.missing"),
                    RuleExample.fails("a thread is disputed", discussed(ThreadState.DISPUTED),
                            "decision-gates.rule.no-open-owner-action.missing"),
                    RuleExample.fails("of several threads one does",
                            discussed(ThreadState.RESOLVED)
                                    .discussed(new IssueThread(2, ThreadSection.TRADE_OFF, ThreadState.NEEDS_OWNER_ACTION)),
                            "decision-gates.rule.no-open-owner-action.missing")),
            settings -> new NoOpenOwnerAction());

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        List<IssueThread> open = issue.threads().stream().filter(thread -> thread.state().needsOwner()).toList();
        if (open.isEmpty()) {
            return RuleResult.passed();
        }
        String named = open.stream().limit(MAX_NAMED).map(thread -> thread.number() + " (" + thread.section().key() + ")")
                .collect(Collectors.joining(", "));
        return RuleResult.failed(Finding.general("decision-gates.rule.no-open-owner-action.missing",
                open.size() > MAX_NAMED ? named + ", \u2026" : named));
    }

    private static IssueSnapshot discussed(ThreadState state) {
        return IssueSnapshot.EMPTY.discussed(new IssueThread(1, ThreadSection.QUESTION, state));
    }
}
