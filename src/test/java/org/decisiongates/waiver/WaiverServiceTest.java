package org.decisiongates.waiver;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.Test;

import org.decisiongates.fixture.IssueViews;
import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Evaluator;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.PolicyRevision;
import org.decisiongates.policy.PolicyRule;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.WaiverTerms;
import org.decisiongates.policy.When;
import org.decisiongates.policy.rules.HasDueDate;
import org.decisiongates.policy.rules.HasOwner;
import org.decisiongates.waiver.WaiverService.Action;
import org.decisiongates.waiver.WaiverService.Conflict;
import org.decisiongates.waiver.WaiverService.Denied;
import org.decisiongates.waiver.WaiverService.Full;
import org.decisiongates.waiver.WaiverService.Gone;
import org.decisiongates.waiver.WaiverService.Invalid;
import org.decisiongates.waiver.WaiverService.Outcome;
import org.decisiongates.waiver.WaiverService.Rights;
import org.decisiongates.waiver.WaiverService.Stored;
import org.decisiongates.waiver.WaiverStep.State;

public class WaiverServiceTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** A Sunday. */
    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 22, 9, 0, 0, 0, BERLIN);
    private static final long ISSUE = 10200;
    private static final long SHOP = 10000;
    private static final PolicyVersion VERSION = new PolicyVersion("decision", 3);
    private static final PolicyVersion OF_SHOP = new PolicyVersion(Scope.of(SHOP), "decision", 1);

    private final WaiversInMemory waivers = new WaiversInMemory();
    private final InForce policies = new InForce();
    private final WaiverService service = new WaiverService(waivers, policies, new People());

    @Test
    public void keepsEveryStep() {
        Waiver asked = stored(ask("asker", "2026-11-30"));
        Waiver granted = stored(service.grant(action("lead", asked)));

        assertEquals(State.ASKED, asked.state());
        assertFalse(asked.isActive(NOW.toInstant()));
        assertEquals(State.GRANTED, granted.state());
        assertTrue(granted.isActive(NOW.toInstant()));
        assertEquals("the whole of the last day", Instant.parse("2026-11-30T23:00:00Z"), granted.until());
        assertEquals(List.of("asker ASKED", "lead GRANTED"),
                waivers.steps().stream().map(step -> step.actor() + " " + step.state()).toList());
        assertEquals(new WaivedRule(Scope.GLOBAL, "decision", "has-owner", "owner"), granted.rule());

        Waiver withdrawn = stored(service.withdraw(action("asker", granted)));
        assertFalse(withdrawn.isActive(NOW.toInstant()));
        assertEquals(3, waivers.steps().size());
    }

    @Test
    public void tellsWhatAWaiverWasBefore() {
        Instant noon = Instant.parse("2026-11-17T12:00:00Z");
        WaiverStep asked = new WaiverStep(1, 2, 1, 1, State.ASKED, new WaivedRule(Scope.GLOBAL, "decision", "has-owner", "owner"), "why",
                noon.plusSeconds(9), "bob", noon);
        WaiverStep granted = asked.next(State.GRANTED, "", "ann", noon.plusSeconds(1));
        Waiver now = new Waiver(List.of(asked, granted, granted.next(State.WITHDRAWN, "", "ann", noon.plusSeconds(2))));
        assertEquals(Optional.empty(), now.asOf(noon.minusMillis(1)));
        assertEquals(List.of(State.ASKED, State.GRANTED, State.WITHDRAWN),
                List.of(0, 1, 2).stream().map(seconds -> now.asOf(noon.plusSeconds(seconds)).get().state()).toList());
    }

    @Test
    public void namesThoseWhoMayDecide() {
        Waiver asked = stored(ask("asker", "2026-11-30"));

        assertEquals(List.of("leads", "Administrators"), service.deciders(asked));
        policies.terms = new WaiverTerms(List.of(), List.of("10002", "7"), 30);
        assertEquals("a role that is gone is nobody", List.of("Administrators"), service.deciders(asked));
        policies.terms = WaiverTerms.NONE;
        assertEquals(List.of(), service.deciders(asked));
    }

    @Test
    public void letsOnlyThoseDecideWhomThePolicyNames() {
        Waiver asked = stored(ask("asker", "2026-11-30"));

        for (String user : List.of("member", "asker", "")) {
            assertTrue(user, service.grant(action(user, asked)) instanceof Denied);
            assertTrue(user, service.decline(action(user, asked)) instanceof Denied);
        }
        assertTrue(service.withdraw(action("member", asked)) instanceof Denied);
        assertEquals(new Rights(false, false), service.rights(asked, SHOP, "member", NOW.toInstant()));
        assertEquals(new Rights(false, true), service.rights(asked, SHOP, "asker", NOW.toInstant()));
        assertEquals(new Rights(true, true), service.rights(asked, SHOP, "lead", NOW.toInstant()));
        assertEquals(State.DECLINED, stored(service.decline(action("admin", asked))).state());
    }

    @Test
    public void letsNobodyDecideOnTheirOwnRequest() {
        Waiver asked = stored(ask("lead", "2026-11-30"));

        assertEquals("decision-gates.waiver.own", ((Denied) service.grant(action("lead", asked))).why().key());
        assertEquals(new Rights(false, true), service.rights(asked, SHOP, "lead", NOW.toInstant()));
        assertEquals(State.GRANTED, stored(service.grant(action("admin", asked))).state());
    }

    @Test
    public void asksOnlyForWhatAPolicyInForceAllows() {
        refuses("reason", request("has-owner", "2026-11-30", " "));
        refuses("reason", request("has-owner", "2026-11-30", "x".repeat(1_001)));
        refuses("reason", request("has-owner", "2026-11-30", "a\u0000b"));
        refuses("until", request("has-owner", "2026-11-21", "why"));
        refuses("until", request("has-owner", "2026-12-23", "why"));
        refuses("rule", request("has-fallback", "2026-11-30", "why"));
        refuses("field", new WaiverRequest(ISSUE, SHOP, "decision", "has-owner", Optional.of("assignee"), "why", day("2026-11-30")));
        refuses("policy", new WaiverRequest(ISSUE, SHOP, "blocker", "has-owner", Optional.empty(), "why", day("2026-11-30")));
        refuses("policy", new WaiverRequest(ISSUE, SHOP, "decision@10001", "has-owner", Optional.empty(), "why", day("2026-11-30")));
        refuses("until", new WaiverRequest(ISSUE, SHOP, "decision", "has-owner", Optional.empty(), "why", Optional.empty()));
        policies.terms = new WaiverTerms(List.of("leads"), List.of(), 0);
        refuses("policy", request("has-owner", "2026-11-30", "why"));
        assertEquals(List.of(), waivers.steps());

        policies.terms = new WaiverTerms(List.of("leads"), List.of(), Integer.MAX_VALUE);
        stored(service.ask(request("has-owner", "2226-11-30", "why"), "asker", NOW));
        stored(service.ask(new WaiverRequest(ISSUE, SHOP, "decision@10000", "has-due-date", Optional.empty(), "why", day("2026-11-22")),
                "asker", NOW));
    }

    @Test
    public void asksWhichOfSeveralFields() {
        policies.more = List.of(PolicyRule.of("has-owner").with(Map.of("field", "assignee")));
        refuses("field", request("has-owner", "2026-11-30", "why"));
        assertEquals("assignee", stored(service.ask(new WaiverRequest(ISSUE, SHOP, "decision", "has-owner", Optional.of("assignee"), "why",
                day("2026-11-30")), "asker", NOW)).rule().field());
    }

    @Test
    public void hasOneOpenWaiverOfARule() {
        Waiver asked = stored(ask("asker", "2026-11-30"));

        assertEquals(asked, ((Conflict) ask("other", "2026-11-25")).current());
        stored(service.decline(action("lead", asked)));
        assertEquals(2, stored(ask("asker", "2026-11-30")).number());
        assertEquals("one that is over is not in the way", 3,
                stored(service.ask(request("has-owner", "2026-12-20", "why"), "asker", NOW.plusDays(9))).number());
    }

    @Test
    public void losesNothingToSomebodyWhoHasNotSeenTheNewest() {
        Waiver asked = stored(ask("asker", "2026-11-30"));
        waivers.meanwhile(() -> stored(service.decline(action("admin", asked))));

        Conflict conflict = (Conflict) service.grant(action("lead", asked));
        assertEquals(State.DECLINED, conflict.current().state());
        assertTrue(service.grant(action("lead", asked)) instanceof Conflict);
        assertTrue(service.withdraw(action("asker", conflict.current())) instanceof Conflict);
        assertEquals(2, waivers.steps().size());
        assertEquals(new Gone(), service.grant(new Action(ISSUE, SHOP, 7, 1, "", "lead", NOW)));
        assertEquals(new Gone(), service.withdraw(new Action(ISSUE + 1, SHOP, 1, 1, "", "lead", NOW)));
    }

    @Test
    public void numbersRequestsThatComeAtOnce() {
        waivers.meanwhile(() -> stored(service.ask(request("has-due-date", "2026-11-30", "why"), "other", NOW)));
        assertEquals(2, stored(ask("asker", "2026-11-30")).number());
    }

    @Test
    public void hasNoEnd() {
        for (int number = 1; number <= Waivers.MAX; number++) {
            Waiver asked = stored(ask("asker", "2026-11-30"));
            stored(service.withdraw(action("asker", asked)));
        }
        assertEquals(new Full(), ask("asker", "2026-11-30"));
    }

    @Test
    public void grantsNothingThatTheTermsOfTheDayDoNotAllow() {
        Waiver asked = stored(ask("asker", "2026-12-20"));
        policies.terms = new WaiverTerms(List.of("leads"), List.of(), 7);
        assertEquals("decision-gates.waiver.fault.late-day", ((Conflict) service.grant(action("lead", asked))).why().key());
        ZonedDateTime late = NOW.plusDays(29);
        assertEquals("decision-gates.waiver.fault.past-day",
                ((Conflict) service.grant(new Action(ISSUE, SHOP, 1, 1, "", "lead", late))).why().key());
        policies.terms = WaiverTerms.NONE;
        assertTrue(service.grant(action("lead", asked)) instanceof Denied);
        assertEquals(1, waivers.steps().size());
    }

    @Test
    public void refusesARemarkThatCannotBeStored() {
        Waiver asked = stored(ask("asker", "2026-11-30"));
        assertEquals(Set.of("reason"),
                ((Invalid) service.grant(new Action(ISSUE, SHOP, 1, 1, "\uFFFF", "lead", NOW))).members().keySet());
        assertEquals(asked, waivers.ofIssue(ISSUE).get(0));
    }

    /**
     * A generated life of waivers: at each instant the evaluator says WAIVED exactly if the newest step of one grants and its end is ahead.
     */
    @Test
    public void countsFromItsGrantToTheInstantItEnds() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            WaiversInMemory stored = new WaiversInMemory();
            WaiverService lived = new WaiverService(stored, policies, new People());
            List<Instant> ends = new ArrayList<>();
            for (int day = 0; day < 40; day++) {
                ZonedDateTime now = NOW.plusDays(day).plusSeconds(random.nextInt(86_400));
                live(lived, stored, random, now);
                stored.steps().forEach(step -> ends.add(step.until()));
                for (Instant instant : instants(now, ends)) {
                    assertEquals("seed " + seed + " at " + instant, expected(stored.steps(), instant), evaluated(stored, instant));
                }
            }
        }
    }

    private static void live(WaiverService lived, WaiversInMemory stored, Random random, ZonedDateTime now) {
        List<Waiver> all = stored.ofIssue(ISSUE);
        if (all.isEmpty() || random.nextInt(3) == 0) {
            lived.ask(request("has-owner", now.toLocalDate().plusDays(random.nextInt(9)).toString(), "why"), "asker", now);
            return;
        }
        Waiver waiver = all.get(all.size() - 1);
        Action action = new Action(ISSUE, SHOP, waiver.number(), waiver.newest().step(), "", random.nextInt(5) == 0 ? "asker" : "lead",
                now);
        switch (random.nextInt(4)) {
            case 0 -> lived.withdraw(action);
            case 1 -> lived.decline(action);
            default -> lived.grant(action);
        }
    }

    /** Around now and every end so far, one second before, at it and one second after. */
    private static List<Instant> instants(ZonedDateTime now, List<Instant> ends) {
        List<Instant> instants = new ArrayList<>(List.of(now.toInstant()));
        ends.stream().distinct().filter(end -> !end.isBefore(now.toInstant()))
                .forEach(end -> instants.addAll(List.of(end.minusSeconds(1), end.minusMillis(1), end, end.plusSeconds(1))));
        return instants;
    }

    private static Status expected(List<WaiverStep> steps, Instant instant) {
        for (WaiverStep step : steps) {
            boolean newest = steps.stream().noneMatch(other -> other.number() == step.number() && other.step() > step.step());
            if (newest && step.state() == State.GRANTED && instant.toEpochMilli() < step.until().toEpochMilli()) {
                return Status.WAIVED;
            }
        }
        return Status.FAILED;
    }

    private static Status evaluated(Waivers stored, Instant instant) {
        Gate gate = new Gate(VERSION, "in-review", "", Enforcement.ENFORCE, List.of(ConfiguredRule.of(HasOwner.DEFINITION)));
        return Evaluator.evaluate(gate, IssueViews.anItem().ownedByNobody(),
                EvaluationContext.of(instant, BERLIN).waivedBy(IssueWaivers.of(stored, ISSUE, instant))).status();
    }

    @Test
    public void readsOnceAndOnlyForRulesThatFail() {
        stored(service.grant(action("lead", stored(ask("asker", "2026-11-30")))));
        int before = waivers.reads();
        Gate gate = new Gate(VERSION, "in-review", "", Enforcement.ENFORCE,
                List.of(ConfiguredRule.of(HasOwner.DEFINITION), ConfiguredRule.of(HasDueDate.DEFINITION)));
        EvaluationContext context = EvaluationContext.of(NOW.toInstant(), BERLIN);

        Evaluator.evaluate(gate, IssueViews.anItem(), context.waivedBy(IssueWaivers.of(waivers, ISSUE, NOW.toInstant())));
        assertEquals(before, waivers.reads());
        assertEquals(Status.FAILED, Evaluator.evaluate(gate, IssueViews.anItem().ownedByNobody().dueNever(),
                context.waivedBy(IssueWaivers.of(waivers, ISSUE, NOW.toInstant()))).status());
        assertEquals(before + 1, waivers.reads());
        Evaluator.evaluate(Gate.of(ConfiguredRule.of(HasOwner.DEFINITION)), IssueViews.anItem().ownedByNobody(),
                context.waivedBy(IssueWaivers.of(waivers, ISSUE, NOW.toInstant())));
        assertEquals("nothing waives what is written into a workflow", before + 1, waivers.reads());
    }

    @Test
    public void coversTheRuleOfThisPolicyAndFieldOnly() {
        stored(service.grant(action("lead", stored(ask("asker", "2026-11-30")))));
        ConfiguredRule owner = ConfiguredRule.of(HasOwner.DEFINITION);
        ConfiguredRule assignee = ConfiguredRule.of(HasOwner.DEFINITION, Map.of("field", "assignee"), Optional.empty());
        IssueWaivers active = IssueWaivers.of(waivers, ISSUE, NOW.toInstant());

        assertTrue(active.cover(owner, VERSION));
        assertTrue("in every version", active.cover(owner, new PolicyVersion("decision", 9)));
        assertFalse(active.cover(owner, OF_SHOP));
        assertFalse(active.cover(owner, new PolicyVersion("blocker", 3)));
        assertFalse(active.cover(assignee, VERSION));
        assertFalse(active.cover(ConfiguredRule.of(HasDueDate.DEFINITION), VERSION));
        assertFalse(IssueWaivers.of(waivers, ISSUE + 1, NOW.toInstant()).cover(owner, VERSION));
    }

    private Outcome ask(String actor, String lastDay) {
        return service.ask(request("has-owner", lastDay, "the owner starts on Monday"), actor, NOW);
    }

    private static WaiverRequest request(String rule, String lastDay, String reason) {
        return new WaiverRequest(ISSUE, SHOP, "decision", rule, Optional.empty(), reason, day(lastDay));
    }

    private static Optional<LocalDate> day(String text) {
        return Optional.of(LocalDate.parse(text));
    }

    private static Action action(String actor, Waiver seen) {
        return new Action(ISSUE, SHOP, seen.number(), seen.newest().step(), "", actor, NOW);
    }

    private static Waiver stored(Outcome outcome) {
        assertTrue(outcome.toString(), outcome instanceof Stored);
        return ((Stored) outcome).waiver();
    }

    private void refuses(String member, WaiverRequest request) {
        Outcome outcome = service.ask(request, "asker", NOW);
        assertTrue(outcome.toString(), outcome instanceof Invalid);
        assertEquals(Set.of(member), ((Invalid) outcome).members().keySet());
    }

    /** The lead is in the group, the administrator has the role in the project SHOP. */
    private static final class People implements GroupAndRoleMembership {

        @Override
        public boolean isInGroup(String userKey, String group) {
            return userKey.equals("lead") && group.equals("leads");
        }

        @Override
        public boolean isInRole(String userKey, String roleId, long projectId) {
            return userKey.equals("admin") && roleId.equals("10002") && projectId == SHOP;
        }

        @Override
        public Optional<String> roleName(String roleId) {
            return Optional.of("Administrators").filter(name -> roleId.equals("10002"));
        }
    }

    /** A policy for all projects and one of the project, with the same rules. */
    private static final class InForce implements Policies {

        private WaiverTerms terms = new WaiverTerms(List.of("leads"), List.of("10002"), 30);
        private List<PolicyRule> more = List.of();

        @Override
        public PoliciesInForce inForce() {
            List<PolicyRule> rules = new ArrayList<>(List.of(PolicyRule.of("has-owner"), PolicyRule.of("has-due-date")));
            rules.addAll(more);
            Policy policy = new Policy(VERSION, "Decisions", "decision", false, terms, ApprovalTerms.NONE, Map.of(),
                    List.of(new PolicyGate("in-review", "In review", Optional.empty(), Enforcement.ENFORCE, rules),
                            new PolicyGate("decided", "Decided", Optional.empty(), Enforcement.ENFORCE,
                                    List.of(PolicyRule.of("has-owner").when(When.ALWAYS)))),
                    List.of());
            return new PoliciesInForce(List.of(policy, policy.as(OF_SHOP)), List.of());
        }

        @Override
        public Optional<Policy> version(PolicyVersion version) {
            throw new AssertionError("nobody asks for this here");
        }

        @Override
        public List<PolicyRevision> history(Scope scope, String key) {
            throw new AssertionError("nobody asks for this here");
        }

        @Override
        public void append(Policy policy, PolicyRevision revision) {
            throw new AssertionError("nobody asks for this here");
        }
    }
}
