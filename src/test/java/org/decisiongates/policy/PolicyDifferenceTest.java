package org.decisiongates.policy;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.fixture.BundleTexts;
import org.decisiongates.issue.Field;
import org.decisiongates.text.Message;

public class PolicyDifferenceTest {

    private static final PolicyGate REVIEW = new PolicyGate("in-review", "Send for review", Optional.of("IN_REVIEW"), Enforcement.ENFORCE,
            List.of(PolicyRule.of("has-owner"), PolicyRule.of("has-due-date").with(Map.of("horizon-days", "14"))));
    private static final PolicyGate LIVE = new PolicyGate("live", "Go live", Optional.empty(), Enforcement.OFF, List.of());
    private static final Policy BEFORE = new Policy(new PolicyVersion("decision", 1), "Decision", "decision", false, WaiverTerms.NONE,
            Map.of("has-owner", 100), List.of(REVIEW, LIVE), List.of());

    @Test
    public void saysNothingOfVersionsThatSayTheSame() {
        assertEquals(List.of(), PolicyDifference.between(BEFORE, BEFORE.as(new PolicyVersion(Scope.of(1), "decision", 2))));
    }

    @Test
    public void saysWhatChanged() {
        PolicyGate review = new PolicyGate("in-review", "Review", Optional.empty(), Enforcement.ADVISE,
                List.of(new PolicyRule("has-due-date", Map.of("field", "x"), Optional.of("Say when."), Optional.of(Enforcement.OFF),
                        When.all(Condition.isSet(Field.OWNER))), PolicyRule.of("has-fallback"), PolicyRule.of("has-due-date")));
        PolicyGate decide = new PolicyGate("decide", "Decide", Optional.empty(), Enforcement.ENFORCE, List.of(PolicyRule.of("has-owner")));
        Policy after = new Policy(new PolicyVersion("decision", 2), "Decisions", "10001", true,
                new WaiverTerms(List.of("leads"), List.of(), 30), Map.of("has-owner", 60, "has-fallback", 40), List.of(decide, review),
                List.of());
        assertEquals(List.of("name Decision Decisions", "issue-type decision 10001", "locked", "waivers", "waiver-days 0 30",
                "weight has-fallback 0 40", "weight has-owner 100 60", "gate-removed Go live", "gate-added Decide",
                "rule-added Decide has-owner", "gate-name Send for review Review", "gate-phase Review IN_REVIEW ",
                "gate-enforcement Review ENFORCE ADVISE", "rule-removed Review has-owner", "setting Review has-due-date field  x",
                "setting Review has-due-date horizon-days 14 ", "message Review has-due-date  Say when.",
                "rule-enforcement Review has-due-date  OFF", "when Review has-due-date", "rule-added Review has-fallback",
                "rule-added Review has-due-date"), told(BEFORE, after));
        assertEquals(List.of("unlocked"), told(after, BEFORE).stream().filter(change -> change.endsWith("locked")).toList());
    }

    @Test
    public void saysThatOnlyTheOrderChanged() {
        PolicyGate turned = new PolicyGate(REVIEW.key(), REVIEW.name(), REVIEW.phase(), REVIEW.enforcement(),
                List.of(REVIEW.rules().get(1), REVIEW.rules().get(0)));
        Policy after = new Policy(BEFORE.version(), BEFORE.name(), BEFORE.issueType(), false, BEFORE.waivers(), BEFORE.weights(),
                List.of(LIVE, turned), List.of());
        assertEquals(List.of("rule-order Send for review", "gate-order"), told(BEFORE, after));
    }

    private static List<String> told(Policy before, Policy after) {
        List<Message> changes = PolicyDifference.between(before, after);
        changes.forEach(change -> assertEquals(change.key(), change.arguments().size(), new BundleTexts().argumentsOf(change.key())));
        return changes.stream().map(change -> change.key().substring("decision-gates.policy.difference.".length())
                + String.join("", change.arguments().stream().map(argument -> " " + argument).toList())).toList();
    }
}
