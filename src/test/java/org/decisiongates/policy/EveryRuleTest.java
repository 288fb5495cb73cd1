package org.decisiongates.policy;

import static java.util.Map.entry;
import static org.decisiongates.policy.RuleResult.Status.FAILED;
import static org.decisiongates.policy.RuleResult.Status.NOT_APPLICABLE;
import static org.decisiongates.policy.RuleResult.Status.PASSED;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.Test;

import org.decisiongates.fixture.BundleTexts;
import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.Reference;
import org.decisiongates.policy.RuleDefinition.Need;
import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.policy.rules.Rules;

/**
 * What every rule has to stand: each kind of value in its fields, with an actor and without, with a transition and without, and a host
 * that breaks down or no longer has what the settings name. A rule that is not in {@link #VALUES} fails here.
 */
public class EveryRuleTest {

    /** What each rule says of the issue that passes in its examples once its field is empty, holds a placeholder, or is set just now. */
    private static final Map<String, Values> VALUES = Map.ofEntries(
            entry("has-owner", new Values(FAILED, null, PASSED)),
            entry("one-active-user", new Values(FAILED, null, PASSED)),
            entry("has-due-date", new Values(FAILED, null, PASSED)),
            entry("has-acceptance-criteria", new Values(FAILED, FAILED, PASSED)),
            entry("has-fallback", new Values(FAILED, FAILED, PASSED)),
            entry("has-statement", new Values(FAILED, FAILED, PASSED)),
            entry("has-trade-off", new Values(FAILED, FAILED, PASSED)),
            entry("has-outcome", new Values(FAILED, FAILED, PASSED)),
            entry("states-documented", new Values(null, null, null)),
            entry("has-communication-plan", new Values(NOT_APPLICABLE, null, PASSED)),
            entry("has-escalation-path", new Values(FAILED, FAILED, PASSED)),
            entry("all-criteria-verified", new Values(null, null, null)),
            entry("criteria-have-evidence", new Values(null, null, null)),
            entry("hypotheses-validated", new Values(null, null, null)),
            entry("accepted-risk-has-approver", new Values(PASSED, null, PASSED)),
            entry("no-open-blocking-decision", new Values(null, null, null)),
            entry("no-open-owner-action", new Values(null, null, null)),
            entry("not-disputed", new Values(null, null, null)),
            entry("approvals-current", new Values(null, null, null)),
            entry("scope-change", new Values(null, null, null)),
            entry("linked-issues-in-phase", new Values(null, null, null)),
            entry("phase-visited", new Values(null, null, null)),
            entry("has-outcome-link", new Values(null, null, null)),
            entry("has-request-link", new Values(null, null, null)),
            entry("user-in-group-or-role", new Values(FAILED, null, PASSED)),
            entry("actor-in-group-or-role", new Values(null, null, null)),
            entry("separation-of-duties", new Values(NOT_APPLICABLE, null, PASSED)),
            entry("date-within", new Values(FAILED, null, PASSED)),
            entry("date-before", new Values(FAILED, null, PASSED)),
            entry("date-in-range", new Values(FAILED, null, PASSED)),
            entry("number-in-range", new Values(FAILED, null, PASSED)),
            entry("number-below", new Values(FAILED, null, PASSED)),
            entry("field-required", new Values(FAILED, PASSED, PASSED)),
            entry("field-empty", new Values(PASSED, FAILED, PASSED)),
            entry("field-changed", new Values(PASSED, PASSED, PASSED)),
            entry("field-equals", new Values(FAILED, null, PASSED)),
            entry("field-matches", new Values(FAILED, FAILED, PASSED)),
            entry("has-attachment-or-link", new Values(null, null, null)),
            entry("has-comment", new Values(null, null, null)),
            entry("has-reason", new Values(FAILED, FAILED, PASSED)),
            entry("has-successor", new Values(FAILED, FAILED, PASSED)),
            entry("has-resolution-note", new Values(FAILED, FAILED, PASSED)),
            entry("has-reopening-reason", new Values(null, null, null)));
    private static final Set<Setting.Type> ANY_VALUE = Set.of(Setting.Type.ANY_FIELD);

    /**
     * @param empty       nothing in the field; for texts, white space, too
     * @param placeholder a text that says nothing; null for a rule that reads none
     * @param supplied    the value as the transition itself sets it
     */
    private record Values(Status empty, Status placeholder, Status supplied) {
    }

    @Test
    public void everyRuleIsInTheTable() {
        assertEquals(Rules.all().stream().map(RuleDefinition::key).collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(VALUES.keySet()));
    }

