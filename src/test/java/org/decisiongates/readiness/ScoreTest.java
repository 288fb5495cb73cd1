package org.decisiongates.readiness;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.Test;

import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.policy.rules.Rules;

public class ScoreTest {

    private static final ScoreWeights M3 = new ScoreWeights(Map.of("owner", 15, "due", 10, "criteria", 20, "approvals", 20, "fallback", 10,
            "states", 10, "outcome", 5, "blocking", 10), Set.of("owner", "criteria", "approvals", "blocking"));
    private static final List<String> ALL = List.of("owner", "due", "criteria", "approvals", "fallback", "states", "outcome", "blocking");

    @Test
    public void isTheSumOfTheWeightsOfWhatIsMet() {
        assertEquals(OptionalInt.of(100), m3().value());
        assertEquals(OptionalInt.of(90), m3("fallback").value());
        assertEquals(OptionalInt.of(75), m3("fallback", "outcome", "states").value());
    }

    @Test
    public void isAtMost49WhileSomethingRequiredIsMissing() {
        Score score = m3("approvals");

        assertEquals("80 without the cap", OptionalInt.of(49), score.value());
        assertTrue(score.isCapped());
        assertEquals("below the cap it stays what it is", OptionalInt.of(30),
                m3("owner", "due", "criteria", "approvals", "outcome").value());
    }

    @Test
    public void sharesAmongWhatIsAskedTheWeightsOfWhatIsNot() {
        Score score = Score.of(asked(rule("has-owner", Status.PASSED), rule("has-due-date", Status.PASSED),
                rule("has-acceptance-criteria", Status.PASSED), rule("has-fallback", Status.FAILED)), ScoreWeights.SHIPPED);

        assertEquals(List.of(27, 18, 37, 18), score.rules().stream().map(Score.Points::points).toList());
        assertEquals(OptionalInt.of(82), score.value());
        assertEquals(3, score.met());
    }

    @Test
    public void makesExactlyAHundredOfAnyWeights() {
        assertArrayEquals(new int[] {34, 33, 33}, Score.scaled(new int[] {1, 1, 1}));
        assertArrayEquals(new int[] {100}, Score.scaled(new int[] {5}));
        assertArrayEquals(new int[] {}, Score.scaled(new int[] {}));
        assertArrayEquals("where all weigh nothing, all weigh the same", new int[] {50, 50}, Score.scaled(new int[] {0, 0}));
        Random random = new Random(20261128);
        for (int run = 0; run < 10_000; run++) {
            int[] weights = random.ints(1 + random.nextInt(30), 1, 101).toArray();
            int[] points = Score.scaled(weights);
            assertEquals(Arrays.toString(weights), 100, Arrays.stream(points).sum());
            for (int i = 0; i < weights.length; i++) {
                int sum = Arrays.stream(weights).sum();
                assertTrue(Arrays.toString(weights), points[i] == weights[i] * 100 / sum || points[i] == weights[i] * 100 / sum + 1);
            }
        }
    }

    @Test
    public void asksOnlyWhatIsEnforcedAndAppliesNow() {
        List<RuleReadiness> asked = new ArrayList<>();
        for (Enforcement enforcement : Enforcement.values()) {
            asked.add(new RuleReadiness("of-" + enforcement, Status.FAILED, enforcement, List.of(), List.of(PolicyVersion.OF_THE_WORKFLOW),
                    ""));
        }
        for (Status status : Status.values()) {
            asked.add(rule("is-" + status, status));
        }
        assertEquals(List.of("of-ENFORCE", "is-PASSED", "is-WAIVED", "is-FAILED", "is-ERROR"),
                Score.of(asked(asked.toArray(RuleReadiness[]::new)), ScoreWeights.SHIPPED).rules().stream().map(Score.Points::rule)
                        .toList());
        assertEquals(List.of(false, true, true, false, false),
                Score.of(asked(asked.toArray(RuleReadiness[]::new)), ScoreWeights.SHIPPED).rules().stream().map(Score.Points::met)
                        .toList());
    }

    @Test
    public void isAHundredWhenAllIsMetThatPoliciesGiveNoWeight() {
        ScoreWeights nothing = new ScoreWeights(Map.of("has-due-date", 0, "has-fallback", 0), Set.of());
        RuleReadiness met = rule("has-due-date", Status.PASSED);

        assertEquals(OptionalInt.of(100), Score.of(asked(met, rule("has-fallback", Status.PASSED)), nothing).value());
        assertEquals(OptionalInt.of(50), Score.of(asked(met, rule("has-fallback", Status.FAILED)), nothing).value());
        assertEquals(OptionalInt.of(0), Score.of(asked(rule("has-fallback", Status.FAILED)), nothing).value());
    }

    @Test
    public void givesPointsForWhatIsMetWhereverItIsAsked() {
        Score score = Score.of(asked(rule("has-owner", Status.PASSED), rule("has-due-date", Status.PASSED),
                rule("has-due-date", Status.FAILED)), ScoreWeights.SHIPPED);

        assertEquals(List.of(true, false), score.rules().stream().map(Score.Points::met).toList());
        assertEquals(OptionalInt.of(60), score.value());
    }

    @Test
    public void isNoNumberWhereNothingIsEverAsked() {
        assertEquals(List.of(OptionalInt.empty(), OptionalInt.empty(), false),
                List.of(Score.NONE.value(), Score.NONE.missing(), Score.NONE.isCapped()));
    }

    private static Score m3(String... missing) {
        return Score.of(asked(ALL.stream().map(key -> rule(key, List.of(missing).contains(key) ? Status.FAILED : Status.PASSED))
                .toArray(RuleReadiness[]::new)), M3);
    }

    private static List<TransitionReadiness> asked(RuleReadiness... rules) {
        return List.of(new TransitionReadiness(11, "Decide", List.of(rules)));
    }

    private static RuleReadiness rule(String key, Status result) {
        return new RuleReadiness(key, result, Enforcement.ENFORCE, List.of(), List.of(PolicyVersion.OF_THE_WORKFLOW), "");
    }

    @Test
    public void isOfSeveralIssuesTheLowestAndTheMean() {
        List<Score> release = List.of(m3(), m3("fallback"), m3("approvals"), Score.NONE);

        assertEquals(new ScoreSummary(3, OptionalInt.of(49), Optional.of(new BigDecimal("79.7"))), ScoreSummary.of(release));
        assertEquals(new ScoreSummary(0, OptionalInt.empty(), Optional.empty()), ScoreSummary.of(List.of()));
    }

    @Test
    public void weighsRulesThatThereAre() {
        assertEquals(Set.of(),
                ScoreWeights.SHIPPED.weights().keySet().stream().filter(key -> Rules.of(key).isEmpty()).collect(Collectors.toSet()));
        assertTrue(ScoreWeights.SHIPPED.weights().keySet().containsAll(ScoreWeights.SHIPPED.required()));
    }

    @Test
    public void weighsAsThePoliciesSayAndElseAsTheAppDoes() {
        ScoreWeights weights = ScoreWeights.SHIPPED.with(List.of(Map.of("has-owner", 30, "has-request-link", 2), Map.of("has-owner", 20)));

        assertEquals("the heavier of two", 30, weights.of("has-owner"));
        assertEquals(2, weights.of("has-request-link"));
        assertEquals(10, weights.of("has-due-date"));
        assertEquals(ScoreWeights.OF_ANY_OTHER, weights.of("has-trade-off"));
        assertTrue(weights.requires("has-owner"));
    }
}
