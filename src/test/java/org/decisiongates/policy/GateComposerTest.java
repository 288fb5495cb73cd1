package org.decisiongates.policy;

import static org.decisiongates.fixture.IssueViews.NOW;
import static org.decisiongates.fixture.IssueViews.anEmptyItem;
import static org.decisiongates.fixture.IssueViews.anItem;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.Test;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.policy.rules.Rules;

public class GateComposerTest {

    private static final long SHOP = 10_000;
    private static final long OTHER = 10_001;
    private static final int RUNS = 3_000;
    private static final PolicyReference REVIEW = new PolicyReference("decision", "in-review");
    private static final List<String> RULES = List.of("has-owner", "has-due-date", "has-acceptance-criteria", "has-fallback");

    @Test
    public void takesTheGateThatTheWorkflowNames() {
        Policy global = policy(Scope.GLOBAL, "decision", false, review(Enforcement.ENFORCE, PolicyRule.of("has-owner")),
                new PolicyGate("decide", "Decide", Optional.of("DECIDED"), Enforcement.ENFORCE, List.of(PolicyRule.of("has-fallback"))));
        Gate gate = composer(global).gate(REVIEW, SHOP, "decision");
        assertEquals(new Gate(global.version(), "in-review", "Send for review", Enforcement.ENFORCE,
                List.of(ConfiguredRule.of(Rules.of("has-owner").get()))), gate);
    }

    @Test
    public void letsAProjectOverrideWhatIsNotLocked() {
        Policy global = policy(Scope.GLOBAL, "decision", false, review(Enforcement.ENFORCE, PolicyRule.of("has-owner")));
        Policy own = policy(Scope.of(SHOP), "decision", false, review(Enforcement.ADVISE, PolicyRule.of("has-fallback")));
        assertEquals(List.of("has-fallback ADVISE decision@10000"), asked(composer(global, own).gate(REVIEW, SHOP, "decision")));
        assertEquals(List.of("has-owner ENFORCE decision"), asked(composer(global, own).gate(REVIEW, OTHER, "decision")));
    }

    @Test
    public void letsAProjectOnlyAddToWhatIsLocked() {
        Policy global = policy(Scope.GLOBAL, "decision", true,
                review(Enforcement.ENFORCE, PolicyRule.of("has-owner"), PolicyRule.of("has-due-date").enforced(Enforcement.ADVISE)));
        Policy own = policy(Scope.of(SHOP), "decision", false,
                review(Enforcement.OFF, PolicyRule.of("has-owner"), PolicyRule.of("has-fallback")));
        assertEquals(List.of("has-owner ENFORCE decision", "has-fallback OFF decision@10000", "has-due-date ADVISE decision"),
                asked(composer(global, own).gate(REVIEW, SHOP, "decision")));
        Policy without = policy(Scope.of(SHOP), "decision", false);
        assertEquals(List.of("has-owner ENFORCE decision", "has-due-date ADVISE decision"),
                asked(composer(global, without).gate(REVIEW, SHOP, "decision")));
    }

    @Test
    public void addsOtherPoliciesOfTheTypeAtTheSamePhaseOrTheSameKey() {
        Policy decision = policy(Scope.GLOBAL, "decision", false, review(Enforcement.ADVISE, PolicyRule.of("has-owner")));
        Policy samePhase = policy(Scope.GLOBAL, "audit", false, new PolicyGate("sign", "Sign", Optional.of("IN_REVIEW"),
                Enforcement.ENFORCE, List.of(PolicyRule.of("has-owner"), PolicyRule.of("has-due-date"))));
        Policy sameKey = policy(Scope.of(SHOP), "team", false, new PolicyGate("in-review", "Own", Optional.empty(), Enforcement.EVALUATE,
                List.of(PolicyRule.of("has-fallback"))));
        Policy otherPhase = policy(Scope.GLOBAL, "late", false, new PolicyGate("sign", "Sign", Optional.of("LIVE"), Enforcement.ENFORCE,
                List.of(PolicyRule.of("has-acceptance-criteria"))));
        Policy otherType = new Policy(new PolicyVersion("blocker", 1), "Blocker", "blocker", false, WaiverTerms.NONE, ApprovalTerms.NONE,
                Map.of(),
                List.of(review(Enforcement.ENFORCE, PolicyRule.of("has-acceptance-criteria"))), List.of());
        Gate gate = composer(decision, samePhase, sameKey, otherPhase, otherType).gate(REVIEW, SHOP, "decision");
        assertEquals(List.of("has-owner ENFORCE audit", "has-due-date ENFORCE audit", "has-fallback EVALUATE team@10000"), asked(gate));
        assertEquals("decision", gate.policy().key());
        assertEquals(List.of("has-owner ENFORCE audit", "has-due-date ENFORCE audit"),
                asked(composer(decision, samePhase, sameKey, otherPhase, otherType).gate(REVIEW, OTHER, "decision")));
        assertEquals("a workflow may name a policy of another type", List.of("has-owner ADVISE decision"),
                asked(composer(decision, samePhase).gate(REVIEW, SHOP, "10105")));
    }

