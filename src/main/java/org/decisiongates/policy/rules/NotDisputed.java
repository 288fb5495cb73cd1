package org.decisiongates.policy.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.issue.Choice;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueDispute;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleDefinition.Need;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.Settings;
import org.decisiongates.text.TextWithDays;

/**
 * Fails while the issue is disputed, or a Decision that it delivers. Where no types of links are chosen, an issue that is neither a
 * Decision nor a Blocker delivers every Decision it is linked to; else any issue those at the end of the chosen ones. Hidden Decisions
 * count and are never named.
 */
public record NotDisputed(LinkSelection links) implements Rule {

    private static final String KEY = "decision-gates.rule.not-disputed.";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("not-disputed", LinkSelection.settings(),
            Set.of(Need.LINKS, Need.THREADS),
            List.of(RuleExample.passes("nothing is disputed", IssueSnapshot.EMPTY),
                    RuleExample.passes("a task is linked to a Decision that nobody disputes",
                            task().linkedTo(ExampleLinks.related(11, DecisionPhase.DECIDED))),
                    RuleExample.passes("a Decision is linked to another one that is disputed",
                            linkedToDisputed(IssueSnapshot.EMPTY, ExampleLinks.related(11, DecisionPhase.DECIDED))),
                    RuleExample.fails("the Decision itself is disputed", IssueSnapshot.EMPTY.disputed(own()), KEY + "missing"),
                    RuleExample.fails("a task is linked to a disputed Decision",
                            linkedToDisputed(task(), ExampleLinks.related(11, DecisionPhase.DECIDED)), KEY + "linked"),
                    RuleExample.fails("a Decision is linked to a disputed one, and that type of link was chosen",
                            linkedToDisputed(IssueSnapshot.EMPTY, ExampleLinks.related(11, DecisionPhase.DECIDED)), KEY + "linked")
                            .with(Map.of("link-types", ExampleLinks.RELATES)),
                    RuleExample.fails("a task is linked to a disputed Decision that the actor may not see",
                            linkedToDisputed(task(), ExampleLinks.relatedHidden(11, DecisionPhase.DECIDED)), KEY + "hidden")),
            NotDisputed::of);

    private static NotDisputed of(Settings settings) {
        return new NotDisputed(LinkSelection.of(settings));
    }

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        List<Finding> findings = new ArrayList<>();
        Map<Long, LocalDate> linked = new HashMap<>();
        for (IssueDispute dispute : issue.disputes()) {
            dispute.linked().ifPresentOrElse(id -> linked.put(id, dispute.since()),
                    () -> findings.add(Finding.general(KEY + "missing", dispute.since())));
        }
        if (!linked.isEmpty() && (!links.isOfAnyType() || deliversWhatItIsLinkedTo(issue))) {
            addLinked(issue, linked, findings);
        }
        return findings.isEmpty() ? RuleResult.passed() : new RuleResult(RuleResult.Status.FAILED, findings);
    }

    private void addLinked(IssueView issue, Map<Long, LocalDate> since, List<Finding> findings) {
        List<LinkedIssue> disputed = LinkedIssue
                .distinct(issue.links().stream().filter(other -> links.includes(other) && since.containsKey(other.storedId())).toList());
        TextWithDays named = LinkedIssue.namedOn(disputed, other -> since.get(other.storedId()));
        if (!named.parts().isEmpty()) {
            findings.add(Finding.general(KEY + "linked", named));
        }
        long hidden = disputed.stream().filter(other -> !other.isVisible()).count();
        if (hidden > 0) {
            findings.add(Finding.general(KEY + "hidden", Long.toString(hidden)));
        }
    }

    private static boolean deliversWhatItIsLinkedTo(IssueView issue) {
        return !issue.type().equals("decision") && !issue.type().equals("blocker");
    }

    private static IssueDispute own() {
        return new IssueDispute(Optional.empty(), DAY);
    }

    private static IssueSnapshot task() {
        return IssueSnapshot.EMPTY.with(Field.ISSUE_TYPE, new Choice("10002", "Task"));
    }

    private static IssueSnapshot linkedToDisputed(IssueSnapshot issue, LinkedIssue other) {
        return issue.linkedTo(other).disputed(new IssueDispute(Optional.of(other.storedId()), DAY));
    }
}
