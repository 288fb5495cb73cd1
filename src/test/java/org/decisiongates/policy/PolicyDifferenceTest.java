package org.decisiongates.policy;

import static org.junit.Assert.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.Test;

import org.decisiongates.fixture.BundleTexts;
import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.text.Message;

public class PolicyDifferenceTest {

    private static final PolicyNames NAMES = new Plain();
    private static final PolicyGate REVIEW = new PolicyGate("in-review", "Send for review", Optional.of("IN_REVIEW"), Enforcement.ENFORCE,
            List.of(PolicyRule.of("has-owner"), PolicyRule.of("has-due-date").with(Map.of("horizon-days", "14"))));
    private static final PolicyGate LIVE = new PolicyGate("live", "Go live", Optional.empty(), Enforcement.OFF, List.of());
    private static final Policy BEFORE = new Policy(new PolicyVersion("decision", 1), "Decision", "decision", false, WaiverTerms.NONE,
            ApprovalTerms.NONE,
            Map.of("has-owner", 100), List.of(REVIEW, LIVE), List.of());

    @Test
    public void saysNothingOfVersionsThatSayTheSame() {
        assertEquals(List.of(), PolicyDifference.between(BEFORE, BEFORE.as(new PolicyVersion(Scope.of(1), "decision", 2)), NAMES));
    }

    @Test
    public void saysWhatChanged() {
        PolicyGate review = new PolicyGate("in-review", "Review", Optional.empty(), Enforcement.ADVISE,
                List.of(new PolicyRule("has-due-date", Map.of("field", "x"), Optional.of("Say when."), Optional.of(Enforcement.OFF),
                        When.all(RuleCondition.isSet(Field.OWNER))), PolicyRule.of("has-fallback"), PolicyRule.of("has-due-date")));
        PolicyGate decide = new PolicyGate("decide", "Decide", Optional.empty(), Enforcement.ENFORCE, List.of(PolicyRule.of("has-owner")));
        Policy after = new Policy(new PolicyVersion("decision", 2), "Decisions", "10001", true,
                new WaiverTerms(List.of("leads"), List.of(), 30), ApprovalTerms.NONE, Map.of("has-owner", 60, "has-fallback", 40),
                List.of(decide, review),
                List.of());
        assertEquals(List.of("name Decision Decisions", "issue-type decision 10001", "locked", "waiver-group-added leads",
                "waiver-days 0 30", "weight has-fallback 0 40", "weight has-owner 100 60", "gate-removed Go live", "gate-added Decide",
                "rule-added Decide has-owner", "gate-name Send for review Review", "gate-phase Review IN_REVIEW -",
                "gate-enforcement Review ENFORCE ADVISE", "rule-removed Review has-owner", "setting Review has-due-date field - x",
                "setting Review has-due-date horizon-days 14 -", "message-added Review has-due-date Say when.",
                "rule-enforcement Review has-due-date as-gate OFF", "when-added Review has-due-date FIELD_IS_SET owner",
                "rule-added Review has-fallback", "rule-added Review has-due-date"), told(BEFORE, after));
        assertEquals(List.of("unlocked"), told(after, BEFORE).stream().filter(change -> change.endsWith("locked")).toList());
    }

    @Test
    public void namesWhatChangedOfAnApproval() {
        ApprovalRequirement finance = new ApprovalRequirement("finance", "Finance", 1, people("lena"),
                ApprovalQuorum.people(1), When.ALWAYS, Set.of(SealedSection.SCOPE), false);
        ApprovalRequirement strict = new ApprovalRequirement("finance", "Finance", 1, finance.approvers(), finance.quorum(),
                finance.when(), finance.sections(), true, true);
        assertEquals(List.of("approval-comment-required Finance", "approval-password-required Finance"),
                told(approvedBy(finance), approvedBy(strict)));
        assertEquals(List.of("approval-comment-optional Finance", "approval-password-not-required Finance"),
                told(approvedBy(strict), approvedBy(finance)));
        ApprovalRequirement other = new ApprovalRequirement("finance", "Money", 2, people("owen"),
                ApprovalQuorum.people(2), When.all(RuleCondition.isSet(Field.OWNER)), Set.of(SealedSection.QUESTION), false);
        assertEquals(List.of("approval-renamed Finance Money", "approval-stage Money 1 2", "approval-approvers Money",
                "approval-quorum Money", "approval-when Money", "approval-sections Money"), told(approvedBy(finance), approvedBy(other)));
    }

    private static ApproverSources people(String key) {
        return new ApproverSources(List.of(key), List.of(), List.of(), List.of());
    }

    private static Policy approvedBy(ApprovalRequirement requirement) {
        return BEFORE.approvedBy(new ApprovalTerms(List.of(requirement), true, 0));
    }

