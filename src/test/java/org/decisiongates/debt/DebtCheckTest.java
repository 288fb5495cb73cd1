package org.decisiongates.debt;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.Test;

import org.decisiongates.debt.DebtCheck.Trigger;
import org.decisiongates.debt.GateDebt.Cause;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueStatus;
import org.decisiongates.issue.Person;
import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.GateComposer;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.PolicyRule;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.WaiverTerms;
import org.decisiongates.policy.rules.Rules;
import org.decisiongates.waiver.WaivedRule;
import org.decisiongates.waiver.Waiver;
import org.decisiongates.waiver.WaiverStep;
import org.decisiongates.waiver.WaiverStep.State;

public class DebtCheckTest {

    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");
    private static final long ISSUE = 10200;
    private static final long SHOP = 10000;
    private static final Person OWNER = new Person("owner", "Owner", true, true);
    private static final IssueSnapshot OWNED = inPhase(IssueSnapshot.EMPTY.with(Field.OWNER, OWNER), DecisionPhase.IN_REVIEW);
    private static final IssueSnapshot OWNERLESS = inPhase(IssueSnapshot.EMPTY.empty(Field.OWNER), DecisionPhase.IN_REVIEW);

    @Test
    public void owesNothingWhileTheRulesAreMet() {
        IssueDebt entry = found(OWNED, policy(1, Enforcement.ENFORCE, "has-owner"), Optional.empty(), Trigger.CREATED, NOON).orElseThrow();

        assertEquals(new IssueDebt(ISSUE, SHOP, "IN_REVIEW", List.of("decision 1"), List.of()), entry);
    }

    @Test
    public void namesWhatBroughtADebtAbout() {
        Policy first = policy(1, Enforcement.ENFORCE, "has-owner");
        Optional<IssueDebt> met = found(OWNED, first, Optional.empty(), Trigger.EDITED, NOON);

        assertEquals(Cause.EDITED_AWAY, onlyCause(found(OWNERLESS, first, met, Trigger.EDITED, NOON)));
        assertEquals(Cause.CIRCUMSTANCES, onlyCause(found(OWNERLESS, first, met, Trigger.SWEPT, NOON)));
        assertEquals(Cause.ENTERED_WITHOUT_GATE, onlyCause(found(OWNERLESS, first, Optional.empty(), Trigger.CREATED, NOON)));
        assertEquals("nobody asked this of it before", Cause.POLICY_CHANGE,
                onlyCause(found(OWNERLESS, first, Optional.empty(), Trigger.SWEPT, NOON)));
        assertEquals("nobody looked before", Cause.FIRST_CHECK,
                onlyCause(found(OWNERLESS, first, Optional.empty(), Trigger.FIRST, NOON)));
        Optional<IssueDebt> inDraft = found(inPhase(OWNERLESS, DecisionPhase.DRAFT), first, Optional.empty(), Trigger.CREATED, NOON);
        assertEquals(Cause.ENTERED_WITHOUT_GATE, onlyCause(found(OWNERLESS, first, inDraft, Trigger.EDITED, NOON)));
        Policy second = policy(2, Enforcement.ENFORCE, "has-owner", "has-due-date");
        IssueSnapshot undated = OWNED.empty(Field.DUE_DATE);
        assertEquals(Cause.POLICY_CHANGE, onlyCause(found(undated, second, met, Trigger.EDITED, NOON)));
    }

    @Test
    public void keepsSinceWhenAndWhyItIsOwed() {
        Policy first = policy(1, Enforcement.ENFORCE, "has-owner");
        Optional<IssueDebt> owing = found(OWNERLESS, first, Optional.empty(), Trigger.CREATED, NOON);
        Optional<IssueDebt> later = found(OWNERLESS, policy(2, Enforcement.ENFORCE, "has-owner"), owing, Trigger.SWEPT,
                NOON.plusSeconds(60));

        assertEquals(owing.get().debts(), later.get().debts());
        Optional<IssueDebt> paid = found(OWNED, first, later, Trigger.EDITED, NOON.plusSeconds(70));
        assertEquals(List.of(), paid.get().debts());
        assertEquals("what was paid is owed anew", NOON.plusSeconds(80),
                found(OWNERLESS, first, paid, Trigger.EDITED, NOON.plusSeconds(80)).get().debts().get(0).since());
    }

