package org.decisiongates.jira.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.customfields.option.Option;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.issue.label.Label;
import com.atlassian.jira.issue.link.IssueLink;
import com.atlassian.jira.issue.link.IssueLinkManager;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowManager;
import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.ResultDescriptor;
import com.opensymphony.workflow.loader.StepDescriptor;
import com.opensymphony.workflow.loader.WorkflowDescriptor;
import org.junit.Test;

import org.decisiongates.fixture.TestTime;
import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.FieldTypeMismatchException;
import org.decisiongates.issue.IssueStatus;
import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.issue.Person;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.issuetype.OwnStatus;
import org.decisiongates.jira.platform.search.HiddenIssueFilter;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Evaluator;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.rules.HasDueDate;

/** An issue of Jira as rules see it, without any transition. */
public class JiraIssueViewTest {

    private static final Field FIELD = new Field("customfield_10300");
    private static final String TYPE = "10001";

    private final TransitionFixture jira = new TransitionFixture();
    private final IssueLinkManager links = mock(IssueLinkManager.class);
    private final ChangeHistoryManager histories = mock(ChangeHistoryManager.class);
    private final HiddenIssueFilter hidden = mock(HiddenIssueFilter.class);
    private final UserManager users = mock(UserManager.class);
    private final WorkflowManager workflows = mock(WorkflowManager.class);
    private final OwnIssueTypes types = mock(OwnIssueTypes.class);
    private final JiraIssueView view = new JiraIssueView(jira.issue, "lead", jira.fields(), jira.permissions,
            new IssueSurroundings(types, links, histories, hidden, users, workflows), ZoneOffset.UTC);

    public JiraIssueViewTest() {
        when(types.withId(TYPE)).thenReturn(Optional.of(OwnIssueType.DECISION));
        for (OwnStatus status : OwnStatus.all()) {
            when(types.statusOf(OwnIssueType.DECISION, status.key() + "-id")).thenReturn(Optional.of(status));
        }
        stands(jira.issue, "in-review-id", "In review");
    }

    @Test
    public void readsFieldsOfEveryKind() {
        jira.custom(FIELD.id(), "A field", "float");
        Option option = mock(Option.class);
        when(option.getOptionId()).thenReturn(7L);
        when(option.getValue()).thenReturn("High");

        assertEquals(Optional.of(new BigDecimal("2.5")), fresh(2.5).number(FIELD));
        assertEquals(List.of(new Choice("7", "High")), fresh(option).choices(FIELD));
        assertEquals(List.of(new Choice("7", "High")), fresh(List.of(option)).choices(FIELD));
        assertEquals(List.of(new Choice("urgent", "urgent")), fresh(Set.of(new Label(1L, 2L, "urgent"))).choices(FIELD));
        assertEquals(List.of(new Person("ann", "ann", true, true), new Person("bob", "bob", false, false)),
                fresh(List.of(jira.user("ann", true, true), jira.user("bob", false, true))).people(FIELD));
        assertEquals(List.of(new Person("ann", "ann", true, true)), fresh(jira.user("ann", true, true)).people(FIELD));
        assertEquals(List.of(), fresh(null).people(FIELD));
        assertEquals(List.of(), fresh(null).choices(FIELD));
        assertEquals(Optional.empty(), fresh(null).number(FIELD));
    }

    @Test
    public void saysWhenAFieldHoldsAnotherKindOfValue() {
        jira.custom(FIELD.id(), "A field", "textfield");

        assertThrows(FieldTypeMismatchException.class, () -> fresh("text").number(FIELD));
        assertThrows(FieldTypeMismatchException.class, () -> fresh("text").choices(FIELD));
        assertThrows(FieldTypeMismatchException.class, () -> fresh(List.of("text")).people(FIELD));
    }

    @Test
    public void knowsWhereTheIssueStandsAndStood() {
        assertEquals(new IssueStatus("in-review-id", "In review", Optional.of("IN_REVIEW")), view.status());
        ChangeHistory first = history(item("status", "draft-id", "in-review-id"), item("summary", "decided-id", "decided-id"));
        ChangeHistory second = history(item("status", "in-review-id", "10077"),
                new ChangeItemBean("custom", "status", "live-id", "Live", "live-id", "Live", null));
        when(histories.getChangeHistories(jira.issue)).thenReturn(List.of(first, second));

        assertEquals(Set.of("DRAFT", "IN_REVIEW"), view.phasesVisited());
        assertEquals(Set.of("DRAFT", "IN_REVIEW"), view.phasesVisited());
        verify(histories, times(1)).getChangeHistories(jira.issue);
    }

