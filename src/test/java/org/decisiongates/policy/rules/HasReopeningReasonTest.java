package org.decisiongates.policy.rules;

import static org.junit.Assert.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.issue.BlockerPhase;
import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueStatus;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.Settings;

public class HasReopeningReasonTest {

    private static final Field WHY = new Field("customfield_10301");
    private static final IssueSnapshot DECIDED = IssueSnapshot.EMPTY.movedTo(IssueSnapshot.statusOf(DecisionPhase.DECIDED));

    private final HasReopeningReason rule = new HasReopeningReason(List.of("DECIDED"), 10, Optional.of(WHY), Optional.empty(),
            Optional.empty(), true);

    @Test
    public void takesAFieldForAReasonOnlyWhenTheTransitionSetsIt() {
        RuleExample set = RuleExample.passes("", DECIDED.with(WHY, "The vendor has withdrawn the offer"));

        assertEquals(RuleResult.Status.FAILED, rule.evaluate(set.issue(), set.context()).status());
        assertEquals(RuleResult.passed(), rule.evaluate(set.issue(), set.changing(WHY).context()));
    }

    @Test
    public void takesAChosenReasonOnlyWhenTheTransitionSetsIt() {
        HasReopeningReason coded = new HasReopeningReason(List.of("DECIDED"), 10, Optional.empty(), Optional.of(WHY), Optional.empty(),
                true);
        RuleExample again = RuleExample.passes("", DECIDED.with(WHY, new Choice("1", "Criterion failed")))
                .commenting("The vendor has withdrawn the offer");

        assertEquals("chosen at the last reopening", RuleResult.Status.FAILED, coded.evaluate(again.issue(), again.context()).status());
        assertEquals(RuleResult.passed(), coded.evaluate(again.issue(), again.changing(WHY).context()));
    }

    @Test
    public void takesANumberOrWordsForTheCriterionThatFailedAndNoPlaceholder() {
        HasReopeningReason named = new HasReopeningReason(List.of("DECIDED"), 10, Optional.empty(), Optional.empty(), Optional.of(WHY),
                true);
        for (String criterion : List.of("2", "Refunds within 3 days", "", " ", "n/a", "-")) {
            RuleExample reopened = RuleExample.passes("", DECIDED.with(WHY, criterion)).commenting("The vendor has withdrawn the offer")
                    .changing(WHY);
            boolean isNamed = criterion.equals("2") || criterion.startsWith("Refunds");
            assertEquals(criterion, isNamed ? List.of() : List.of("decision-gates.rule.has-reopening-reason.no-criterion"),
                    named.evaluate(reopened.issue(), reopened.context()).findings().stream().map(finding -> finding.key()).toList());
        }
    }

    /** What is typed, and whether it names one of two that are recorded. */
    @Test
    public void takesOnlyACriterionOfTheRecordWhereThereAreSome() {
        HasReopeningReason named = new HasReopeningReason(List.of("DECIDED"), 10, Optional.empty(), Optional.empty(), Optional.of(WHY),
                true);
        IssueSnapshot recorded = DECIDED.recording(criterion(7, "Refunds within 3 days"))
                .recording(criterion(8, "99 % of refunds by card"));
        Map<String, Boolean> typed = new LinkedHashMap<>();
        List.of("1", " 2 ", "#2", "2.", "Criterion 2", "criterion: 2", "2: by card", "refunds  WITHIN 3 days",
                "Refunds within 3 days (took a week)", "within 3 days", "by card")
                .forEach(one -> typed.put(one, true));
        List.of("0", "3", "#3", "12", "999", "Criterion 3", "3 days", "refunds", "Payouts within a day", "2 of them failed")
                .forEach(one -> typed.put(one, one.equals("3 days")));
        typed.forEach((text, isOne) -> {
            RuleExample reopened = RuleExample.passes("", recorded.with(WHY, text)).commenting("The vendor has withdrawn the offer")
                    .changing(WHY);
            assertEquals(text, isOne ? List.of()
                    : List.of(Finding.on(WHY, "decision-gates.rule.has-reopening-reason.unknown-criterion",
                            "1. Refunds within 3 days; 2. 99 % of refunds by card")),
                    named.evaluate(reopened.issue(), reopened.context()).findings());
        });
    }