    @Test
    public void owesOnlyWhatWouldRefuse() {
        for (Enforcement enforcement : List.of(Enforcement.ADVISE, Enforcement.EVALUATE, Enforcement.OFF)) {
            assertEquals(List.of(), found(OWNERLESS, policy(1, enforcement, "has-owner"), Optional.empty(), Trigger.SWEPT, NOON)
                    .map(IssueDebt::debts).orElse(List.of()));
        }
        assertEquals("what needs an actor cannot be known", List.of(),
                found(OWNED, policy(1, Enforcement.ENFORCE, "separation-of-duties"), Optional.empty(), Trigger.SWEPT, NOON)
                        .map(entry -> entry.debts().stream().filter(debt -> debt.result() == Status.FAILED).toList()).orElse(List.of()));
        assertEquals(Status.ERROR, found(OWNED, policy(1, Enforcement.ENFORCE, "has-wings"), Optional.empty(), Trigger.SWEPT, NOON).get()
                .debts().get(0).result());
    }

    @Test
    public void owesNothingInAPhaseThatNoPolicyGuards() {
        Policy policy = policy(1, Enforcement.ENFORCE, "has-owner");
        Optional<IssueDebt> owing = found(OWNERLESS, policy, Optional.empty(), Trigger.SWEPT, NOON);

        assertEquals(Optional.of(new IssueDebt(ISSUE, SHOP, "DRAFT", List.of(), List.of())),
                found(inPhase(OWNERLESS, DecisionPhase.DRAFT), policy, owing, Trigger.EDITED, NOON));
        assertEquals(Optional.empty(), found(OWNERLESS.movedTo(new IssueStatus("1", "Open", Optional.empty())), policy, owing,
                Trigger.EDITED, NOON));
    }

    @Test
    public void isWaivedUntilTheInstantTheWaiverEndsAndOwedFromThen() {
        IssueDebt owing = found(OWNERLESS, policy(1, Enforcement.ENFORCE, "has-owner"), Optional.empty(), Trigger.CREATED, NOON).get();
        Instant end = NOON.plusSeconds(3_600);
        WaiverStep asked = new WaiverStep(ISSUE, SHOP, 1, 1, State.ASKED, new WaivedRule(Scope.GLOBAL, "decision", "has-owner", "owner"),
                "why", end, "asker", NOON);
        Waiver granted = new Waiver(List.of(asked, asked.next(State.GRANTED, "", "lead", NOON)));

        assertEquals(new OwedRule(owing.debts().get(0), Optional.of(end)), only(owing, granted, end.minusMillis(1)));
        OwedRule ended = only(owing, granted, end);
        assertTrue(ended.isOwed());
        assertEquals(Cause.WAIVER_ENDED, ended.debt().cause());
        assertEquals(end, ended.debt().since());
        assertEquals(Cause.ENTERED_WITHOUT_GATE, only(owing, new Waiver(List.of(asked)), NOON).debt().cause());
    }

    /** Two policies ask the rule: while one of them alone waived it, it was owed. */
    @Test
    public void isOwedSinceItWasFoundWhereOnlyOneOfTwoPoliciesHadWaivedIt() {
        GateDebt debt = new GateDebt(List.of("decision", "second"), "has-owner", "owner", Status.FAILED, NOON, Cause.EDITED_AWAY);
        IssueDebt owing = new IssueDebt(ISSUE, SHOP, "IN_REVIEW", List.of(), List.of(debt));
        Instant end = NOON.plusSeconds(3_600);
        Waiver one = granted(asked("decision"), NOON);
        Waiver other = granted(asked("second"), NOON);

        assertEquals(new OwedRule(debt, Optional.empty()), only(owing, one, end));
        assertEquals(end, only(owing, List.of(one, other), end).debt().since());
        assertEquals("one after the other", new OwedRule(debt, Optional.empty()),
                only(owing, List.of(one, granted(asked("second"), end)), end.plusSeconds(1)));
    }

    private static WaiverStep asked(String policy) {
        return new WaiverStep(ISSUE, SHOP, 1, 1, State.ASKED, new WaivedRule(Scope.GLOBAL, policy, "has-owner", "owner"), "why",
                NOON.plusSeconds(3_600), "asker", NOON);
    }

    private static Waiver granted(WaiverStep asked, Instant at) {
        return new Waiver(List.of(asked, asked.next(State.GRANTED, "", "lead", at)));
    }

    private static OwedRule only(IssueDebt issue, Waiver waiver, Instant instant) {
        return only(issue, List.of(waiver), instant);
    }

    private static OwedRule only(IssueDebt issue, List<Waiver> waivers, Instant instant) {
        List<OwedRule> owed = OwedRule.of(issue, waivers, instant);
        assertEquals(1, owed.size());
        return owed.get(0);
    }