    @Test
    public void judgesEveryKindOfValue() {
        for (RuleDefinition rule : Rules.all()) {
            RuleExample good = passing(rule).findFirst().orElseThrow();
            Values expected = VALUES.get(rule.key());
            for (Setting setting : fields(rule, good).limit(1).toList()) {
                Field field = fieldOf(good, setting);
                assertEquals(rule.key() + " empty", expected.empty(), status(rule, on(good, good.issue().empty(field))));
                assertEquals(rule.key() + " gone", Status.ERROR, status(rule, on(good, good.issue().without(field))));
                assertEquals(rule.key() + " set just now", expected.supplied(), status(rule, good.changing(field)));
                if (expected.placeholder() != null) {
                    assertEquals(rule.key() + " white space", expected.empty(),
                            status(rule, on(good, good.issue().with(field, " \u00A0\t\r\n\u200B"))));
                    assertEquals(rule.key() + " placeholder", expected.placeholder(),
                            status(rule, on(good, good.issue().with(field, "TBD"))));
                }
            }
        }
    }

    @Test
    public void isAnErrorWhereAFieldHoldsAnotherKindOfValue() {
        for (RuleDefinition rule : Rules.all()) {
            RuleExample good = passing(rule).findFirst().orElseThrow();
            for (Setting setting : fields(rule, good).filter(one -> !ANY_VALUE.contains(one.type())).toList()) {
                Field field = fieldOf(good, setting);
                for (IssueSnapshot other : otherKinds(good.issue(), field, setting.type())) {
                    Evaluation evaluation = evaluate(rule, good.settings(), other, good.context());
                    assertEquals(rule.key() + " on " + other.values(), Status.ERROR, evaluation.status());
                    assertEquals(rule.key(), List.of(Finding.general("decision-gates.gate.error.unfit-field", rule.key(), field.id())),
                            evaluation.findings());
                }
            }
        }
    }

    @Test
    public void saysTheSameWhoeverActsUnlessItAsksWho() {
        for (RuleDefinition rule : Rules.all()) {
            for (RuleExample example : rule.examples()) {
                Status without = evaluate(rule, example.settings(), example.issue(), example.context().by("")).results().get(0).status();
                Status another = evaluate(rule, example.settings(), example.issue(), example.context().by("nobody-special")).results()
                        .get(0)
                        .status();
                if (rule.needs().contains(Need.ACTOR)) {
                    assertEquals(what(rule, example), Status.NOT_EVALUABLE, without);
                } else {
                    assertEquals(what(rule, example), example.status(), without);
                    assertEquals(what(rule, example), example.status(), another);
                }
            }
        }
    }

    @Test
    public void saysTheSameWithoutATransitionUnlessItAsksForIt() {
        for (RuleDefinition rule : Rules.all()) {
            for (RuleExample example : rule.examples()) {
                Status without = evaluate(rule, example.settings(), example.issue(),
                        RuleExample.inNoTransition().by(RuleExample.ACTOR)).results().get(0).status();
                if (rule.needs().contains(Need.TRANSITION)) {
                    assertEquals(what(rule, example), Status.NOT_EVALUABLE, without);
                } else if (example.changed().isEmpty() && example.named().isEmpty() && example.comment().isEmpty()) {
                    assertTrue(what(rule, example), without == example.status() || without == Status.NOT_EVALUABLE);
                } else {
                    assertNotEquals(what(rule, example), Status.ERROR, without);
                }
            }
        }
    }

    @Test
    public void isAnErrorAtWhicheverQuestionTheHostBreaks() {
        for (RuleDefinition rule : Rules.all()) {
            for (RuleExample example : passing(rule).toList()) {
                int broken = 1;
                while (true) {
                    FailingIssueView issue = new FailingIssueView(example.issue(), broken);
                    Status status = evaluate(rule, example.settings(), issue.seen(), example.context()).status();
                    if (issue.asked() < broken) {
                        assertEquals(what(rule, example), PASSED, status);
                        break;
                    }
                    assertEquals(what(rule, example) + ", question " + broken, Status.ERROR, status);
                    broken++;
                }
            }
        }
    }

    @Test
    public void isAnErrorThatNamesWhateverOfItsSettingsIsGone() {
        for (RuleDefinition rule : Rules.all()) {
            for (RuleExample example : rule.examples()) {
                for (Reference gone : Settings.of(rule, example.settings()).references()) {
                    Evaluation evaluation = evaluate(rule, example.settings(), without(example.issue(), gone), example.context());
                    assertEquals(what(rule, example) + ", " + gone, Status.ERROR, evaluation.status());
                    assertEquals(List.of(rule.key(), gone.id()), evaluation.findings().get(0).message().arguments());
                }
            }
        }
    }

    @Test
    public void saysWhatPeopleCanReadAndUnderWhichField() {
        BundleTexts texts = new BundleTexts();
        for (RuleDefinition rule : Rules.all()) {
            for (RuleExample example : rule.examples()) {
                Set<Field> own = fields(rule, example).map(setting -> fieldOf(example, setting)).collect(Collectors.toSet());
                RuleResult result = evaluate(rule, example.settings(), example.issue(), example.context()).results().get(0);
                for (Finding finding : result.findings()) {
                    assertEquals(what(rule, example), finding.message().arguments().size(), texts.argumentsOf(finding.key()));
                    assertTrue(what(rule, example), finding.field().isEmpty() || own.contains(finding.field().get()));
                }
            }
        }
    }