    @Test
    public void asksTheSameClaimOnceAndOtherSettingsOrCircumstancesApart() {
        PolicyRule shorter = PolicyRule.of("has-due-date").with(Map.of("horizon-days", "7"));
        PolicyRule spelledOut = PolicyRule.of("has-due-date").with(Map.of("horizon-days", "28"));
        PolicyRule bound = PolicyRule.of("has-due-date").when(When.all(RuleCondition.isSet(Field.FALLBACK)));
        Policy decision = policy(Scope.GLOBAL, "decision", false, review(Enforcement.ENFORCE, PolicyRule.of("has-due-date"), bound));
        Policy audit = policy(Scope.GLOBAL, "audit", false, review(Enforcement.ENFORCE, shorter, spelledOut, bound));
        Gate gate = composer(decision, audit).gate(REVIEW, SHOP, "decision");
        assertEquals(3, gate.rules().size());
        Evaluation evaluation = Evaluator.evaluate(gate, anItem().dueNever(), NOW);
        assertEquals("says it once", 1, evaluation.reasons().size());
        assertEquals(3, evaluation.failedRules().size());
    }

    @Test
    public void waivesWhatSeveralPoliciesAskOnlyWhenAllDo() {
        Policy decision = policy(Scope.GLOBAL, "decision", false, review(Enforcement.ENFORCE, PolicyRule.of("has-owner")));
        Policy audit = policy(Scope.GLOBAL, "audit", false, review(Enforcement.ENFORCE, PolicyRule.of("has-owner")));
        Policy advice = policy(Scope.GLOBAL, "advice", false, review(Enforcement.ADVISE, PolicyRule.of("has-owner")));
        Gate gate = composer(decision, audit, advice).gate(REVIEW, SHOP, "decision");
        Set<String> waiving = new HashSet<>(Set.of("decision"));
        ActiveWaivers waivers = (rule, policy) -> waiving.contains(policy.key());
        assertEquals(Status.FAILED, Evaluator.evaluate(gate, anEmptyItem(), NOW.waivedBy(waivers)).status());
        waiving.add("audit");
        assertEquals(Status.WAIVED, Evaluator.evaluate(gate, anEmptyItem(), NOW.waivedBy(waivers)).status());
    }

    @Test
    public void refusesWhereThePolicyOrItsGateDoesNotExist() {
        Policy global = policy(Scope.GLOBAL, "decision", false, review(Enforcement.OFF, PolicyRule.of("has-owner")));
        Policy other = policy(Scope.of(OTHER), "own", false, review(Enforcement.OFF, PolicyRule.of("has-owner")));
        GateComposer composer = composer(global, other);
        assertRefuses("decision-gates.gate.error.unknown-policy", composer.gate(new PolicyReference("own", "in-review"), SHOP, "decision"));
        assertRefuses("decision-gates.gate.error.unknown-gate", composer.gate(new PolicyReference("decision", "decide"), SHOP, "decision"));
        assertRefuses("decision-gates.gate.error.unknown-policy", composer(new Policy[0]).gate(REVIEW, SHOP, "decision"));
    }

