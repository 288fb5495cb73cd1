package org.decisiongates.policy;

import static org.decisiongates.fixture.IssueViews.NOW;
import static org.decisiongates.fixture.IssueViews.anEmptyItem;
import static org.decisiongates.fixture.IssueViews.anItem;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.Test;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueView;
import org.decisiongates.jira.gate.GateArguments;
import org.decisiongates.policy.rules.HasFallback;
import org.decisiongates.policy.rules.HasOwner;
import org.decisiongates.policy.rules.Rules;

public class GateTest {

    private static final Gate EVERY_RULE = Gate.of(Rules.all().stream().map(ConfiguredRule::of).collect(Collectors.toList()));

    @Test
    public void passesAnItemThatMeetsEveryRule() {
        Evaluation examination = EVERY_RULE.examine(anItem(), NOW);
        assertEquals(new Evaluation(RuleResult.Status.PASSED, List.of(), List.of(), List.of(), List.of()), examination);
    }

    @Test
    public void saysEverythingThatIsMissingAtOnce() {
        Evaluation examination = EVERY_RULE.examine(anEmptyItem(), NOW);
        assertEquals(RuleResult.Status.BLOCKED, examination.status());
        assertEquals(List.of("has-owner", "has-due-date", "has-acceptance-criteria", "has-fallback"), examination.failedRules());
        assertEquals(List.of("decision-gates.rule.has-owner.missing", "decision-gates.rule.has-due-date.missing",
                "decision-gates.rule.has-acceptance-criteria.missing",
                "decision-gates.rule.has-fallback.missing"), keys(examination.findings()));
    }

    @Test
    public void keepsTheOrderOfItsRules() {
        Gate gate = Gate.of(ConfiguredRule.of(HasFallback.KIND), ConfiguredRule.of(HasOwner.KIND));
        assertEquals(List.of("has-fallback", "has-owner"), gate.examine(anEmptyItem(), NOW).failedRules());
    }

    @Test
    public void refusesWhenItHoldsNoRule() {
        Evaluation examination = Gate.of().examine(anItem(), NOW);
        assertEquals(RuleResult.Status.FAILED_TO_RUN, examination.status());
        assertEquals(List.of(Finding.general("decision-gates.gate.failed-to-run.empty")), examination.findings());
    }

    @Test
    public void refusesWhenARuleThrowsAndExaminesTheOthers() {
        IllegalStateException bug = new IllegalStateException("secret detail");
        Gate gate = Gate.of(of("throwing", (item, now) -> {
            throw bug;
        }), ConfiguredRule.of(HasOwner.KIND));
        Evaluation examination = gate.examine(anItem().ownedByNobody(), NOW);
        assertEquals(RuleResult.Status.FAILED_TO_RUN, examination.status());
        assertEquals(List.of(Finding.general("decision-gates.gate.failed-to-run", "throwing"),
                Finding.on(Field.OWNER, "decision-gates.rule.has-owner.missing")), examination.findings());
        assertEquals(List.of("throwing", "has-owner"), examination.failedRules());
        assertSame(bug, examination.causes().get(0));
    }

    @Test
    public void refusesWhenARuleHasNoAnswer() {
        assertEquals(RuleResult.Status.FAILED_TO_RUN, Gate.of(of("silent", (item, now) -> null)).examine(anItem(), NOW).status());
        assertEquals(RuleResult.Status.FAILED_TO_RUN,
                Gate.of(of("blank", (item, now) -> new RuleResult(null, List.of()))).examine(anItem(), NOW).status());
        assertEquals(List.of(Finding.general("decision-gates.gate.refused", "curt")),
                Gate.of(of("curt", (item, now) -> RuleResult.blocked())).examine(anItem(), NOW).findings());
    }