    /** A policy holds the rule with the settings of each example, and the example itself as a case. */
    @Test
    public void isTheSameAfterItWasWrittenAsJson() throws InvalidPolicyException {
        for (RuleDefinition rule : Rules.all()) {
            List<PolicyGate> gates = new ArrayList<>();
            List<PolicyCase> cases = new ArrayList<>();
            for (RuleExample example : rule.examples()) {
                String gate = "gate-" + gates.size();
                gates.add(new PolicyGate(gate, example.title(), Optional.empty(), Enforcement.ENFORCE,
                        List.of(PolicyRule.of(rule.key()).with(example.settings()))));
                cases.add(new PolicyCase(example.title(), gate, isShort(example) ? example.issue() : IssueSnapshot.EMPTY, RuleExample.TODAY,
                        Optional.of(RuleExample.ACTOR),
                        example.changed(), example.comment(), Map.of(rule.key(), example.status())));
            }
            Policy policy = new Policy(new PolicyVersion(Scope.GLOBAL, "every-rule", 1), "Every rule", "decision", false,
                    WaiverTerms.NONE, ApprovalTerms.NONE, Map.of(), gates, cases);

            Policy again = PolicyJson.read(PolicyJson.write(policy), Scope.GLOBAL, 1, Rules::of);

            assertEquals(rule.key(), policy, again);
            for (int i = 0; i < gates.size(); i++) {
                RuleExample example = rule.examples().get(i);
                IssueSnapshot issue = isShort(example) ? again.cases().get(i).issue() : example.issue();
                assertEquals(what(rule, example), example.status(), evaluate(rule, again.gates().get(i).rules().get(0).settings(),
                        issue, example.context()).results().get(0).status());
            }
        }
    }

    /** Whether its texts are short enough for a case of a policy. */
    private static boolean isShort(RuleExample example) {
        return example.issue().values().values().stream().noneMatch(value -> value instanceof String text && text.length() > 10_000);
    }

    private static Stream<RuleExample> passing(RuleDefinition rule) {
        return rule.examples().stream().filter(example -> example.status() == PASSED);
    }

    /** The settings that name a field in this example. */
    private static Stream<Setting> fields(RuleDefinition rule, RuleExample example) {
        return rule.settings().stream().filter(setting -> setting.type().isField() && !value(example, setting).isEmpty());
    }

    private static Field fieldOf(RuleExample example, Setting setting) {
        return new Field(value(example, setting));
    }

    private static String value(RuleExample example, Setting setting) {
        return example.settings().getOrDefault(setting.name(), setting.initial());
    }

    private static RuleExample on(RuleExample example, IssueSnapshot issue) {
        return new RuleExample(example.title(), example.settings(), issue, example.changed(), example.named(), example.comment(),
                example.successor(), example.status(), example.finding());
    }

    private static Status status(RuleDefinition rule, RuleExample example) {
        return evaluate(rule, example.settings(), example.issue(), example.context()).results().get(0).status();
    }

    private static Evaluation evaluate(RuleDefinition rule, Map<String, String> settings, IssueView issue, EvaluationContext context) {
        return Evaluator.evaluate(Gate.of(ConfiguredRule.of(rule, settings, Optional.empty())), issue, context);
    }

    private static List<IssueSnapshot> otherKinds(IssueSnapshot issue, Field field, Setting.Type type) {
        return Stream.<Map.Entry<Setting.Type, IssueSnapshot>>of(
                entry(Setting.Type.PEOPLE_FIELD, issue.with(field, new Person("ann", "Ann", true, true))),
                entry(Setting.Type.DATE_FIELD, issue.with(field, RuleExample.TODAY)),
                entry(Setting.Type.TEXT_FIELD, issue.with(field, "Keep the old checkout switched on")),
                entry(Setting.Type.OPTION_FIELD, issue.with(field, new Choice("1", "One"))),
                entry(Setting.Type.NUMBER_FIELD, issue.with(field, BigDecimal.ONE)))
                .filter(other -> other.getKey() != (type == Setting.Type.PERSON_FIELD ? Setting.Type.PEOPLE_FIELD : type))
                .map(Map.Entry::getValue).toList();
    }

    /** The issue in a host that no longer has {@code gone}. */
    static IssueView without(IssueSnapshot issue, Reference gone) {
        return (IssueView) Proxy.newProxyInstance(EveryRuleTest.class.getClassLoader(), new Class<?>[] {IssueView.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("nameOf") && arguments[0].equals(gone)) {
                        return Optional.empty();
                    }
                    try {
                        return method.invoke(issue, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static String what(RuleDefinition rule, RuleExample example) {
        return rule.key() + ": " + example.title();
    }
}