    @Test
    public void refusesWhatAnUnreadablePolicyCouldBeAbout() {
        Policy global = policy(Scope.GLOBAL, "decision", false, review(Enforcement.OFF, PolicyRule.of("has-owner")));
        GateComposer ofShop = new GateComposer(
                new PoliciesInForce(List.of(global), List.of(new PolicyVersion(Scope.of(SHOP), "newer", 4))), Rules::of);
        assertRefuses("decision-gates.gate.error.unreadable-policy", ofShop.gate(REVIEW, SHOP, "decision"));
        assertFalse(Evaluator.evaluate(ofShop.gate(REVIEW, OTHER, "decision"), anEmptyItem(), NOW).blocks());
        GateComposer global4 = new GateComposer(new PoliciesInForce(List.of(), List.of(new PolicyVersion("decision", 4))), Rules::of);
        assertRefuses("decision-gates.gate.error.unreadable-policy", global4.gate(REVIEW, SHOP, "decision"));
        assertRefuses("decision-gates.gate.error.unreadable-policy", global4.ofPhase("IN_REVIEW", SHOP, "decision").get());
    }

    @Test
    public void refusesARuleThatIsNotKnownAndAGateWithoutRules() {
        assertRefuses("decision-gates.gate.error.unknown-rule", composer(
                policy(Scope.GLOBAL, "decision", false, review(Enforcement.ENFORCE, PolicyRule.of("has-oracle")))).gate(REVIEW, SHOP,
                        "decision"));
        assertRefuses("decision-gates.gate.error.setting", composer(policy(Scope.GLOBAL, "decision", false,
                review(Enforcement.ENFORCE, PolicyRule.of("has-owner").with(Map.of("colour", "red"))))).gate(REVIEW, SHOP, "decision"));
        assertRefuses("decision-gates.gate.error.empty",
                composer(policy(Scope.GLOBAL, "decision", false, review(Enforcement.ENFORCE))).gate(REVIEW, SHOP, "decision"));
    }

    @Test
    public void knowsWhatEveryWayIntoAPhaseAsks() {
        Policy decision = policy(Scope.GLOBAL, "decision", true, review(Enforcement.ENFORCE, PolicyRule.of("has-owner")));
        Policy own = policy(Scope.of(SHOP), "decision", false, review(Enforcement.ADVISE, PolicyRule.of("has-fallback")));
        Policy audit = policy(Scope.GLOBAL, "audit", false, new PolicyGate("sign", "Sign", Optional.of("IN_REVIEW"), Enforcement.ENFORCE,
                List.of(PolicyRule.of("has-due-date"))));
        GateComposer composer = composer(decision, own, audit);
        assertEquals(Set.of("has-owner ENFORCE decision", "has-fallback ADVISE decision@10000", "has-due-date ENFORCE audit"),
                Set.copyOf(asked(composer.ofPhase("IN_REVIEW", SHOP, "decision").get())));
        assertEquals(Optional.empty(), composer.ofPhase("LIVE", SHOP, "decision"));
        assertEquals(Optional.empty(), composer.ofPhase("IN_REVIEW", SHOP, "blocker"));
    }

    @Test
    public void composesAlikeInAnyOrderNeverWeakerForOnePolicyMoreAndAlwaysWithWhatIsLocked() {
        Random random = new Random(20261128);
        int stricter = 0;
        for (int run = 0; run < RUNS; run++) {
            List<Policy> some = policies(random);
            Gate gate = composer(some).gate(REVIEW, SHOP, "decision");
            List<Policy> shuffled = new ArrayList<>(some);
            Collections.shuffle(shuffled, random);
            assertEquals(gate, composer(shuffled).gate(REVIEW, SHOP, "decision"));
            Policy more = policy(Scope.GLOBAL, "added", random.nextBoolean(), randomGate(random));
            shuffled.add(random.nextInt(shuffled.size() + 1), more);
            Gate larger = composer(shuffled).gate(REVIEW, SHOP, "decision");
            for (int i = 0; i < 4; i++) {
                IssueSnapshot issue = randomIssue(random);
                boolean before = Evaluator.evaluate(gate, issue, NOW).blocks();
                boolean after = Evaluator.evaluate(larger, issue, NOW).blocks();
                assertTrue(some + " and " + more, after || !before);
                stricter += after && !before ? 1 : 0;
                for (Policy locked : some.stream().filter(Policy::locked).toList()) {
                    locked.gate("in-review").ifPresent(own -> assertTrue(some + " for " + locked,
                            Evaluator.evaluate(gate, issue, NOW).blocks()
                                    || !Evaluator.evaluate(GateComposer.alone(locked, own, Rules::of), issue, NOW).blocks()));
                }
            }
        }
        assertTrue("a policy often adds something: " + stricter, stricter > RUNS / 10);
    }