    /**
     * Issues that are edited, moved and asked other things at random, each looked at after what happened to it, and all of them after a
     * change of policy: what is kept is what evaluating everything from the beginning finds.
     */
    @Test
    public void equalsAFullRecomputationWhateverIsEdited() {
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Map<Long, IssueSnapshot> issues = new TreeMap<>();
            Map<Long, IssueDebt> kept = new HashMap<>();
            Policy policy = policy(1, Enforcement.ENFORCE, "has-owner", "has-due-date");
            for (int step = 0; step < 120; step++) {
                Instant now = NOON.plusSeconds(step);
                if (random.nextInt(20) == 0) {
                    policy = random(policy, random);
                    for (long id : issues.keySet()) {
                        look(id, issues.get(id), policy, kept, Trigger.SWEPT, now);
                    }
                }
                long id = random.nextInt(8);
                boolean isNew = !issues.containsKey(id);
                issues.put(id, edited(issues.getOrDefault(id, inPhase(IssueSnapshot.EMPTY, DecisionPhase.DRAFT)), random));
                look(id, issues.get(id), policy, kept, isNew ? Trigger.CREATED : Trigger.EDITED, now);
                assertEquals("seed " + seed + " step " + step, names(recomputed(issues, policy, now)), names(kept));
            }
        }
    }

    private static void look(long id, IssueSnapshot issue, Policy policy, Map<Long, IssueDebt> kept, Trigger trigger, Instant now) {
        Optional<IssueDebt> found = DebtCheck.check(id, SHOP, issue, gate(issue, policy), Optional.ofNullable(kept.get(id)), trigger,
                EvaluationContext.of(now, ZoneOffset.UTC));
        kept.remove(id);
        found.ifPresent(entry -> kept.put(id, entry));
    }

    private static Map<Long, IssueDebt> recomputed(Map<Long, IssueSnapshot> issues, Policy policy, Instant now) {
        Map<Long, IssueDebt> all = new HashMap<>();
        issues.forEach((id, issue) -> look(id, issue, policy, all, Trigger.SWEPT, now));
        return all;
    }

    private static Set<String> names(Map<Long, IssueDebt> all) {
        Set<String> names = new TreeSet<>();
        all.forEach((id, entry) -> {
            names.add(id + " in " + entry.phase() + " of " + entry.policies());
            entry.debts().forEach(debt -> names.add(id + " owes " + debt.name() + " " + debt.result()));
        });
        return names;
    }

    private static IssueSnapshot edited(IssueSnapshot issue, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> issue.with(Field.OWNER, OWNER);
            case 1 -> issue.empty(Field.OWNER);
            case 2 -> issue.with(Field.OWNER, new Person("gone", "Gone", false, true));
            case 3 -> issue.with(Field.DUE_DATE, java.time.LocalDate.of(2026, 11, 18).plusDays(random.nextInt(40) - 3));
            case 4 -> issue.without(Field.OWNER);
            default -> inPhase(issue, DecisionPhase.values()[random.nextInt(DecisionPhase.values().length)]);
        };
    }

    private static Policy random(Policy before, Random random) {
        List<String> rules = new ArrayList<>(List.of("has-owner", "has-due-date", "has-fallback", "has-wings"));
        java.util.Collections.shuffle(rules, random);
        return policy(before.version().version() + 1, random.nextBoolean() ? Enforcement.ENFORCE : Enforcement.ADVISE,
                rules.subList(0, 1 + random.nextInt(3)).toArray(String[]::new));
    }

    private static Optional<IssueDebt> found(IssueSnapshot issue, Policy policy, Optional<IssueDebt> before, Trigger trigger,
            Instant now) {
        return DebtCheck.check(ISSUE, SHOP, issue, gate(issue, policy), before, trigger, EvaluationContext.of(now, ZoneOffset.UTC));
    }

    private static Optional<Gate> gate(IssueSnapshot issue, Policy policy) {
        return issue.status().phase().flatMap(
                phase -> new GateComposer(new PoliciesInForce(List.of(policy), List.of()), Rules::of).ofPhase(phase, SHOP, "decision"));
    }

    private static Cause onlyCause(Optional<IssueDebt> found) {
        assertEquals(found.toString(), 1, found.orElseThrow().debts().size());
        return found.get().debts().get(0).cause();
    }

    /** Guards the entry of IN_REVIEW and DECIDED. */
    private static Policy policy(int version, Enforcement enforcement, String... rules) {
        List<PolicyRule> all = List.of(rules).stream().map(PolicyRule::of).toList();
        return new Policy(new PolicyVersion("decision", version), "Decisions", "decision", false, WaiverTerms.NONE, ApprovalTerms.NONE,
                Map.of(),
                List.of(new PolicyGate("in-review", "In review", Optional.of("IN_REVIEW"), enforcement, all),
                        new PolicyGate("decided", "Decided", Optional.of("DECIDED"), enforcement, all.subList(0, 1))),
                List.of());
    }

    private static IssueSnapshot inPhase(IssueSnapshot issue, DecisionPhase phase) {
        return issue.movedTo(IssueSnapshot.statusOf(phase));
    }
}