    @Test
    public void saysWhenPeopleAreReminded() {
        Policy daily = BEFORE.approvedBy(new ApprovalTerms(List.of(), true, 1));
        assertEquals(List.of("reminder-days 0 1"), told(BEFORE, daily));
        assertEquals(List.of("reminder-days 1 0"), told(daily, BEFORE));
    }

    @Test
    public void namesWhoMayWaiveAndWhatTheScoreGoesBy() {
        Policy some = policy(new WaiverTerms(List.of("leads", "board"), List.of("10010"), 30), Map.of(), List.of());
        Policy others = policy(new WaiverTerms(List.of("board", "staff"), List.of("10020"), 30), Map.of("has-owner", 100), List.of());
        assertEquals(List.of("waiver-group-removed leads", "waiver-group-added staff", "waiver-role-removed role 10010",
                "waiver-role-added role 10020", "weights-own", "weight-set has-owner 100"), told(some, others));
        assertEquals(List.of("weights-usual"), told(others, policy(others.waivers(), Map.of(), List.of())));
    }

    @Test
    public void namesEachTestThatChanged() {
        PolicyCase owned = oneCase("owned", "in-review", IssueSnapshot.EMPTY, Map.of("has-owner", Status.PASSED));
        PolicyCase dated = oneCase("dated", "in-review", IssueSnapshot.EMPTY,
                Map.of("has-due-date", Status.FAILED, "has-owner", Status.FAILED));
        Policy before = policy(WaiverTerms.NONE, Map.of(), List.of(owned, dated));
        PolicyCase moved = oneCase("dated", "live", IssueSnapshot.EMPTY.with(Field.PRIORITY, new Choice("1", "High")),
                Map.of("has-due-date", Status.PASSED, "has-fallback", Status.ERROR));
        PolicyCase fresh = oneCase("fresh", "in-review", IssueSnapshot.EMPTY, Map.of("has-owner", Status.PASSED));
        assertEquals(List.of("case-removed owned", "case-gate dated in-review live", "case-changed dated",
                "case-expects dated has-due-date PASSED", "case-expects dated has-fallback ERROR", "case-expects-nothing dated has-owner",
                "case-added fresh"), told(before, policy(WaiverTerms.NONE, Map.of(), List.of(moved, fresh))));
        assertEquals(List.of("case-order"), told(before, policy(WaiverTerms.NONE, Map.of(), List.of(dated, owned))));
    }

    private static Policy policy(WaiverTerms terms, Map<String, Integer> weights, List<PolicyCase> cases) {
        return new Policy(BEFORE.version(), BEFORE.name(), BEFORE.issueType(), false, terms, ApprovalTerms.NONE, weights, BEFORE.gates(),
                cases);
    }

    private static PolicyCase oneCase(String name, String gate, IssueSnapshot issue, Map<String, Status> expected) {
        return new PolicyCase(name, gate, issue, LocalDate.parse("2026-11-18"), Optional.empty(), Set.of(), "", expected);
    }

    @Test
    public void saysThatOnlyTheOrderChanged() {
        PolicyGate turned = new PolicyGate(REVIEW.key(), REVIEW.name(), REVIEW.phase(), REVIEW.enforcement(),
                List.of(REVIEW.rules().get(1), REVIEW.rules().get(0)));
        Policy after = new Policy(BEFORE.version(), BEFORE.name(), BEFORE.issueType(), false, BEFORE.waivers(), ApprovalTerms.NONE,
                BEFORE.weights(),
                List.of(LIVE, turned), List.of());
        assertEquals(List.of("rule-order Send for review", "gate-order"), told(BEFORE, after));
    }

    private static List<String> told(Policy before, Policy after) {
        List<Message> changes = PolicyDifference.between(before, after, NAMES);
        changes.forEach(change -> assertEquals(change.key(), change.arguments().size(), new BundleTexts().argumentsOf(change.key())));
        return changes.stream().map(change -> change.key().substring("decision-gates.policy.difference.".length())
                + String.join("", change.arguments().stream().map(argument -> " " + argument).toList())).toList();
    }

    /** Keys and ids as they are; a minus sign for nothing. */
    private static final class Plain implements PolicyNames {

        @Override
        public String rule(String key) {
            return key;
        }

        @Override
        public String setting(String rule, String setting) {
            return setting;
        }

        @Override
        public String value(PolicyRule rule, String setting) {
            return rule.settings().getOrDefault(setting, "-");
        }

        @Override
        public String condition(RuleCondition condition) {
            return condition.kind() + condition.field().map(field -> " " + field.id()).orElse("");
        }

        @Override
        public String role(String id) {
            return "role " + id;
        }

        @Override
        public String issueType(String type) {
            return type;
        }

        @Override
        public String phase(String phase) {
            return phase.isEmpty() ? "-" : phase;
        }

        @Override
        public String enforcement(Enforcement enforcement) {
            return enforcement.name();
        }

        @Override
        public String enforcedAsItsGate() {
            return "as-gate";
        }

        @Override
        public String status(Status status) {
            return status.name();
        }
    }
}
