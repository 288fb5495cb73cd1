package org.decisiongates.jira.policy;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.config.IssueTypeManager;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.link.IssueLinkTypeManager;
import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.jira.gate.HostNames;
import org.decisiongates.jira.platform.fields.FieldOptions;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.policy.ApprovalQuorum;
import org.decisiongates.policy.ApprovalRequirement;
import org.decisiongates.policy.ApproverSources;
import org.decisiongates.policy.RuleCondition;
import org.decisiongates.policy.When;

public class ApprovalRequirementFormTest {

    /** Somebody and a group that Jira no longer has are named as well. */
    private static final ApprovalRequirement BEFORE = new ApprovalRequirement("legal", "Legal", 2,
            new ApproverSources(List.of("JIRAUSER1", "left"), List.of("gone"), List.of("10100"), List.of(new Field("reporter"))),
            ApprovalQuorum.people(1), When.all(RuleCondition.customersNotice()), Set.of(SealedSection.QUESTION), false);
    private static final String AT = "a0";

    private final GroupManager groups = mock(GroupManager.class);
    private final UserManager users = mock(UserManager.class);
    private final ApprovalRequirementForm form = new ApprovalRequirementForm(
            new HostNames(mock(CustomFieldManager.class), mock(FieldOptions.class), mock(IssueTypeManager.class), mock(OwnIssueTypes.class),
                    mock(ConstantsManager.class), mock(IssueLinkTypeManager.class), mock(ProjectRoleManager.class), groups, users),
            mock(JiraFields.class), mock(JiraTexts.class));
    private final List<RejectedInput> rejected = new ArrayList<>();

    @Before
    public void jiraHasTwoPeopleAndAGroup() {
        user("JIRAUSER1", "lena");
        user("JIRAUSER2", "omar");
        Group lawyers = mock(Group.class);
        when(groups.getGroup("lawyers")).thenReturn(lawyers);
        when(users.getUserByName(any())).thenAnswer(call -> "lena".equals(call.getArgument(0)) ? users.getUserByKey("JIRAUSER1")
                : "omar".equals(call.getArgument(0)) ? users.getUserByKey("JIRAUSER2")
                : null);
    }

    @Test
    public void isReadAsItIsShown() {
        assertEquals(BEFORE, read(Map.of()));
        assertEquals(List.of(), rejected);
    }

    @Test
    public void takesWhatIsTyped() {
        Map<Map<String, List<String>>, Function<ApprovalRequirement, Object>> inputs = new LinkedHashMap<>();
        Map<Map<String, List<String>>, Object> expected = new LinkedHashMap<>();
        row(inputs, expected, "key", List.of(" counsel "), ApprovalRequirement::key, "counsel");
        row(inputs, expected, "name", List.of(" Counsel "), ApprovalRequirement::name, "Counsel");
        row(inputs, expected, "stage", List.of("9"), ApprovalRequirement::stage, 9);
        row(inputs, expected, "people", List.of("omar\r\n\r\n lena \nomar\n"), one -> one.approvers().people(),
                List.of("JIRAUSER2", "JIRAUSER1"));
        row(inputs, expected, "people", List.of("left"), one -> one.approvers().people(), List.of("left"));
        row(inputs, expected, "people", List.of(""), one -> one.approvers().people(), List.of());
        row(inputs, expected, "groups", List.of("lawyers\ngone"), one -> one.approvers().groups(), List.of("lawyers", "gone"));
        row(inputs, expected, "roles", List.of(), one -> one.approvers().roles(), List.of());
        row(inputs, expected, "roles", List.of("", "10100", "10200"), one -> one.approvers().roles(), List.of("10100", "10200"));
        row(inputs, expected, "fields", List.of("owner", "reporter"), one -> one.approvers().fields(),
                List.of(new Field("owner"), new Field("reporter")));
        row(inputs, expected, "number", List.of("500"), ApprovalRequirement::quorum, ApprovalQuorum.people(500));
        row(inputs, expected, "sections", List.of("options", "due-date", "of-tomorrow"), ApprovalRequirement::sections,
                Set.of(SealedSection.OPTIONS, SealedSection.DUE_DATE));
        row(inputs, expected, "password", List.of("true"), ApprovalRequirement::passwordRequired, true);
        row(inputs, expected, "password", List.of("true"), ApprovalRequirement::commentRequired, false);
        row(inputs, expected, "comment", List.of("true"), ApprovalRequirement::commentRequired, true);
        inputs.forEach((typed, value) -> assertEquals(typed.toString(), expected.get(typed), value.apply(read(typed))));
        assertEquals(ApprovalQuorum.percent(100), read(Map.of("number", List.of("100"), "unit", List.of("PERCENT"))).quorum());
        assertEquals("an unknown unit is none", ApprovalQuorum.people(3),
                read(Map.of("number", List.of("3"), "unit", List.of("HALVES"))).quorum());
        assertEquals(List.of(), rejected);
    }

