package org.decisiongates.policy;

import static org.junit.Assert.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.Test;

import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.policy.HostReference.Kind;

public class PolicyReferencesTest {

    private static final Field RISK = new Field("customfield_10100");
    private static final RuleDefinition RULE = new RuleDefinition("test-only",
            List.of(Setting.field(Setting.Type.OPTION_FIELD, Field.PRIORITY), Setting.list("options", Setting.Type.OPTIONS, 0, 9),
                    Setting.list("people", Setting.Type.PEOPLE, 0, 9), Setting.list("groups", Setting.Type.GROUPS, 0, 9),
                    Setting.list("roles", Setting.Type.ROLES, 0, 9), Setting.list("links", Setting.Type.LINK_TYPES, 0, 9),
                    Setting.list("statuses", Setting.Type.STATUSES, 0, 9), Setting.number("days", 1, 1, 9)),
            Set.of(), List.of(), settings -> (issue, context) -> RuleResult.passed());

    private static final Policy POLICY = new Policy(new PolicyVersion("tasks", 1), "Tasks", "10001", false,
            new WaiverTerms(List.of("leads"), List.of("10010"), 7), ApprovalTerms.NONE, Map.of(),
            List.of(new PolicyGate("start", "Start", Optional.empty(), Enforcement.ENFORCE,
                    List.of(new PolicyRule("test-only",
                            Map.of("field", "customfield_10100", "options", "7\n8", "people", "JIRAUSER1", "groups", "board", "roles",
                                    "10011", "links", "3", "statuses", "4", "days", "5"),
                            Optional.empty(), Optional.empty(),
                            When.all(RuleCondition.fieldIs(RISK, "9"), RuleCondition.isSet(new Field("customfield_10101")),
                                    RuleCondition.typeIs("decision", "10002"), RuleCondition.priorityIs("2"),
                                    RuleCondition.actorIsIn("crew"))),
                            PolicyRule.of("unknown").with(Map.of("field", "customfield_9"))))),
            List.of(new PolicyCase("high", "start",
                    IssueSnapshot.EMPTY.with(RISK, new Choice("7", "High")).without(new Field("customfield_10102")).inRole("ann", "10012"),
                    LocalDate.of(2026, 11, 18), Optional.empty(), Set.of(new Field("customfield_10103")), "",
                    Map.of("test-only", RuleResult.Status.PASSED))));

    @Test
    public void findsEverythingThatHasAnotherIdElsewhere() {
        assertEquals(Set.of("ISSUE_TYPE 10001", "ISSUE_TYPE 10002", "FIELD customfield_10100", "FIELD customfield_10101",
                "FIELD customfield_10102", "FIELD customfield_10103", "OPTION customfield_10100:7", "OPTION customfield_10100:8",
                "OPTION customfield_10100:9", "OPTION priority:2", "PERSON JIRAUSER1", "GROUP board", "GROUP crew", "GROUP leads",
                "ROLE 10010", "ROLE 10011", "ROLE 10012", "LINK_TYPE 3", "STATUS 4"),
                PolicyReferences.of(POLICY, PolicyReferencesTest::definition).stream()
                        .map(reference -> reference.kind() + " " + reference.key()).collect(Collectors.toSet()));
    }

    @Test
    public void leavesAPolicyAsItIsWhenTheIdsAreTheSame() {
        assertEquals(POLICY, PolicyReferences.replace(POLICY, PolicyReferencesTest::definition, reference -> List.of(reference.id())));
    }

    @Test
    public void putsOtherIdsInPlaceOfAllOfThem() {
        Policy replaced = PolicyReferences.replace(POLICY, PolicyReferencesTest::definition,
                reference -> reference.kind() == Kind.OPTION ? List.of(reference.id() + "1", reference.id() + "2")
                        : List.of(reference.id() + "9"));

        PolicyRule rule = replaced.gates().get(0).rules().get(0);
        assertEquals(Map.of("field", "customfield_101009", "options", "71\n72\n81\n82", "people", "JIRAUSER19", "groups", "board9", "roles",
                "100119", "links", "39", "statuses", "49", "days", "5"), rule.settings());
        assertEquals(
                When.all(RuleCondition.fieldIs(new Field("customfield_101009"), "91", "92"),
                        RuleCondition.isSet(new Field("customfield_101019")),
                        RuleCondition.typeIs("decision", "100029"), RuleCondition.priorityIs("21", "22"), RuleCondition.actorIsIn("crew9")),
                rule.when());
        assertEquals(POLICY.gates().get(0).rules().get(1), replaced.gates().get(0).rules().get(1));
        PolicyCase one = replaced.cases().get(0);
        assertEquals(List.of(new Choice("71", "High"), new Choice("72", "High")),
                one.issue().values().get(new Field("customfield_101009")));
        assertEquals(Set.of(new Field("customfield_101039")), one.changes());
        assertEquals(Set.of(new Field("customfield_101029")), one.issue().absent());
        assertEquals(Set.of("100129"), one.issue().roles().keySet());
        assertEquals("100019", replaced.issueType());
    }

    /** A test of a real issue knows what type it is of, and who is in the groups that the rules ask for. */
    @Test
    public void keepsTestsOfRealIssuesTellingTheSame() {
        Policy policy = new Policy(new PolicyVersion("decision", 1), "Decision", "decision", false, WaiverTerms.NONE, ApprovalTerms.NONE,
                Map.of(),
                List.of(new PolicyGate("decide", "Decide", Optional.empty(), Enforcement.ENFORCE,
                        List.of(PolicyRule.of("has-owner")
                                .when(When.all(RuleCondition.typeIs("decision"), RuleCondition.actorIsIn("leads")))))),
                List.of("decision", "10002").stream()
                        .map(type -> new PolicyCase(type, "decide",
                                IssueSnapshot.EMPTY.with(Field.ISSUE_TYPE, new Choice(type, type)).inGroup("ann", "leads").inGroup("bob",
                                        "x"),
                                LocalDate.of(2026, 11, 18), Optional.of("ann"), Set.of(), "",
                                Map.of("has-owner", RuleResult.Status.FAILED)))
                        .toList());
        Policy replaced = PolicyReferences.replace(policy, PolicyReferencesTest::definition, reference -> List.of(reference.id() + "9"));
        assertEquals(List.of("decision", "100029"), replaced.cases().stream().map(one -> one.issue().type()).toList());
        assertEquals(Set.of("leads9", "x"), replaced.cases().get(0).issue().groups().keySet());
    }

    private static Optional<RuleDefinition> definition(String key) {
        return Optional.of(RULE).filter(rule -> rule.key().equals(key));
    }
}