    @Test
    public void refusesWhenTheItemCannotBeRead() {
        IssueView unreadable = (IssueView) java.lang.reflect.Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {IssueView.class},
                (proxy, method, args) -> {
                    throw new IllegalStateException("database is down");
                });
        Evaluation examination = EVERY_RULE.examine(unreadable, NOW);
        assertEquals(RuleResult.Status.FAILED_TO_RUN, examination.status());
        assertEquals(4, examination.findings().size());
        assertEquals(4, examination.causes().size());
    }

    @Test
    public void namesTheRuleAndTheFieldThatIsGone() {
        Evaluation examination = EVERY_RULE.examine(anItem().without(Field.FALLBACK), NOW);
        assertEquals(RuleResult.Status.FAILED_TO_RUN, examination.status());
        assertEquals(List.of(Finding.general("decision-gates.gate.failed-to-run.field", "has-fallback", "fallback")),
                examination.findings());
    }

    @Test
    public void answersFailedToRunOverBlockedWhicheverComesFirst() {
        ConfiguredRule failing = of("failing",
                (item, now) -> RuleResult.failedToRun(Finding.general("decision-gates.gate.failed-to-run.empty")));
        for (Gate gate : List.of(Gate.of(failing, ConfiguredRule.of(HasOwner.KIND)), Gate.of(ConfiguredRule.of(HasOwner.KIND), failing))) {
            assertEquals(RuleResult.Status.FAILED_TO_RUN, gate.examine(anEmptyItem(), NOW).status());
        }
    }

    @Test
    public void passesWithAdvice() {
        Evaluation examination = EVERY_RULE.examine(anItem().accepting("Checkout is fast"), NOW);
        assertEquals(RuleResult.Status.PASSED, examination.status());
        assertTrue(examination.findings().isEmpty());
        assertEquals(List.of("decision-gates.rule.has-acceptance-criteria.vague"), keys(examination.advice()));
    }

    @Test
    public void givesAdviceBesideARefusal() {
        Evaluation examination = EVERY_RULE.examine(anItem().ownedByNobody().accepting("Checkout is fast"), NOW);
        assertEquals(List.of("decision-gates.rule.has-owner.missing"), keys(examination.findings()));
        assertEquals(1, examination.advice().size());
    }

    @Test
    public void passesWhereARuleDoesNotApply() {
        assertEquals(RuleResult.Status.PASSED,
                Gate.of(of("absent", (item, now) -> RuleResult.notApplicable())).examine(anItem(), NOW).status());
    }

    @Test
    public void saysTheAdministratorsWordsInPlaceOfItsOwn() {
        Gate gate = Gate.of(ConfiguredRule.of(HasOwner.KIND, Map.of(), Optional.of("Ask {0} <b>who</b>")));
        assertEquals(List.of(Finding.on(Field.OWNER, "decision-gates.gate.message", "Ask {0} <b>who</b>")),
                gate.examine(anEmptyItem(), NOW).findings());
        assertTrue(gate.examine(anItem(), NOW).findings().isEmpty());
        assertEquals("what is broken is not what the administrator meant", List.of("decision-gates.gate.failed-to-run.field"),
                keys(gate.examine(anItem().without(Field.OWNER), NOW).findings()));
    }

    @Test
    public void hashesWhatItAsks() {
        String hash = EVERY_RULE.settingsHash();
        assertTrue(hash, hash.matches("[0-9a-f]{64}"));
        assertEquals(hash, GateArguments.read(GateArguments.write(EVERY_RULE)).settingsHash());
        assertNotEquals(hash, Gate.of(ConfiguredRule.of(HasOwner.KIND)).settingsHash());
        assertNotEquals(Gate.of(ConfiguredRule.of(HasFallback.KIND)).settingsHash(),
                Gate.of(ConfiguredRule.of(HasFallback.KIND, Map.of("length", "21"), Optional.empty())).settingsHash());
        assertNotEquals("the order shows", Gate.of(ConfiguredRule.of(HasFallback.KIND), ConfiguredRule.of(HasOwner.KIND)).settingsHash(),
                Gate.of(ConfiguredRule.of(HasOwner.KIND), ConfiguredRule.of(HasFallback.KIND)).settingsHash());
    }

    private static ConfiguredRule of(String name, Rule rule) {
        return new ConfiguredRule(name, Map.of(), Optional.empty(), rule);
    }

    private static List<String> keys(List<Finding> findings) {
        return findings.stream().map(Finding::key).collect(Collectors.toList());
    }
}
