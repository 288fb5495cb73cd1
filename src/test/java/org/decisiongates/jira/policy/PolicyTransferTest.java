package org.decisiongates.jira.policy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.config.IssueTypeManager;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.issue.link.IssueLinkTypeManager;
import com.atlassian.jira.issue.priority.Priority;
import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import com.atlassian.jira.user.util.UserManager;
import org.junit.Test;

import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.jira.gate.HostNames;
import org.decisiongates.jira.platform.fields.FieldOptions;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.policy.ApprovalQuorum;
import org.decisiongates.policy.ApprovalRequirement;
import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.ApproverSources;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.InvalidPolicyException;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.PolicyJson;
import org.decisiongates.policy.PolicyRule;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.RuleCondition;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.WaiverTerms;
import org.decisiongates.policy.When;
import org.decisiongates.policy.rules.Rules;

public class PolicyTransferTest {

    private static final Policy POLICY = new Policy(new PolicyVersion("decision", 3), "Decisions", "decision", false,
            new WaiverTerms(List.of("board"), List.of(), 7), ApprovalTerms.NONE, Map.of(),
            List.of(new PolicyGate("in-review", "Send for review", Optional.of("IN_REVIEW"), Enforcement.ENFORCE,
                    List.of(new PolicyRule("has-owner", Map.of("field", "customfield_1"), Optional.empty(), Optional.empty(),
                            When.all(RuleCondition.fieldIs(new Field("customfield_2"), "7"), RuleCondition.priorityIs("2"),
                                    RuleCondition.actorIsIn("leads")))))),
            List.of());

    private final PolicyTransfer here = new PolicyTransfer(jira(Map.of("customfield_1", "Driver", "customfield_2", "Risk"),
            Map.of("customfield_2", List.of(new Choice("7", "High"))), "2"));

    @Test
    public void namesWhatHasAnotherIdElsewhereAndNobodyWhoMayWaive() throws InvalidPolicyException {
        String exported = here.export(POLICY);

        assertEquals(Map.of("field", Map.of("customfield_1", "Driver", "customfield_2", "Risk"), "option",
                Map.of("customfield_2:7", "High", "priority:2", "Highest"), "group", Map.of("leads", "leads")), PolicyJson.names(exported));
        assertFalse(exported, exported.contains("board"));
        assertEquals(WaiverTerms.NONE, PolicyJson.read(exported, Scope.GLOBAL, 1, Rules::of).waivers());
    }

    @Test
    public void findsByNameWhatHasOtherIdsHere() throws InvalidPolicyException {
        PolicyTransfer there = new PolicyTransfer(jira(Map.of("customfield_10", "risk", "customfield_11", "Driver"),
                Map.of("customfield_10", List.of(new Choice("70", "High"), new Choice("71", "High"), new Choice("72", "Low"))), "4"));

        PolicyTransfer.Mapped mapped = mapped(there, here.export(POLICY));

        assertEquals(List.of(), mapped.unknown());
        PolicyRule rule = mapped.policy().gates().get(0).rules().get(0);
        assertEquals(Map.of("field", "customfield_11"), rule.settings());
        assertEquals(When.all(RuleCondition.fieldIs(new Field("customfield_10"), "70", "71"), RuleCondition.priorityIs("4"),
                RuleCondition.actorIsIn("leads")), rule.when());
    }

    @Test
    public void listsWhatItDoesNotKnowOrHasTwiceWithWhatMayBeMeant() throws InvalidPolicyException {
        PolicyTransfer there = new PolicyTransfer(
                jira(Map.of("customfield_10", "Driver", "customfield_11", "Driver", "customfield_12", "Risk level"), Map.of(), ""));

        PolicyTransfer.Mapped mapped = mapped(there, here.export(POLICY));

        assertEquals(List.of("field customfield_1 Driver", "field customfield_2 Risk", "option priority:2 Highest"),
                mapped.unknown().stream()
                        .map(unknown -> unknown.kind() + " " + unknown.id() + " " + unknown.name()).filter(line -> !line.contains(":7"))
                        .toList());
        assertEquals(new Choice("customfield_12", "Risk level"), mapped.unknown().stream().filter(unknown -> unknown.name().equals("Risk"))
                .findFirst().orElseThrow().candidates().get(0));
        assertEquals("nothing is replaced while anything is unknown", POLICY.gates(), mapped.policy().gates());
    }

    @Test
    public void takesACorrectedNameOrAnIdOfThisJiraForTheMapping() throws InvalidPolicyException {
        PolicyTransfer there = new PolicyTransfer(
                jira(Map.of("customfield_10", "Driver", "customfield_11", "Driver", "customfield_12", "Risk level"),
                        Map.of("customfield_12", List.of(new Choice("5", "High"))), "2"));
        String corrected = here.export(POLICY).replace("\"Driver\"", "\"customfield_11\"").replace("\"Risk\"", "\"Risk level\"");

        PolicyTransfer.Mapped mapped = mapped(there, corrected);

        assertEquals(List.of(), mapped.unknown());
        PolicyRule rule = mapped.policy().gates().get(0).rules().get(0);
        assertEquals(Map.of("field", "customfield_11"), rule.settings());
        assertTrue(rule.when().conditions().contains(RuleCondition.fieldIs(new Field("customfield_12"), "5")));
    }