    /** Or 50 percent, which is what is corrected, would become 50 people. */
    @Test
    public void keepsTheUnitOfANumberThatIsNone() {
        assertEquals(ApprovalQuorum.percent(1), read(Map.of("number", List.of("101"), "unit", List.of("PERCENT"))).quorum());
        assertEquals(List.of("a0.number"), rejected.stream().map(RejectedInput::input).toList());
        assertEquals("no more than there can be of it", ApprovalQuorum.percent(100),
                read(read(Map.of("number", List.of("300"))), Map.of("number", List.of("x"), "unit", List.of("PERCENT"))).quorum());
    }

    @Test
    public void keepsWhatIsNoValueWhereItWasTypedAndTheValueBeforeInItsPlace() {
        Map<String, List<Map<String, List<String>>>> wrong = new LinkedHashMap<>();
        wrong.put("a0.stage range", List.of(Map.of("stage", List.of("0")), Map.of("stage", List.of("10")), Map.of("stage", List.of("")),
                Map.of("stage", List.of("-1")), Map.of("stage", List.of("first"))));
        wrong.put("a0.number range", List.of(Map.of("number", List.of("0")), Map.of("number", List.of("501")),
                Map.of("number", List.of("1.5")), Map.of("number", List.of("9999999999")), Map.of("number", List.of("\u0663"))));
        wrong.put("a0.people no-users", List.of(Map.of("people", List.of("lena\nnobody")), Map.of("people", List.of("JIRAUSER9"))));
        wrong.put("a0.groups no-groups", List.of(Map.of("groups", List.of("lawyers\nnone")), Map.of("groups", List.of("Lawyers"))));
        wrong.put("a0.sections no-sections", List.of(Map.of("sections", List.of()), Map.of("sections", List.of("of-tomorrow"))));
        wrong.forEach((fault, all) -> all.forEach(typed -> {
            rejected.clear();
            assertEquals(typed.toString(), BEFORE, read(typed));
            assertEquals(typed.toString(), List.of(fault),
                    rejected.stream().map(one -> one.input() + " " + one.fault().key().replaceFirst(".*\\.", "")).toList());
        }));
    }

    @Test
    public void tellsAllThatIsWrongAtOnce() {
        read(Map.of("stage", List.of("x"), "number", List.of("y"), "people", List.of("who"), "groups", List.of("which"), "sections",
                List.of()));
        assertEquals(Set.of("a0.stage", "a0.number", "a0.people", "a0.groups", "a0.sections"),
                Set.copyOf(rejected.stream().map(RejectedInput::input).toList()));
        assertEquals("who", rejected.stream().filter(one -> one.input().equals("a0.people")).findFirst().orElseThrow().typed());
    }

    private static void row(Map<Map<String, List<String>>, Function<ApprovalRequirement, Object>> inputs,
            Map<Map<String, List<String>>, Object> expected, String input, List<String> typed, Function<ApprovalRequirement, Object> value,
            Object becomes) {
        inputs.put(Map.of(input, typed), value);
        expected.put(Map.of(input, typed), becomes);
    }

    /** The form as it shows what was before, but for what is typed. */
    private ApprovalRequirement read(Map<String, List<String>> typed) {
        return read(BEFORE, typed);
    }

    private ApprovalRequirement read(ApprovalRequirement before, Map<String, List<String>> typed) {
        Map<String, List<String>> sent = new HashMap<>(Map.of("key", List.of("legal"), "name", List.of("Legal"), "stage", List.of("2"),
                "people", List.of("lena\nleft"), "groups", List.of("gone"), "roles", List.of("10100"), "fields", List.of("reporter"),
                "number", List.of("1"), "unit", List.of("PEOPLE"), "sections", List.of("question")));
        sent.putAll(typed);
        Map<String, String[]> submitted = new HashMap<>();
        sent.forEach((name, values) -> submitted.put(AT + "." + name, values.toArray(String[]::new)));
        return form.read(AT, before, submitted, rejected);
    }

    private void user(String key, String name) {
        ApplicationUser user = mock(ApplicationUser.class);
        when(user.getKey()).thenReturn(key);
        when(user.getUsername()).thenReturn(name);
        when(users.getUserByKey(key)).thenReturn(user);
    }
}
