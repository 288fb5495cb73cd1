package org.decisiongates.policy;

import static org.decisiongates.fixture.IssueViews.NOW;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.Test;

import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.OwnField;
import org.decisiongates.issue.Reference;
import org.decisiongates.policy.RuleDefinition.Need;
import org.decisiongates.policy.RuleResult.Status;

public class WhenTest {

    private static final Field REGION = new Field("customfield_10100");
    private static final Field FACING = new Field(OwnField.CUSTOMER_FACING.key());
    private static final EvaluationContext BY_ANN = NOW.by("ann");
    private static final IssueSnapshot ISSUE = IssueSnapshot.EMPTY.with(REGION, new Choice("7", "EMEA"), new Choice("8", "APAC"))
            .with(Field.PRIORITY, new Choice("1", "Highest")).with(FACING, new Choice("42", OwnField.YES))
            .inGroup("ann", "leads").inGroup("bob", "staff");

    @Test
    public void isNeverWhereNoIssueOfTheTypeCanMeetIt() {
        RuleCondition blockers = RuleCondition.typeIs("blocker", "10100");
        for (When never : List.of(When.all(blockers), When.all(RuleCondition.isSet(REGION), RuleCondition.typeIs("decision").not()),
                When.all(RuleCondition.isSet(REGION), RuleCondition.isSet(REGION).not()),
                When.all(RuleCondition.priorityIs("1").not(), RuleCondition.customersNotice(), RuleCondition.priorityIs("1")))) {
            assertTrue(never.toString(), never.isNever("decision"));
        }
        for (When sometimes : List.of(When.ALWAYS, When.all(blockers.not()), When.all(RuleCondition.typeIs("blocker", "decision")),
                When.all(RuleCondition.isSet(REGION), RuleCondition.isSet(Field.OWNER).not()),
                When.all(RuleCondition.priorityIs("1"), RuleCondition.priorityIs("1", "2").not()))) {
            assertFalse(sometimes.toString(), sometimes.isNever("decision"));
        }
        assertFalse(When.all(blockers).isNever("10100"));
    }

    @Test
    public void appliesWhereItsConditionHoldsAndNotWhereItDoesNot() {
        List<RuleCondition> holding = List.of(RuleCondition.fieldIs(REGION, "8", "9"), RuleCondition.isSet(REGION),
                RuleCondition.typeIs("decision"),
                RuleCondition.priorityIs("2", "1"), RuleCondition.customersNotice(), RuleCondition.actorIsIn("staff", "leads"));
        List<RuleCondition> notHolding = List.of(RuleCondition.fieldIs(REGION, "9"), RuleCondition.fieldIs(REGION, "EMEA"),
                RuleCondition.isSet(Field.OWNER),
                RuleCondition.typeIs("blocker", "10100"), RuleCondition.priorityIs("3"), RuleCondition.actorIsIn("staff"));
        for (RuleCondition condition : holding) {
            assertEquals(condition.toString(), Status.FAILED, asked(When.all(condition), ISSUE, BY_ANN));
            assertEquals(condition.toString(), Status.NOT_APPLICABLE, asked(When.all(condition.not()), ISSUE, BY_ANN));
        }
        for (RuleCondition condition : notHolding) {
            assertEquals(condition.toString(), Status.NOT_APPLICABLE, asked(When.all(condition), ISSUE, BY_ANN));
            assertEquals(condition.toString(), Status.FAILED, asked(When.all(condition.not()), ISSUE, BY_ANN));
        }
        assertEquals(Status.NOT_APPLICABLE,
                asked(When.all(RuleCondition.customersNotice()), ISSUE.with(FACING, new Choice("43", "No")), BY_ANN));
        assertEquals(Status.NOT_APPLICABLE, asked(When.all(RuleCondition.customersNotice()), ISSUE.empty(FACING), BY_ANN));
    }

    @Test
    public void appliesOnlyWhereAllConditionsHold() {
        assertEquals(Status.FAILED, asked(When.ALWAYS, ISSUE, NOW));
        assertEquals(Status.FAILED, asked(When.all(RuleCondition.isSet(REGION), RuleCondition.typeIs("decision")), ISSUE, NOW));
        assertEquals(Status.NOT_APPLICABLE, asked(When.all(RuleCondition.isSet(REGION), RuleCondition.typeIs("blocker")), ISSUE, NOW));
    }