    /** With the one that is named, of all projects or locked or of the project, and up to four others of different keys. */
    private static List<Policy> policies(Random random) {
        List<Policy> policies = new ArrayList<>();
        for (String key : List.of("decision", "b", "c")) {
            boolean isNamed = key.equals("decision");
            if (isNamed || random.nextBoolean()) {
                policies.add(policy(Scope.GLOBAL, key, random.nextBoolean(), randomGate(random)));
            }
            if (random.nextBoolean()) {
                policies.add(policy(Scope.of(SHOP), key, false, randomGate(random)));
            }
        }
        return policies;
    }

    private static PolicyGate randomGate(Random random) {
        List<PolicyRule> rules = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            PolicyRule rule = PolicyRule.of(RULES.get(random.nextInt(RULES.size())));
            rule = random.nextInt(3) == 0 ? rule.enforced(randomEnforcement(random)) : rule;
            rules.add(random.nextInt(3) == 0 ? rule.when(When.all(RuleCondition.isSet(random.nextBoolean() ? Field.OWNER : Field.FALLBACK)))
                    : rule);
        }
        return review(random.nextBoolean() ? Enforcement.ENFORCE : randomEnforcement(random), rules.toArray(PolicyRule[]::new));
    }

    private static Enforcement randomEnforcement(Random random) {
        return Enforcement.values()[random.nextInt(Enforcement.values().length)];
    }

    private static IssueSnapshot randomIssue(Random random) {
        IssueSnapshot issue = IssueSnapshot.EMPTY;
        issue = random.nextBoolean() ? issue.with(Field.OWNER, anItem().person(Field.OWNER).get()) : issue;
        issue = random.nextBoolean() ? issue.with(Field.DUE_DATE, anItem().date(Field.DUE_DATE).get()) : issue;
        issue = random.nextBoolean() ? issue.with(Field.ACCEPTANCE_CRITERIA, anItem().text(Field.ACCEPTANCE_CRITERIA)) : issue;
        return random.nextBoolean() ? issue.with(Field.FALLBACK, anItem().text(Field.FALLBACK)) : issue;
    }

    private static void assertRefuses(String finding, Gate gate) {
        Evaluation evaluation = Evaluator.evaluate(gate, anItem(), NOW);
        assertTrue(evaluation.blocks());
        assertEquals(List.of(finding), evaluation.reasons().stream().map(Finding::key).toList());
    }

    private static List<String> asked(Gate gate) {
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < gate.rules().size(); i++) {
            asked.add(gate.rules().get(i).name() + " " + gate.enforcementOf(i) + " " + gate.policyOf(i).journalKey());
        }
        return asked;
    }

    private static GateComposer composer(Policy... policies) {
        return composer(Arrays.asList(policies));
    }

    private static GateComposer composer(List<Policy> policies) {
        return new GateComposer(new PoliciesInForce(policies, List.of()), Rules::of);
    }

    private static PolicyGate review(Enforcement enforcement, PolicyRule... rules) {
        return new PolicyGate("in-review", "Send for review", Optional.of("IN_REVIEW"), enforcement, List.of(rules));
    }

    private static Policy policy(Scope scope, String key, boolean locked, PolicyGate... gates) {
        return new Policy(new PolicyVersion(scope, key, 1), key, "decision", locked, WaiverTerms.NONE, ApprovalTerms.NONE, Map.of(),
                List.of(gates), List.of());
    }
}