    @Test
    public void countsWhatTheActorMayNotSeeAndNamesItNot() {
        ApplicationUser lead = jira.user("lead", true, true);
        when(users.getUserByKey("lead")).thenReturn(lead);
        IssueLink blocks = link(3L, other(11L, "SHOP-11", "decided-id", "Decided"), jira.issue);
        IssueLink relates = link(4L, jira.issue, other(12L, "SECRET-12", "draft-id", "Draft"));
        when(links.getInwardLinks(10200L)).thenReturn(List.of(blocks));
        when(links.getOutwardLinks(10200L)).thenReturn(List.of(relates));
        when(hidden.seenOf(List.of(11L, 12L), lead)).thenReturn(Set.of(11L));

        assertEquals(List.of(
                new LinkedIssue("3", false, Optional.of("SHOP-11"), new IssueStatus("decided-id", "Decided", Optional.of("DECIDED"))),
                new LinkedIssue("4", true, Optional.empty(), new IssueStatus("draft-id", "Draft", Optional.of("DRAFT")))), view.links());
        assertFalse(view.links().toString().contains("SECRET"));
        verify(hidden, times(1)).seenOf(any(), any());
    }

    @Test
    public void takesALinkToNothingForNone() {
        IssueLink dangling = mock(IssueLink.class);
        when(links.getInwardLinks(10200L)).thenReturn(List.of(dangling));
        when(links.getOutwardLinks(10200L)).thenReturn(List.of(dangling));

        assertEquals(List.of(), view.links());
        verifyNoInteractions(hidden);
    }

    @Test
    public void standsWhereItsWorkflowBeginsWhileItIsBeingCreated() {
        jira.creating();
        when(jira.issue.getStatus()).thenReturn(null);
        when(jira.issue.getStatusId()).thenReturn(null);
        begins("draft-id", "Draft");

        assertEquals(new IssueStatus("draft-id", "Draft", Optional.of("DRAFT")), view.status());
        assertEquals(Set.of("DRAFT"), view.phasesVisited());
        assertEquals(List.of(), view.links());
    }

    @Test
    public void asksNothingThatNoRuleAsks() {
        view.has(FIELD);
        view.status();

        verifyNoInteractions(links, histories, hidden, users);
    }

    @Test
    public void isEvaluatedWithoutATransition() {
        jira.due(TestTime.TODAY.minusDays(1), null);
        Gate gate = Gate.of(ConfiguredRule.of(HasDueDate.DEFINITION));

        assertEquals("overdue, but nobody sets the day now", RuleResult.Status.PASSED,
                Evaluator.evaluate(gate, view, EvaluationContext.of(TestTime.NOW, TestTime.ZONE)).status());
    }

    private JiraIssueView fresh(Object value) {
        jira.value(FIELD.id(), value);
        return new JiraIssueView(jira.issue, "lead", jira.fields(), jira.permissions, null, ZoneOffset.UTC);
    }

    private static void stands(Issue issue, String statusId, String name) {
        Status status = mock(Status.class);
        when(status.getName()).thenReturn(name);
        when(issue.getStatus()).thenReturn(status);
        when(issue.getStatusId()).thenReturn(statusId);
    }

    private void begins(String statusId, String name) {
        ResultDescriptor result = mock(ResultDescriptor.class);
        when(result.getStep()).thenReturn(3);
        ActionDescriptor creation = mock(ActionDescriptor.class);
        when(creation.getUnconditionalResult()).thenReturn(result);
        StepDescriptor step = mock(StepDescriptor.class);
        WorkflowDescriptor descriptor = mock(WorkflowDescriptor.class);
        when(descriptor.getInitialActions()).thenReturn(List.of(creation));
        when(descriptor.getStep(3)).thenReturn(step);
        Status status = mock(Status.class);
        when(status.getId()).thenReturn(statusId);
        when(status.getName()).thenReturn(name);
        JiraWorkflow workflow = mock(JiraWorkflow.class);
        when(workflow.getDescriptor()).thenReturn(descriptor);
        when(workflow.getLinkedStatus(step)).thenReturn(status);
        when(workflows.getWorkflow(10000L, TYPE)).thenReturn(workflow);
    }

    private static Issue other(long id, String key, String statusId, String statusName) {
        Issue issue = mock(Issue.class);
        when(issue.getId()).thenReturn(id);
        when(issue.getKey()).thenReturn(key);
        when(issue.getIssueTypeId()).thenReturn(TYPE);
        stands(issue, statusId, statusName);
        return issue;
    }

    private static IssueLink link(long type, Issue source, Issue destination) {
        long from = source.getId();
        long to = destination.getId();
        IssueLink link = mock(IssueLink.class);
        when(link.getLinkTypeId()).thenReturn(type);
        when(link.getSourceId()).thenReturn(from);
        when(link.getDestinationId()).thenReturn(to);
        when(link.getSourceObject()).thenReturn(source);
        when(link.getDestinationObject()).thenReturn(destination);
        return link;
    }

    private static ChangeHistory history(ChangeItemBean... items) {
        ChangeHistory history = mock(ChangeHistory.class);
        when(history.getChangeItemBeans()).thenReturn(List.of(items));
        return history;
    }

    private static ChangeItemBean item(String field, String from, String to) {
        return new ChangeItemBean("jira", field, from, from, to, to, null);
    }
}