    @Test
    public void isAnErrorWhereWhatItNamesIsGone() {
        Map<RuleCondition, Finding> gone = Map.of(
                RuleCondition.isSet(REGION), Finding.general("decision-gates.gate.error.field", "bound", REGION.id()),
                RuleCondition.fieldIs(REGION, "7").not(), Finding.general("decision-gates.gate.error.field", "bound", REGION.id()),
                RuleCondition.customersNotice(), Finding.general("decision-gates.gate.error.field", "bound", FACING.id()),
                RuleCondition.actorIsIn("leads", "board"), Finding.general("decision-gates.gate.error.group", "bound", "board"),
                RuleCondition.fieldIs(Field.OWNER, "7"), Finding.general("decision-gates.gate.error.unfit-field", "bound", "owner"));
        IssueSnapshot changed = ISSUE.without(REGION).without(FACING).with(Field.OWNER, "a text");
        gone.forEach((condition, finding) -> {
            for (When when : List.of(When.all(condition), When.all(condition, RuleCondition.typeIs("blocker")),
                    When.all(RuleCondition.typeIs("blocker"), condition))) {
                Evaluation evaluation = evaluation(when, changed, BY_ANN, Set.of());
                assertEquals(List.of(finding), evaluation.findings());
                assertEquals(Status.ERROR, evaluation.status());
            }
        });
    }

    /** What was deleted equals nothing: the rule would apply nowhere, and let every issue through. */
    @Test
    public void isAnErrorWhereAnOptionThatItNamesIsGone() {
        Map<RuleCondition, Reference> gone = Map.of(RuleCondition.fieldIs(REGION, "7", "9"), Reference.toOption(REGION, "9"),
                RuleCondition.fieldIs(REGION, "9").not(), Reference.toOption(REGION, "9"),
                RuleCondition.priorityIs("1", "5"), Reference.toOption(Field.PRIORITY, "5"),
                RuleCondition.typeIs("decision", "10100"), Reference.toOption(new Field("issuetype"), "10100"));
        gone.forEach((condition, option) -> {
            Evaluation evaluation = evaluation(When.all(condition), EveryRuleTest.without(ISSUE, option), BY_ANN, Set.of());
            assertEquals(List.of(Finding.general("decision-gates.gate.error.option", "bound", option.id())), evaluation.findings());
            assertEquals(Status.ERROR, evaluation.status());
        });
    }

    /** Taken for a no, an option that was renamed would silence the rule for good. */
    @Test
    public void isAnErrorWhereWhetherCustomersNoticeIsAnsweredNeitherWay() {
        IssueSnapshot renamed = ISSUE.with(FACING, new Choice("42", "Ja"));
        for (RuleCondition condition : List.of(RuleCondition.customersNotice(), RuleCondition.customersNotice().not())) {
            Evaluation evaluation = evaluation(When.all(condition), renamed, BY_ANN, Set.of());
            assertEquals(List.of(Finding.general("decision-gates.gate.error.answer", "bound", FACING.id(), "Ja")), evaluation.findings());
            assertEquals(Status.ERROR, evaluation.status());
        }
    }

    @Test
    public void isNotEvaluableWithoutTheActorItAsksFor() {
        RuleCondition lead = RuleCondition.actorIsIn("leads");
        assertEquals(Status.NOT_EVALUABLE, asked(When.all(lead), ISSUE, NOW));
        assertEquals(Status.NOT_EVALUABLE, asked(When.all(lead.not()), ISSUE, NOW));
        assertEquals("applies to no actor", Status.NOT_APPLICABLE, asked(When.all(lead, RuleCondition.typeIs("blocker")), ISSUE, NOW));
    }

    @Test
    public void doesNotApplyWhereItLacksATransitionThatItWouldNotAskFor() {
        When elsewhere = When.all(RuleCondition.typeIs("blocker"));
        assertEquals(Status.NOT_APPLICABLE, evaluation(elsewhere, ISSUE, NOW, Set.of(Need.TRANSITION)).results().get(0).status());
        assertEquals(Status.NOT_EVALUABLE, evaluation(When.ALWAYS, ISSUE, NOW, Set.of(Need.TRANSITION)).status());
    }

    @Test
    public void takesOnlyConditionsThatSayEnough() {
        for (RuleCondition.Kind kind : RuleCondition.Kind.values()) {
            assertThrows(IllegalArgumentException.class, () -> new RuleCondition(kind,
                    kind.namesField() ? Optional.empty() : Optional.of(REGION), kind.compares() ? List.of("1") : List.of(), true));
            assertThrows(IllegalArgumentException.class, () -> new RuleCondition(kind,
                    kind.namesField() ? Optional.of(REGION) : Optional.empty(), kind.compares() ? List.of() : List.of("1"), true));
        }
    }

    private static Status asked(When when, IssueSnapshot issue, EvaluationContext context) {
        return evaluation(when, issue, context, Set.of()).results().get(0).status();
    }

    private static Evaluation evaluation(When when, IssueView issue, EvaluationContext context, Set<Need> needs) {
        ConfiguredRule failing = new ConfiguredRule("bound", Map.of(), Optional.empty(), Optional.empty(), when, List.of(), needs,
                (seen, now) -> RuleResult.failed(Finding.general("decision-gates.gate.refused", "bound")));
        return Evaluator.evaluate(Gate.of(failing), issue, context);
    }
}
