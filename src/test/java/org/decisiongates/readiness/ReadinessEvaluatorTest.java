package org.decisiongates.readiness;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.Test;

import org.decisiongates.fixture.IssueViews;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueView;
import org.decisiongates.policy.ActiveWaivers;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.policy.When;
import org.decisiongates.policy.rules.Rules;
import org.decisiongates.readiness.TransitionReadiness.State;

public class ReadinessEvaluatorTest {

    private final ReadinessEvaluator evaluator = new ReadinessEvaluator(IssueViews.NOW.by("lead"));

    @Test
    public void saysOfEachTransitionWhatIsMissing() {
        IssueView issue = IssueViews.anItem().ownedByNobody();
        TransitionReadiness review = evaluator.evaluate(transition("Send for review", gate("has-owner", "has-due-date")), issue,
                ActiveWaivers.NONE);
        TransitionReadiness start = evaluator.evaluate(transition("Start delivery", gate("has-fallback")), issue, ActiveWaivers.NONE);
        TransitionReadiness reject = evaluator.evaluate(transition("Reject"), issue, ActiveWaivers.NONE);

        assertEquals(List.of(State.MISSING, State.READY, State.READY), List.of(review.state(), start.state(), reject.state()));
        assertEquals(List.of(Status.FAILED, Status.PASSED), review.rules().stream().map(RuleReadiness::result).toList());
        RuleReadiness owner = review.rules().get(0);
        assertEquals("decision-gates.rule.has-owner.missing", owner.findings().get(0).key());
        assertEquals(RemedyKind.FIELD, owner.remedyKindOf(owner.findings().get(0)));
    }

    @Test
    public void examinesAnIssueOnceForAllGatesThatAskTheSame() {
        AtomicInteger examined = new AtomicInteger();
        ConfiguredRule counted = counted(examined, Map.of());
        ConfiguredRule others = counted(examined, Map.of("minimum", "2"));
        List<Gate> gates = List.of(Gate.of(counted), Gate.of(List.of(counted, others)), Gate.of(counted(examined, Map.of())));
        IssueView first = IssueViews.anItem();
        IssueView second = IssueViews.anItem();

        evaluator.evaluate(gates, first, ActiveWaivers.NONE);
        evaluator.evaluate(gates, first, ActiveWaivers.NONE);
        assertEquals("each of the settings once", 2, examined.get());
        evaluator.evaluate(gates, second, ActiveWaivers.NONE);
        evaluator.evaluate(gates, second, ActiveWaivers.NONE);
        assertEquals("and again for another issue", 4, examined.get());
    }

    @Test
    public void keepsTheWordsOfEachGateForTheSameClaim() {
        ConfiguredRule rule = ConfiguredRule.of(Rules.of("has-owner").orElseThrow());
        ConfiguredRule reworded = ConfiguredRule.of(Rules.of("has-owner").orElseThrow(), Map.of(), Optional.of("Ask Ann."));
        TransitionReadiness both = evaluator.evaluate(transition("Decide", Gate.of(rule), Gate.of(reworded)), IssueViews.anEmptyItem(),
                ActiveWaivers.NONE);

        assertEquals(List.of("decision-gates.rule.has-owner.missing", "decision-gates.gate.message"),
                both.rules().stream().map(one -> one.findings().get(0).key()).toList());
    }

    @Test
    public void saysNoPassOfWhatOnlyTheTransitionCanTell() {
        RuleDefinition commented = new RuleDefinition("commented", List.of(), Set.of(RuleDefinition.Need.TRANSITION), List.of(),
                settings -> (issue, context) -> RuleResult.passed());
        TransitionReadiness asked = evaluator.evaluate(transition("Close", Gate.of(ConfiguredRule.of(commented))), IssueViews.anItem(),
                ActiveWaivers.NONE);
        TransitionReadiness missing = evaluator.evaluate(transition("Close", Gate.of(ConfiguredRule.of(commented)), gate("has-owner")),
                IssueViews.anEmptyItem(), ActiveWaivers.NONE);

        assertEquals(State.ASKED_AT_TRANSITION, asked.state());
        assertEquals(RemedyKind.TRANSITION, asked.rules().get(0).remedyKindOf(asked.rules().get(0).findings().get(0)));
        assertEquals(State.MISSING, missing.state());
    }

    @Test
    public void isNotReadyForAGateThatCannotBeEvaluated() {
        ConfiguredRule broken = new ConfiguredRule("breaks", Map.of(), Optional.empty(), Optional.empty(), When.ALWAYS, List.of(),
                Set.of(), (issue, context) -> {
                    throw new IllegalStateException("on purpose");
                });
        Gate unknown = Gate.of(ConfiguredRule.unusable("nonsense", Map.of(), Optional.empty(),
                Finding.general("decision-gates.gate.error.unknown-rule", "nonsense")));
        for (Gate gate : List.of(Gate.of(broken), unknown, Gate.of())) {
            TransitionReadiness readiness = evaluator.evaluate(transition("Decide", gate), IssueViews.anItem(), ActiveWaivers.NONE);
            assertEquals(State.MISSING, readiness.state());
            RuleReadiness rule = readiness.rules().get(0);
            assertEquals(RemedyKind.ADMINISTRATOR, rule.remedyKindOf(rule.findings().get(0)));
        }
    }

