package org.decisiongates.policy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.Test;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.policy.rules.Rules;

public class PolicyApprovalsTest {

    private static final ApprovalRequirement LEGAL = new ApprovalRequirement("legal", "Legal", 1,
            new ApproverSources(List.of("lena"), List.of("lawyers"), List.of("10100"), List.of(new Field("customfield_10200"))),
            ApprovalQuorum.percent(50), When.all(RuleCondition.customersNotice()),
            EnumSet.of(SealedSection.QUESTION, SealedSection.DUE_DATE), true, true);
    private static final ApprovalRequirement BOARD = new ApprovalRequirement("board", "Board", 2,
            new ApproverSources(List.of(), List.of("board"), List.of(), List.of()), ApprovalQuorum.people(1), When.ALWAYS,
            EnumSet.allOf(SealedSection.class), false);

    @Test
    public void isReadAsItWasWritten() throws InvalidPolicyException {
        Policy policy = asking(new ApprovalTerms(List.of(LEGAL, BOARD), false, 3));
        String json = PolicyJson.write(policy);
        assertEquals(policy, PolicyJson.read(json, Scope.GLOBAL, 1, Rules::of));
        assertTrue(json,
                json.contains("\"approvals\":{\"separationOfDuties\":false,\"reminderDays\":3,"
                        + "\"requirements\":[{\"key\":\"legal\",\"name\":\"Legal\","
                        + "\"people\":[\"lena\"],\"groups\":[\"lawyers\"],\"roles\":[\"10100\"],\"fields\":[\"customfield_10200\"],"
                        + "\"quorum\":{\"unit\":\"percent\",\"number\":50}"));
        assertTrue(json, json.contains("\"commentRequired\":true,\"passwordRequired\":true}"));
        assertEquals("of the one that asks for it", json.indexOf("passwordRequired"), json.lastIndexOf("passwordRequired"));
        assertFalse("what is usual is left out", PolicyJson.write(asking(ApprovalTerms.NONE)).contains("approvals"));
        assertEquals(ApprovalTerms.NONE,
                PolicyJson.read(PolicyJson.write(asking(ApprovalTerms.NONE)), Scope.GLOBAL, 1, Rules::of).approvals());
    }

    @Test
    public void namesWhatIsWrongAndWhere() {
        String good = "\"key\":\"a\",\"name\":\"A\",\"groups\":[\"g\"],\"sections\":[\"question\"]";
        Map<String, String> faults = Map.ofEntries(
                Map.entry("\"key\":\"a\",\"name\":\"A\",\"sections\":[\"question\"]", "approvals.requirements[0] no-approvers"),
                Map.entry("\"key\":\"a\",\"name\":\"A\",\"fields\":[\"owner\"],\"sections\":[\"question\"]",
                        "approvals.requirements[0].fields owner-only"),
                Map.entry("\"key\":\"a\",\"name\":\"A\",\"groups\":[\"g\"],\"sections\":[]",
                        "approvals.requirements[0].sections no-sections"),
                Map.entry("\"key\":\"a\",\"name\":\"A\",\"groups\":[\"g\"],\"sections\":[\"mood\"]",
                        "approvals.requirements[0].sections[0] section"),
                Map.entry("\"key\":\"A b\",\"name\":\"A\",\"groups\":[\"g\"],\"sections\":[\"question\"]",
                        "approvals.requirements[0].key key"),
                Map.entry("\"key\":\"a\",\"name\":\" \",\"groups\":[\"g\"],\"sections\":[\"question\"]",
                        "approvals.requirements[0].name text"),
                Map.entry(good + ",\"stage\":0", "approvals.requirements[0].stage range"),
                Map.entry(good + ",\"stage\":10", "approvals.requirements[0].stage range"),
                Map.entry(good + ",\"quorum\":{\"unit\":\"percent\",\"number\":101}", "approvals.requirements[0].quorum.number range"),
                Map.entry(good + ",\"quorum\":{\"unit\":\"people\",\"number\":0}", "approvals.requirements[0].quorum.number range"),
                Map.entry(good + ",\"roles\":[\"lawyers\"]", "approvals.requirements[0].roles[0] entry"),
                Map.entry(good + ",\"fields\":[\"no field\"]", "approvals.requirements[0].fields[0] entry"),
                Map.entry(good + ",\"people\":[\"a\",\"a\"]", "approvals.requirements[0].people[1] duplicate"),
                Map.entry(good + ",\"when\":[{\"kind\":\"actor-group\",\"values\":[\"g\"]}]",
                        "approvals.requirements[0].when[0] condition-actor"),
                Map.entry(good + "},{" + good, "approvals.requirements[1].key duplicate"));
        faults.forEach((requirement, fault) -> {
            InvalidPolicyException refused = assertThrows(requirement, InvalidPolicyException.class,
                    () -> PolicyJson.read(json(requirement),
                            Scope.GLOBAL, 1, Rules::of));
            assertEquals(requirement, List.of(fault), refused.faults().stream()
                    .map(one -> one.place() + " " + one.message().key().replace("decision-gates.policy.fault.", "")).toList());
        });
    }

