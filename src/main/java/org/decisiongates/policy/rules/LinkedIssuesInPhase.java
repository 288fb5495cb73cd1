package org.decisiongates.policy.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.decisiongates.issue.BlockerPhase;
import org.decisiongates.issue.DecisionPhase;
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
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.Settings;

/**
 * Fails until linked issues stand where they should: all of them, or enough of them. As long as no status is chosen only Decisions and
 * Blockers count, since nothing else stands in a phase; where no phase is chosen either, they must be settled.
 *
 * @param phases   names of phases
 * @param statuses the host's ids of statuses
 * @param all      whether every linked issue has to stand there, and not only the minimum
 * @param minimum  how many stand there at least
 */
public record LinkedIssuesInPhase(LinkSelection links, List<String> phases, List<String> statuses, boolean all, int minimum)
        implements Rule {

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("linked-issues-in-phase",
            List.of(LinkSelection.typesSetting(), LinkSelection.directionSetting(),
                    Setting.list("phases", Setting.Type.PHASES, 0, DecisionPhase.values().length + BlockerPhase.values().length),
                    Setting.list("statuses", Setting.Type.STATUSES, 0, 100), Setting.choice("required", "all", "minimum"),
                    Setting.number("minimum", 1, 0, 1000)),
            Set.of(Need.LINKS),
            List.of(RuleExample.passes("the linked Decision is decided", linkedTo(ExampleLinks.related(11, DecisionPhase.DECIDED))),
                    RuleExample.passes("one of two linked Decisions is decided, and one is enough",
                            linkedTo(ExampleLinks.related(11, DecisionPhase.DECIDED), ExampleLinks.related(12, DecisionPhase.DRAFT)))
                            .with(Map.of("required", "minimum")),
                    RuleExample.passes("the linked issue stands in the chosen status",
                            linkedTo(ExampleLinks.relatedRequest(11, ExampleLinks.DONE))).with(Map.of("statuses", ExampleLinks.DONE)),
                    RuleExample.passes("the linked Decision is live, as was asked for",
                            linkedTo(ExampleLinks.related(11, DecisionPhase.LIVE))).with(Map.of("phases", "LIVE\nCLOSED")),
                    RuleExample.notApplicable("it is linked to nothing, and need not be", IssueSnapshot.EMPTY).with(Map.of("minimum", "0")),
                    RuleExample.fails("it is linked to nothing", IssueSnapshot.EMPTY,
                            "decision-gates.rule.linked-issues-in-phase.missing"),
                    RuleExample.fails("none of its links leads to a Decision or a Blocker",
                            linkedTo(ExampleLinks.relatedRequest(11, ExampleLinks.DONE)),
                            "decision-gates.rule.linked-issues-in-phase.missing"),
                    RuleExample.fails("one of two linked issues is still open",
                            linkedTo(ExampleLinks.related(11, DecisionPhase.DECIDED), ExampleLinks.related(12, BlockerPhase.OPEN)),
                            "decision-gates.rule.linked-issues-in-phase.elsewhere"),
                    RuleExample.fails("a linked Decision is still open that the actor may not see",
                            linkedTo(ExampleLinks.relatedHidden(11, DecisionPhase.DRAFT)),
                            "decision-gates.rule.linked-issues-in-phase.hidden")),
            LinkedIssuesInPhase::of);

    public LinkedIssuesInPhase {
        phases = List.copyOf(phases);
        statuses = List.copyOf(statuses);
    }

    private static LinkedIssuesInPhase of(Settings settings) {
        return new LinkedIssuesInPhase(LinkSelection.of(settings), settings.list("phases"), settings.list("statuses"),
                settings.text("required").equals("all"), settings.number("minimum"));
    }

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        List<LinkedIssue> concerned = LinkedIssue.distinct(issue.links().stream()
                .filter(other -> links.includes(other) && (!statuses.isEmpty() || other.isDecisionOrBlocker())).toList());
        List<LinkedIssue> elsewhere = concerned.stream().filter(other -> !standsThere(other)).toList();
        int there = concerned.size() - elsewhere.size();
        if (concerned.isEmpty() && minimum == 0) {
            return RuleResult.notApplicable();
        }
        List<Finding> findings = new ArrayList<>();
        // with all of them required, moving those that are elsewhere may be enough
        if (all ? concerned.size() < minimum : there < minimum) {
            findings.add(Finding.general("decision-gates.rule.linked-issues-in-phase.missing", Integer.toString(minimum),
                    Integer.toString(there)));
        }
        if (all) {
            addWhatIsElsewhere(elsewhere, findings);
        }
        return findings.isEmpty() ? RuleResult.passed() : new RuleResult(RuleResult.Status.FAILED, findings);
    }

    private static void addWhatIsElsewhere(List<LinkedIssue> elsewhere, List<Finding> findings) {
        String named = LinkedIssue.named(elsewhere);
        if (!named.isEmpty()) {
            findings.add(Finding.general("decision-gates.rule.linked-issues-in-phase.elsewhere", named));
        }
        long hidden = elsewhere.stream().filter(other -> !other.isVisible()).count();
        if (hidden > 0) {
            findings.add(Finding.general("decision-gates.rule.linked-issues-in-phase.hidden", Long.toString(hidden)));
        }
    }

    private boolean standsThere(LinkedIssue other) {
        return phases.isEmpty() && statuses.isEmpty() ? !other.isOpen() : other.standsIn(phases, statuses);
    }

    private static IssueSnapshot linkedTo(LinkedIssue... others) {
        IssueSnapshot issue = IssueSnapshot.EMPTY;
        for (LinkedIssue other : others) {
            issue = issue.linkedTo(other);
        }
        return issue;
    }
}
