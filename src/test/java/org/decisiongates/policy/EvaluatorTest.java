package org.decisiongates.policy;

import static org.decisiongates.fixture.IssueViews.NOW;
import static org.decisiongates.fixture.IssueViews.anEmptyItem;
import static org.decisiongates.fixture.IssueViews.anItem;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.Test;

import org.decisiongates.fixture.IssueViews;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.UnknownValueException;
import org.decisiongates.policy.RuleDefinition.Need;
import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.policy.rules.HasDueDate;
import org.decisiongates.policy.rules.HasFallback;
import org.decisiongates.policy.rules.HasOwner;
import org.decisiongates.readiness.RuleReadiness;
import org.decisiongates.readiness.TransitionReadiness;
import org.decisiongates.text.Message;

public class EvaluatorTest {

    private static final Gate EVERY_RULE = IssueViews.gateOfTheItem();

    @Test
    public void passesAnIssueThatMeetsEveryRule() {
        Evaluation evaluation = Evaluator.evaluate(EVERY_RULE, anItem(), NOW);
        assertEquals(Status.PASSED, evaluation.status());
        assertEquals(Collections.nCopies(4, RuleResult.passed()), evaluation.results());
        assertEquals(List.of(), evaluation.findings());
        assertEquals(List.of(), advice(evaluation));
        assertEquals(List.of(), evaluation.failedRules());
        assertEquals(List.of(), evaluation.causes());
        assertFalse(evaluation.blocks());
    }

    @Test
    public void saysEverythingThatIsMissingAtOnce() {
        Evaluation evaluation = Evaluator.evaluate(EVERY_RULE, anEmptyItem(), NOW);
        assertEquals(Status.FAILED, evaluation.status());
        assertEquals(List.of("has-owner", "has-due-date", "has-acceptance-criteria", "has-fallback"), evaluation.failedRules());
        assertEquals(List.of("decision-gates.rule.has-owner.missing", "decision-gates.rule.has-due-date.missing",
                "decision-gates.rule.has-acceptance-criteria.missing",
                "decision-gates.rule.has-fallback.missing"), keys(evaluation.findings()));
    }

    @Test
    public void keepsTheOrderOfTheRules() {
        Gate gate = Gate.of(ConfiguredRule.of(HasFallback.DEFINITION), ConfiguredRule.of(HasOwner.DEFINITION));
        assertEquals(List.of("has-fallback", "has-owner"), Evaluator.evaluate(gate, anEmptyItem(), NOW).failedRules());
    }

    @Test
    public void refusesWhenAGateHoldsNoRule() {
        Evaluation evaluation = Evaluator.evaluate(Gate.of(), anItem(), NOW);
        assertEquals(Status.ERROR, evaluation.status());
        assertEquals(List.of(Finding.general("decision-gates.gate.error.empty")), evaluation.findings());
    }

    @Test
    public void refusesWhenARuleThrowsAndEvaluatesTheOthers() {
        IllegalStateException bug = new IllegalStateException("secret detail");
        Gate gate = Gate.of(of("throwing", (issue, context) -> {
            throw bug;
        }), ConfiguredRule.of(HasOwner.DEFINITION));
        Evaluation evaluation = Evaluator.evaluate(gate, anItem().ownedByNobody(), NOW);
        assertEquals(Status.ERROR, evaluation.status());
        assertEquals(List.of(Finding.general("decision-gates.gate.error", "throwing"),
                Finding.on(Field.OWNER, "decision-gates.rule.has-owner.missing")), evaluation.findings());
        assertEquals(List.of("throwing", "has-owner"), evaluation.failedRules());
        assertSame(bug, evaluation.causes().get(0));
    }

    @Test
    public void keepsTheOtherResultsWhenARuleDoesNotLinkOrRecursWithoutEnd() {
        for (Error bug : List.of(new NoSuchMethodError("gone in this Jira"), new ExceptionInInitializerError(), new StackOverflowError())) {
            Gate gate = Gate.of(of("throwing", (issue, context) -> {
                throw bug;
            }), ConfiguredRule.of(HasOwner.DEFINITION));
            Evaluation evaluation = Evaluator.evaluate(gate, anItem().ownedByNobody(), NOW);
            assertEquals(List.of(Status.ERROR, Status.FAILED), evaluation.results().stream().map(RuleResult::status).toList());
            assertEquals(List.of(Finding.general("decision-gates.gate.error", "throwing"),
                    Finding.on(Field.OWNER, "decision-gates.rule.has-owner.missing")), evaluation.findings());
            assertEquals(List.of(bug), evaluation.causes());
        }
    }