    @Test
    public void tellsAdviceAndWaiversFromWhatIsMissing() {
        TransitionReadiness review = evaluator.evaluate(transition("Send for review", gate("has-acceptance-criteria")),
                IssueViews.anItem().accepting("Checkout is fast"), ActiveWaivers.NONE);
        assertEquals(State.READY, review.state());
        assertEquals(List.of(true), review.rules().stream().map(RuleReadiness::isAdvice).toList());

        ConfiguredRule owner = ConfiguredRule.of(Rules.of("has-owner").orElseThrow());
        TransitionReadiness waived = evaluator.evaluate(transition("Decide", Gate.of(owner)), IssueViews.anEmptyItem(),
                (rule, policy) -> true);
        assertEquals(List.of(State.READY, Status.WAIVED, true, false), List.of(waived.state(), waived.rules().get(0).result(),
                waived.rules().get(0).isWaived(), waived.rules().get(0).isAdvice()));
        assertEquals("why it was needed", "decision-gates.rule.has-owner.missing", waived.rules().get(0).findings().get(0).key());

        TransitionReadiness advised = evaluator.evaluate(transition("Decide", Gate.of(owner.enforced(Enforcement.ADVISE))),
                IssueViews.anEmptyItem(), ActiveWaivers.NONE);
        assertEquals(List.of(State.READY, Status.FAILED, true), List.of(advised.state(), advised.rules().get(0).result(),
                advised.rules().get(0).isAdvice()));
        TransitionReadiness recorded = evaluator.evaluate(transition("Decide", Gate.of(owner.enforced(Enforcement.EVALUATE))),
                IssueViews.anEmptyItem(), ActiveWaivers.NONE);
        assertEquals(List.of(State.READY, false), List.of(recorded.state(), recorded.rules().get(0).isAdvice()));
    }

    @Test
    public void scoresWhatTheWayOnAsks() {
        IssueView issue = IssueViews.anItem().without(Field.FALLBACK);
        Score score = score(GatesAhead.along(transition("Send for review", gate("has-owner", "has-due-date")),
                transition("Decide", gate("has-owner", "has-due-date")), transition("Start delivery", gate("has-fallback"))), issue);

        assertEquals(List.of("Send for review", "Decide", "Start delivery"), score.way());
        assertEquals(List.of("has-owner", "has-due-date", "has-fallback"), score.rules().stream().map(Score.Points::rule).toList());
        assertEquals(OptionalInt.of(72), score.value());
    }

    @Test
    public void scoresOfSeveralWaysOnTheOneWithMostPoints() {
        GatedTransition resolve = transition("Resolve", gate("has-owner", "has-due-date"));
        GatedTransition accept = transition("Accept the risk", gate("has-owner", "accepted-risk-has-approver"));
        GatesAhead ahead = new GatesAhead(List.of(resolve, accept), List.of(List.of(accept), List.of(resolve)));

        Score score = score(ahead, IssueViews.anItem());
        assertEquals(List.of("Resolve"), score.way());
        assertEquals("an alternative takes no points away", OptionalInt.of(100), score.value());
        assertEquals("of ways with as many points the first", List.of("Resolve"),
                score(new GatesAhead(ahead.workflow(), List.of(List.of(resolve), List.of(resolve, resolve))), IssueViews.anItem()).way());
        Score limited = score(ahead, IssueViews.anItem().ownedByNobody());
        assertEquals("of two that are limited that which would have more", List.of(List.of("Resolve"), OptionalInt.of(40)),
                List.of(limited.way(), limited.value()));
    }

    @Test
    public void scoresAHundredAtTheEndAndNothingWhereNothingIsEverAsked() {
        GatedTransition resolve = transition("Resolve", gate("has-owner"));
        Score ended = score(new GatesAhead(List.of(resolve), List.of(List.of())), IssueViews.anEmptyItem());

        assertEquals(List.of(OptionalInt.of(100), OptionalInt.of(0), List.of(), false),
                List.of(ended.value(), ended.missing(), ended.rules(), ended.isCapped()));
        assertEquals(Score.NONE, score(GatesAhead.along(), IssueViews.anEmptyItem()));
        assertEquals("advice alone", Score.NONE, score(GatesAhead.along(transition("Resolve",
                Gate.of(ConfiguredRule.of(Rules.of("has-owner").orElseThrow()).enforced(Enforcement.ADVISE)))), IssueViews.anEmptyItem()));
        assertEquals("where it cannot be told where it stands", Score.NONE,
                score(new GatesAhead(List.of(resolve), List.of()), IssueViews.anEmptyItem()));
    }

    private Score score(GatesAhead ahead, IssueView issue) {
        return evaluator.score(ahead, issue, ActiveWaivers.NONE, ScoreWeights.SHIPPED);
    }

    private static GatedTransition transition(String name, Gate... gates) {
        return new GatedTransition(name.hashCode(), name, List.of(gates));
    }

    private static Gate gate(String... rules) {
        return Gate.of(List.of(rules).stream().map(key -> ConfiguredRule.of(Rules.of(key).orElseThrow())).toList());
    }

    private static ConfiguredRule counted(AtomicInteger examined, Map<String, String> settings) {
        return new ConfiguredRule("counted", settings, Optional.empty(), Optional.empty(), When.ALWAYS, List.of(), Set.of(),
                (issue, context) -> {
                    examined.incrementAndGet();
                    return RuleResult.passed();
                });
    }
}