    /** What a policy of another Jira asks for is asked for here, of whoever goes by the same name. */
    @Test
    public void carriesWhoHasToApprove() throws InvalidPolicyException {
        ApprovalRequirement legal = new ApprovalRequirement("legal", "Legal", 2,
                new ApproverSources(List.of(), List.of("leads"), List.of(), List.of(new Field("customfield_1"))),
                ApprovalQuorum.percent(50),
                When.all(RuleCondition.fieldIs(new Field("customfield_2"), "7")), Set.of(SealedSection.QUESTION), true, true);
        PolicyTransfer there = new PolicyTransfer(jira(Map.of("customfield_10", "Risk", "customfield_11", "Driver"),
                Map.of("customfield_10", List.of(new Choice("70", "High"))), "4"));

        PolicyTransfer.Mapped mapped = mapped(there, here.export(POLICY.approvedBy(new ApprovalTerms(List.of(legal), false, 0))));

        assertEquals(List.of(), mapped.unknown());
        assertEquals(new ApprovalTerms(List.of(new ApprovalRequirement("legal", "Legal", 2,
                new ApproverSources(List.of(), List.of("leads"), List.of(), List.of(new Field("customfield_11"))),
                ApprovalQuorum.percent(50), When.all(RuleCondition.fieldIs(new Field("customfield_10"), "70")),
                Set.of(SealedSection.QUESTION), true, true)), false, 0), mapped.policy().approvals());
    }

    /** Of Jira's id of such a type no issue is, as far as policies see: nothing would be asked. */
    @Test
    public void takesATypeOfTheAppForWhatGoesByItsName() throws InvalidPolicyException {
        for (String named : List.of("Decision", "10100")) {
            String elsewhere = PolicyJson
                    .writeLines(new Policy(POLICY.version(), "Decisions", "10007", false, WaiverTerms.NONE, ApprovalTerms.NONE, Map.of(),
                            List.of(new PolicyGate("start", "Start", Optional.empty(), Enforcement.ENFORCE,
                                    List.of(PolicyRule.of("has-owner").when(When.all(RuleCondition.typeIs("10007")))))),
                            List.of()), Map.of("issue-type", Map.of("10007", named)));

            PolicyTransfer.Mapped mapped = mapped(here, elsewhere);

            assertEquals(List.of(), mapped.unknown());
            assertEquals("decision", mapped.policy().issueType());
            assertEquals(When.all(RuleCondition.typeIs("decision")), mapped.policy().gates().get(0).rules().get(0).when());
        }
    }

    private static PolicyTransfer.Mapped mapped(PolicyTransfer there, String text) throws InvalidPolicyException {
        return there.map(PolicyJson.read(text, Scope.GLOBAL, 1, Rules::of), PolicyJson.names(text));
    }

    /** @param highest id of the priority of that name; empty for none */
    private static HostNames jira(Map<String, String> customFields, Map<String, List<Choice>> options, String highest) {
        CustomFieldManager fields = mock(CustomFieldManager.class);
        List<CustomField> all = customFields.entrySet().stream().map(entry -> {
            CustomField field = mock(CustomField.class);
            when(field.getId()).thenReturn(entry.getKey());
            when(field.getFieldName()).thenReturn(entry.getValue());
            return field;
        }).toList();
        when(fields.getCustomFieldObjects()).thenReturn(all);
        ConstantsManager constants = mock(ConstantsManager.class);
        List<Priority> priorities = Stream.of(highest, "9").filter(id -> !id.isEmpty()).map(id -> {
            Priority priority = mock(Priority.class);
            when(priority.getId()).thenReturn(id);
            when(priority.getName()).thenReturn(id.equals("9") ? "Trivial" : "Highest");
            return priority;
        }).toList();
        when(constants.getPriorities()).thenReturn(priorities);
        FieldOptions offered = mock(FieldOptions.class);
        when(offered.of(any())).thenAnswer(call -> {
            Field field = call.getArgument(0);
            return field.equals(Field.PRIORITY) ? priorities.stream().map(one -> new Choice(one.getId(), one.getName())).toList()
                    : options.getOrDefault(field.id(),
                            field.id().startsWith("customfield") ? List.of(new Choice("99", "None")) : List.of());
        });
        GroupManager groups = mock(GroupManager.class);
        Group leads = mock(Group.class);
        when(groups.getGroup("leads")).thenReturn(leads);
        IssueTypeManager types = mock(IssueTypeManager.class);
        IssueType decision = mock(IssueType.class);
        when(decision.getId()).thenReturn("10100");
        when(decision.getName()).thenReturn("Decision");
        when(types.getIssueTypes()).thenReturn(List.of(decision));
        OwnIssueTypes own = mock(OwnIssueTypes.class);
        when(own.typeOf(any())).thenAnswer(call -> call.getArgument(0).equals("10100") ? "decision" : call.getArgument(0));
        return new HostNames(fields, offered, types, own, constants, mock(IssueLinkTypeManager.class), mock(ProjectRoleManager.class),
                groups,
                mock(UserManager.class));
    }
}