    /** What is typed, and whether it names a criterion, where these have numbers of their own. */
    @Test
    public void readsNoNumberThatIsOneOfTheWords() {
        HasReopeningReason named = new HasReopeningReason(List.of("DECIDED"), 10, Optional.empty(), Optional.empty(), Optional.of(WHY),
                true);
        IssueSnapshot numbered = DECIDED.recording(criterion(7, "99.9 % uptime")).recording(criterion(8, "WCAG 2.1 level AA"))
                .recording(criterion(9, "3-day refunds")).recording(criterion(10, "Answers by e-mail"));
        Map<String, Boolean> typed = new LinkedHashMap<>();
        List.of("99.9 % uptime", "99.9 %", "WCAG 2.1 level AA", "wcag 2.1", "3-day refunds", "1", "#4", "criterion 3", "Criterion #3",
                "(2)", "2: some pages", "2. some pages", "2 \u2013 some pages").forEach(one -> typed.put(one, true));
        List.of("99", "5", "9", "#9", "criterion 6", "2-factor login works", "2.5 seconds", "1.5", "WCAG 3", "level 2", "2 of them",
                "2-day payouts", "6: some pages").forEach(one -> typed.put(one, false));
        typed.forEach((text, isOne) -> {
            RuleExample reopened = RuleExample.passes("", numbered.with(WHY, text)).commenting("The vendor has withdrawn the offer")
                    .changing(WHY);
            assertEquals(text, isOne, named.evaluate(reopened.issue(), reopened.context()).findings().isEmpty());
        });
    }

    @Test
    public void namesNoMoreCriteriaThanAMessageHasRoomFor() {
        HasReopeningReason named = new HasReopeningReason(List.of("DECIDED"), 10, Optional.empty(), Optional.empty(), Optional.of(WHY),
                true);
        IssueSnapshot many = DECIDED.with(WHY, "99");
        for (int i = 1; i <= 20; i++) {
            many = many.recording(criterion(i, "Criterion of step " + i));
        }
        RuleExample reopened = RuleExample.passes("", many).commenting("The vendor has withdrawn the offer").changing(WHY);
        String told = (String) named.evaluate(reopened.issue(), reopened.context()).findings().get(0).message().arguments().get(0);
        assertEquals(told, "10. Criterion of step 10; \u2026", told.substring(told.indexOf("10. ")));
    }

    private static Criterion criterion(long id, String text) {
        return new Criterion(id, text, Optional.empty(), Optional.empty(), Criterion.State.OPEN);
    }

    @Test
    public void saysWithoutATransitionOnlyWhetherThereWouldBeAReopening() {
        assertEquals(RuleResult.Status.NOT_EVALUABLE, rule.evaluate(DECIDED.with(WHY, ""), RuleExample.inNoTransition()).status());
        assertEquals(RuleResult.notApplicable(), rule.evaluate(IssueSnapshot.EMPTY.with(WHY, "")
                .movedTo(IssueSnapshot.statusOf(DecisionPhase.IN_REVIEW)), RuleExample.inNoTransition()));
    }

    @Test
    public void takesEveryPhaseOfASettledIssueForOneToReopenFrom() {
        var initial = HasReopeningReason.DEFINITION.maker().apply(Settings.of(HasReopeningReason.DEFINITION, Map.of()));
        for (DecisionPhase phase : DecisionPhase.values()) {
            assertEquals(phase.toString(), phase.isOpen() ? RuleResult.Status.NOT_APPLICABLE : RuleResult.Status.NOT_EVALUABLE,
                    initial.evaluate(IssueSnapshot.EMPTY.movedTo(IssueSnapshot.statusOf(phase)), RuleExample.inNoTransition()).status());
        }
        for (BlockerPhase phase : BlockerPhase.values()) {
            IssueStatus status = new IssueStatus(phase.name(), phase.label(), Optional.of(phase.name()));
            assertEquals(phase.toString(), phase.isOpen() ? RuleResult.Status.NOT_APPLICABLE : RuleResult.Status.NOT_EVALUABLE,
                    initial.evaluate(IssueSnapshot.EMPTY.movedTo(status), RuleExample.inNoTransition()).status());
        }
    }
}