    @Test
    public void doesNotTakeAFailureOfTheWholeProcessForOneOfARule() {
        for (Error failure : List.of(new OutOfMemoryError(), new InternalError())) {
            Gate gate = Gate.of(of("throwing", (issue, context) -> {
                throw failure;
            }));
            assertSame(failure, assertThrows(Error.class, () -> Evaluator.evaluate(gate, anItem(), NOW)));
        }
    }

    @Test
    public void refusesWhenARuleHasNoAnswer() {
        assertEquals(Status.ERROR, Evaluator.evaluate(Gate.of(of("silent", (issue, context) -> null)), anItem(), NOW).status());
        assertEquals(Status.ERROR,
                Evaluator.evaluate(Gate.of(of("blank", (issue, context) -> new RuleResult(null, List.of()))), anItem(), NOW).status());
        assertEquals(List.of(Finding.general("decision-gates.gate.refused", "curt")),
                Evaluator.evaluate(Gate.of(of("curt", (issue, context) -> new RuleResult(Status.FAILED, List.of()))), anItem(), NOW)
                        .findings());
    }

    @Test
    public void refusesWhenTheIssueCannotBeRead() {
        IssueView unreadable = (IssueView) java.lang.reflect.Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {IssueView.class},
                (proxy, method, args) -> {
                    throw new IllegalStateException("database is down");
                });
        Evaluation evaluation = Evaluator.evaluate(EVERY_RULE, unreadable, NOW);
        assertEquals(Status.ERROR, evaluation.status());
        assertEquals(4, evaluation.findings().size());
        assertEquals(4, evaluation.causes().size());
    }

    @Test
    public void namesTheRuleAndTheFieldThatIsGone() {
        Evaluation evaluation = Evaluator.evaluate(EVERY_RULE, anItem().without(Field.FALLBACK), NOW);
        assertEquals(Status.ERROR, evaluation.status());
        assertEquals(List.of(Finding.general("decision-gates.gate.error.field", "has-fallback", "fallback")),
                evaluation.findings());
    }

    @Test
    public void namesTheGroupOrRoleThatDoesNotExist() {
        Gate gate = Gate.of(of("in-group", (issue, context) -> issue.isInGroup("ann", "leads") ? RuleResult.passed() : RuleResult.passed()),
                of("in-role", (issue, context) -> issue.isInRole("ann", "99") ? RuleResult.passed() : RuleResult.passed()));
        Evaluation evaluation = Evaluator.evaluate(gate, anItem(), NOW);
        assertEquals(Status.ERROR, evaluation.status());
        assertEquals(List.of(Finding.general("decision-gates.gate.error.group", "in-group", "leads"),
                Finding.general("decision-gates.gate.error.role", "in-role", "99")), evaluation.findings());
    }

    @Test
    public void saysHowToSupplyWhatIsMissingUnlessAnAdministratorSaidItAll() {
        Finding missing = Evaluator.evaluate(Gate.of(ConfiguredRule.of(HasOwner.DEFINITION)), anEmptyItem(), NOW).findings().get(0);
        assertEquals(Optional.of(Message.of("decision-gates.rule.has-owner.missing.fix")), missing.remedy());
        assertEquals(Optional.of(Message.of("decision-gates.gate.error.fix", "rule")),
                Finding.general("decision-gates.gate.error", "rule").remedy());
        Gate own = Gate.of(ConfiguredRule.of(HasOwner.DEFINITION, Map.of(), Optional.of("Ask Ann.")));
        assertEquals(Optional.empty(), Evaluator.evaluate(own, anEmptyItem(), NOW).findings().get(0).remedy());
    }

    @Test
    public void answersErrorOverFailedWhicheverComesFirst() {
        ConfiguredRule failing = of("failing",
                (issue, context) -> RuleResult.error(Finding.general("decision-gates.gate.error.empty")));
        for (Gate gate : List.of(Gate.of(failing, ConfiguredRule.of(HasOwner.DEFINITION)),
                Gate.of(ConfiguredRule.of(HasOwner.DEFINITION), failing))) {
            assertEquals(Status.ERROR, Evaluator.evaluate(gate, anEmptyItem(), NOW).status());
        }
    }

    @Test
    public void passesWithAdvice() {
        Evaluation evaluation = Evaluator.evaluate(EVERY_RULE, anItem().accepting("Checkout is fast"), NOW);
        assertEquals(Status.PASSED, evaluation.status());
        assertTrue(evaluation.findings().isEmpty());
        assertEquals(List.of("decision-gates.rule.has-acceptance-criteria.vague"), keys(advice(evaluation)));
    }

    @Test
    public void givesAdviceBesideARefusal() {
        Evaluation evaluation = Evaluator.evaluate(EVERY_RULE, anItem().ownedByNobody().accepting("Checkout is fast"), NOW);
        assertEquals(List.of("decision-gates.rule.has-owner.missing"), keys(evaluation.findings()));
        assertEquals(1, advice(evaluation).size());
    }

    @Test
    public void passesWhereARuleDoesNotApply() {
        assertEquals(Status.PASSED,
                Evaluator.evaluate(Gate.of(of("absent", (issue, context) -> RuleResult.notApplicable())), anItem(), NOW).status());
    }

    @Test
    public void saysTheAdministratorsWordsInPlaceOfTheRules() {
        Gate gate = Gate.of(ConfiguredRule.of(HasOwner.DEFINITION, Map.of(), Optional.of("Ask {0} <b>who</b>")));
        assertEquals(List.of(Finding.on(Field.OWNER, "decision-gates.gate.message", "Ask {0} <b>who</b>")),
                Evaluator.evaluate(gate, anEmptyItem(), NOW).findings());
        assertTrue(Evaluator.evaluate(gate, anItem(), NOW).findings().isEmpty());
        assertEquals("what is broken is not what the administrator meant", List.of("decision-gates.gate.error.field"),
                keys(Evaluator.evaluate(gate, anItem().without(Field.OWNER), NOW).findings()));
    }

    @Test
    public void weighsTheResultsOfTheRules() {
        Object[][] table = {{Status.PASSED, new Status[] {Status.PASSED, Status.NOT_APPLICABLE}, false},
                {Status.WAIVED, new Status[] {Status.PASSED, Status.WAIVED, Status.NOT_APPLICABLE}, false},
                {Status.NOT_EVALUABLE, new Status[] {Status.NOT_EVALUABLE, Status.WAIVED, Status.PASSED}, true},
                {Status.FAILED, new Status[] {Status.WAIVED, Status.FAILED, Status.NOT_EVALUABLE}, true},
                {Status.ERROR, new Status[] {Status.ERROR, Status.FAILED, Status.NOT_EVALUABLE}, true}};
        for (Object[] row : table) {
            List<ConfiguredRule> rules = Arrays.stream((Status[]) row[1])
                    .map(status -> of(status.name(), (issue, context) -> new RuleResult(status, List.of()))).toList();
            for (Enforcement enforcement : Enforcement.values()) {
                Evaluation evaluation = Evaluator.evaluate(
                        new Gate(new PolicyVersion("decision", 3), "decide", "Decide", enforcement, rules),
                        anItem(), NOW);
                assertEquals(enforcement == Enforcement.OFF ? Status.NOT_APPLICABLE : row[0], evaluation.status());
                assertEquals(enforcement + " " + row[0], enforcement == Enforcement.ENFORCE && (boolean) row[2], evaluation.blocks());
                assertEquals(enforcement == Enforcement.OFF ? 0 : rules.size(), evaluation.results().size());
            }
        }
    }

    @Test
    public void asksNoRuleOfAGateThatIsOff() {
        Gate off = new Gate(PolicyVersion.OF_THE_WORKFLOW, "decide", "", Enforcement.OFF, List.of(of("throwing", (issue, context) -> {
            throw new IllegalStateException("asked all the same");
        })));
        assertEquals(List.of(), Evaluator.evaluate(off, anItem(), NOW).causes());
        assertEquals(List.of(),
                Evaluator.evaluate(new Gate(PolicyVersion.OF_THE_WORKFLOW, "none", "", Enforcement.OFF, List.of()), anItem(), NOW)
                        .findings());
    }

    @Test
    public void cannotEvaluateARuleWithoutTheTransitionOrTheActorThatItNeeds() {
        Map<Need, String> said = Map.of(Need.TRANSITION, "decision-gates.gate.not-evaluable", Need.ACTOR,
                "decision-gates.gate.not-evaluable.actor");
        for (Need need : said.keySet()) {
            Gate gate = Gate
                    .of(new ConfiguredRule("bound", Map.of(), Optional.empty(), Optional.empty(), When.ALWAYS, List.of(), Set.of(need),
                            (issue, context) -> RuleResult.passed()));
            Evaluation evaluation = Evaluator.evaluate(gate, anItem(), NOW);
            assertEquals(Status.NOT_EVALUABLE, evaluation.status());
            assertEquals(List.of(Finding.general(said.get(need), "bound")), evaluation.findings());
            assertTrue(evaluation.blocks());
            assertEquals(need == Need.ACTOR ? Status.NOT_EVALUABLE : Status.PASSED,
                    Evaluator.evaluate(gate, anItem(), NOW.by("").at(field -> false)).status());
            assertEquals(Status.PASSED, Evaluator.evaluate(gate, anItem(), NOW.by("lead").at(field -> false)).status());
        }
    }

    @Test
    public void cannotEvaluateARuleOfWhichThePastDoesNotTell() {
        Gate gate = Gate.of(of("asking", (issue, context) -> {
            throw new UnknownValueException("who was in a group");
        }), ConfiguredRule.of(HasOwner.DEFINITION));
        Evaluation evaluation = Evaluator.evaluate(gate, anItem(), NOW);
        assertEquals(List.of(Status.NOT_EVALUABLE, Status.PASSED), evaluation.results().stream().map(RuleResult::status).toList());
        assertEquals(List.of(Finding.general("decision-gates.gate.not-evaluable.past", "asking")), evaluation.findings());
        assertEquals(List.of(), evaluation.causes());
        assertTrue(evaluation.blocks());
    }

    @Test
    public void letsARulesOwnEnforcementReplaceThatOfItsGate() {
        for (Enforcement ofGate : Enforcement.values()) {
            for (Enforcement own : Enforcement.values()) {
                Gate gate = new Gate(PolicyVersion.OF_THE_WORKFLOW, "decide", "", ofGate,
                        List.of(ConfiguredRule.of(HasOwner.DEFINITION).enforced(own)));
                Evaluation evaluation = Evaluator.evaluate(gate, anEmptyItem(), NOW);
                boolean asked = ofGate != Enforcement.OFF && own != Enforcement.OFF;
                String said = ofGate + " " + own;
                assertEquals(said, asked && own == Enforcement.ENFORCE, evaluation.blocks());
                assertEquals(said, evaluation.blocks() ? List.of("decision-gates.rule.has-owner.missing") : List.of(),
                        keys(evaluation.reasons()));
                assertEquals(said, asked && own == Enforcement.ADVISE ? List.of("decision-gates.rule.has-owner.missing") : List.of(),
                        keys(advice(evaluation)));
                assertEquals(said, asked ? List.of("has-owner") : List.of(), evaluation.failedRules());
            }
        }
    }

    @Test
    public void asksTheOtherRulesOfAGateWithOneThatIsOff() {
        Gate gate = Gate.of(of("throwing", (issue, context) -> {
            throw new IllegalStateException("asked all the same");
        }).enforced(Enforcement.OFF), ConfiguredRule.of(HasOwner.DEFINITION));
        assertEquals(List.of(Status.NOT_APPLICABLE, Status.PASSED), statuses(Evaluator.evaluate(gate, anItem(), NOW)));
        assertEquals(List.of(Status.NOT_APPLICABLE, Status.FAILED), statuses(Evaluator.evaluate(gate, anEmptyItem(), NOW)));
    }

    @Test
    public void saysInARefusalOnlyWhatRefuses() {
        Gate gate = Gate.of(ConfiguredRule.of(HasOwner.DEFINITION), ConfiguredRule.of(HasDueDate.DEFINITION).enforced(Enforcement.ADVISE),
                ConfiguredRule.of(HasFallback.DEFINITION).enforced(Enforcement.EVALUATE), of("throwing", (issue, context) -> {
                    throw new IllegalStateException("bug");
                }).enforced(Enforcement.ADVISE));
        Evaluation evaluation = Evaluator.evaluate(gate, anEmptyItem(), NOW);
        assertTrue(evaluation.blocks());
        assertFalse("what could not be evaluated refuses nothing", evaluation.blocksByError());
        assertEquals(List.of("decision-gates.rule.has-owner.missing"), keys(evaluation.reasons()));
        assertEquals(List.of("decision-gates.rule.has-due-date.missing", "decision-gates.gate.error"), keys(advice(evaluation)));
        assertEquals(4, evaluation.findings().size());
        assertFalse(Evaluator.evaluate(gate, anItem(), NOW).blocks());
        assertTrue(Evaluator.evaluate(Gate.of(), anItem(), NOW).blocksByError());
    }

    @Test
    public void waivesARuleThatFailedAndAsksForWaiversOnlyThen() {
        PolicyVersion other = new PolicyVersion(Scope.of(10_000), "decision", 2);
        Gate gate = Gate.of(ConfiguredRule.of(HasOwner.DEFINITION), ConfiguredRule.of(HasDueDate.DEFINITION).from(other),
                ConfiguredRule.of(HasFallback.DEFINITION));
        List<String> asked = new ArrayList<>();
        ActiveWaivers waivers = (rule, policy) -> {
            asked.add(rule.name() + " of " + policy.journalKey());
            return rule.name().equals("has-owner");
        };
        assertEquals(Status.PASSED, Evaluator.evaluate(gate, anItem(), NOW.waivedBy(waivers)).status());
        assertEquals(List.of(), asked);
        Evaluation ownerless = Evaluator.evaluate(gate, anItem().ownedByNobody(), NOW.waivedBy(waivers).by("lead").at(field -> false));
        assertEquals(Status.WAIVED, ownerless.status());
        assertFalse(ownerless.blocks());
        assertEquals(List.of(), ownerless.failedRules());
        assertEquals("what was waived stays visible", List.of("decision-gates.rule.has-owner.missing"),
                keys(ownerless.results().get(0).findings()));
        asked.clear();
        assertEquals(Status.FAILED, Evaluator.evaluate(gate, anItem().ownedByNobody().dueNever(), NOW.waivedBy(waivers)).status());
        assertEquals(List.of("has-owner of workflow", "has-due-date of decision@10000"), asked);
    }

    @Test
    public void refusesWhenWaiversCannotBeReadAndWaivesNoError() {
        IllegalStateException down = new IllegalStateException("database is down");
        Evaluation unknown = Evaluator.evaluate(Gate.of(ConfiguredRule.of(HasOwner.DEFINITION)), anEmptyItem(),
                NOW.waivedBy((rule, policy) -> {
                    throw down;
                }));
        assertEquals(Status.ERROR, unknown.status());
        assertEquals(List.of(down), unknown.causes());
        assertEquals(Status.ERROR, Evaluator.evaluate(Gate.of(ConfiguredRule.of(HasOwner.DEFINITION)), anItem().without(Field.OWNER),
                NOW.waivedBy((rule, policy) -> true)).status());
    }

    @Test
    public void tellsGatesThatAskSomethingElseApart() {
        ConfiguredRule rule = ConfiguredRule.of(HasOwner.DEFINITION);
        List<ConfiguredRule> asking = List.of(rule, rule.enforced(Enforcement.ADVISE),
                rule.when(When.all(RuleCondition.isSet(Field.FALLBACK))),
                rule.when(When.all(RuleCondition.isSet(Field.FALLBACK).not())), rule.when(When.all(RuleCondition.typeIs("decision"))));
        assertEquals(asking.size(), asking.stream().map(one -> Gate.of(one).settingsHash()).distinct().count());
        assertEquals(Gate.of(rule).settingsHash(), Gate.of(rule.from(new PolicyVersion("decision", 1))).settingsHash());
    }

    private static List<Status> statuses(Evaluation evaluation) {
        return evaluation.results().stream().map(RuleResult::status).toList();
    }

    private static ConfiguredRule of(String name, Rule rule) {
        return new ConfiguredRule(name, Map.of(), Optional.empty(), Optional.empty(), When.ALWAYS, List.of(), Set.of(), rule);
    }

    private static List<String> keys(List<Finding> findings) {
        return findings.stream().map(Finding::key).collect(Collectors.toList());
    }

    /** As it is shown to people. */
    private static List<Finding> advice(Evaluation evaluation) {
        return TransitionReadiness.rulesOf(evaluation).stream().filter(RuleReadiness::isAdvice).flatMap(rule -> rule.findings().stream())
                .toList();
    }
}