    @Test
    public void carriesReferencesToAnotherHost() {
        Policy policy = asking(new ApprovalTerms(List.of(LEGAL), true, 7));
        assertEquals(Set.of("PERSON lena", "GROUP lawyers", "ROLE 10100", "FIELD customfield_10200"), Set.copyOf(PolicyReferences
                .of(policy, Rules::of).stream().map(reference -> reference.kind() + " " + reference.id()).toList()));
        ApproverSources there = PolicyReferences.replace(policy, Rules::of, reference -> List.of(reference.id() + "0")).approvals()
                .requirements().get(0).approvers();
        assertEquals(
                new ApproverSources(List.of("lena0"), List.of("lawyers0"), List.of("101000"), List.of(new Field("customfield_102000"))),
                there);
    }

    @Test
    public void takesDaysOfRemindersThatPeopleLiveToSee() throws InvalidPolicyException {
        String days = json("\"key\":\"a\",\"name\":\"A\",\"groups\":[\"g\"],\"sections\":[\"question\"]")
                .replace("\"requirements\"", "\"reminderDays\":%s,\"requirements\"");
        for (int right : new int[] {0, 1, PolicyJson.MAX_DAYS}) {
            assertEquals(right, PolicyJson.read(days.formatted(right), Scope.GLOBAL, 1, Rules::of).approvals().reminderDays());
        }
        InvalidPolicyException refused = assertThrows(InvalidPolicyException.class,
                () -> PolicyJson.read(days.formatted(PolicyJson.MAX_DAYS + 1), Scope.GLOBAL, 1, Rules::of));
        assertEquals(List.of("approvals.reminderDays"), refused.faults().stream().map(InvalidPolicyException.Fault::place).toList());
        for (long wrong : new long[] {-1, -4_294_967_290L, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThrows(String.valueOf(wrong), InvalidPolicyException.class,
                    () -> PolicyJson.read(days.formatted(wrong), Scope.GLOBAL, 1, Rules::of));
        }
    }

    @Test
    public void isReadAloneAsItWasWritten() throws InvalidPolicyException {
        assertEquals(LEGAL, PolicyJson.readRequirement(PolicyJson.writeRequirement(LEGAL)));
        for (String nonsense : List.of("", "{}", "null", "[]", "{\"key\":\"a\",\"name\":\"A\",\"groups\":[\"g\"],\"sections\":[]}")) {
            assertThrows(nonsense, InvalidPolicyException.class, () -> PolicyJson.readRequirement(nonsense));
        }
    }

    @Test
    public void staysWithThePolicyInEveryCopy() {
        ApprovalTerms terms = new ApprovalTerms(List.of(LEGAL), false, 5);
        Policy policy = asking(terms);
        Map<String, Policy> copies = Map.of("another version", policy.as(new PolicyVersion("other", 2)), "other waivers",
                policy.waivedBy(new WaiverTerms(List.of("board"), List.of(), 7)), "other gates", policy.withGates(List.of()), "other tests",
                policy.withCases(List.of()), "unlocked", policy.unlocked(), "the ids of another host",
                PolicyReferences.replace(policy, Rules::of, reference -> List.of(reference.id())));
        copies.forEach((which, copy) -> assertEquals(which, terms, copy.approvals()));
        assertEquals(ApprovalTerms.NONE, policy.approvedBy(ApprovalTerms.NONE).approvals());
    }

    private static Policy asking(ApprovalTerms terms) {
        return new Policy(new PolicyVersion("decision", 1), "Decisions", "decision", false, WaiverTerms.NONE, terms, Map.of(), List.of(),
                List.of());
    }

    private static String json(String requirement) {
        return "{\"format\":1,\"key\":\"decision\",\"name\":\"Decisions\",\"issueType\":\"decision\",\"gates\":[],"
                + "\"approvals\":{\"requirements\":[{" + requirement + "}]}}";
    }
}
