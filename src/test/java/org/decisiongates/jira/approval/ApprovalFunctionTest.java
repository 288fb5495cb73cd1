package org.decisiongates.jira.approval;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

import com.atlassian.jira.plugin.jql.function.JqlFunctionModuleDescriptor;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.query.operand.FunctionOperand;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.approval.ApprovalRequests;
import org.decisiongates.approval.ApprovalSteps;
import org.decisiongates.jira.Texts;
import org.decisiongates.jira.platform.search.IssueFunction;
import org.decisiongates.jira.platform.search.Searches;

public class ApprovalFunctionTest {

    private final Searches searches = mock(Searches.class);
    private final ApprovalRequests requests = mock(ApprovalRequests.class);
    private final ProjectManager projects = mock(ProjectManager.class);
    private final ApprovalSteps steps = mock(ApprovalSteps.class);
    private final UserManager users = mock(UserManager.class);
    private final ApplicationUser searcher = mock(ApplicationUser.class);
    private final ApprovalPendingFunction pending = new ApprovalPendingFunction(searches, Texts.english(), requests,
            mock(ApprovalsBatchReader.class), projects);
    private final ApprovedByFunction approved = new ApprovedByFunction(searches, Texts.english(), requests,
            mock(ApprovalsBatchReader.class), projects, steps, users);
    private final DecisionApproverIsOwnerFunction owned = new DecisionApproverIsOwnerFunction(searches, Texts.english(), requests,
            mock(ApprovalsBatchReader.class), projects);

    @Before
    public void setUp() {
        pending.init(named("approvalPending"));
        approved.init(named("approvedBy"));
        when(searches.complaints(any(), any())).thenReturn(Set.of());
        ApplicationUser maya = mock(ApplicationUser.class);
        when(maya.getKey()).thenReturn("JIRAUSER1");
        when(users.getUserByName("maya")).thenReturn(maya);
        Project shop = mock(Project.class);
        when(shop.getId()).thenReturn(10000L);
        when(projects.getProjectByCurrentKey("SHOP")).thenReturn(shop);
    }

    @Test
    public void asksJiraAboutAThousandIssuesAtATime() {
        when(requests.openIn(List.of(), 5_001)).thenReturn(LongStream.rangeClosed(1, 2_500).boxed().toList());
        List<String> queries = pending.candidates(searcher, List.of());
        assertEquals(List.of(1_000, 1_000, 500), queries.stream().map(query -> query.split(",").length).toList());
        when(searches.count(any(), any())).thenReturn(200L);
        assertEquals(Set.of("approvalPending can evaluate at most 500 issues, and there are 600. Name the projects to look in, "
                + "or fewer of them, as in approvalPending(\"KEY\")."), problems(pending));
    }

    @Test
    public void looksIntoTheProjectsThatAreNamed() {
        when(requests.openIn(List.of(10000L), 5_001)).thenReturn(List.of(7L));
        when(requests.openIn(List.of(), 5_001)).thenReturn(List.of(7L, 8L));
        assertEquals(List.of("(project in (\"SHOP\")) AND (issue in (7))"), pending.candidates(searcher, List.of("SHOP")));
        assertEquals("a name, which is no key, is for the query", List.of("(project in (\"SHOP\", \"Storefront\")) AND (issue in (7, 8))"),
                pending.candidates(searcher, List.of("SHOP", "Storefront")));
    }

    /** However many others there are: an issue that has ended, or in which the user has no part, is not looked at for nothing. */
    @Test
    public void looksAtNothingThatItCannotYield() {
        when(steps.placesOf("JIRAUSER1", Long.MAX_VALUE, 5_001)).thenReturn(
                List.of(new ApprovalSteps.Place(9, 8, 3), new ApprovalSteps.Place(5, 7, 2), new ApprovalSteps.Place(4, 8, 2)));
        assertEquals(List.of("(project in (\"SHOP\")) AND (issue in (8, 7))"), approved.candidates(searcher, List.of("maya", "SHOP")));
        when(requests.issuesIn(List.of(), 5_001)).thenReturn(List.of(6L));
        assertEquals("what ended was approved by its owner all the same", List.of("issue in (6)"), owned.candidates(searcher, List.of()));
    }

    /** Of somebody who took more steps than are read, an issue could be left out unsaid. */
    @Test
    public void refusesSomebodyWithMoreStepsThanItReads() {
        when(steps.placesOf("JIRAUSER1", Long.MAX_VALUE, 5_001)).thenReturn(Collections.nCopies(5_001, new ApprovalSteps.Place(9, 8, 3)));
        assertEquals(Set.of("approvedBy can look for approvals in at most 5000 issues, and more have been asked for. Name the projects "
                + "to look in, or fewer of them, as in approvedBy(\"mbrandt\", \"KEY\")."), problems(approved, "maya"));
    }

    @Test
    public void refusesMoreRequestsThanItLooksThrough() {
        when(requests.openIn(any(), anyInt())).thenReturn(LongStream.rangeClosed(1, 5_001).boxed().toList());
        assertEquals(
                Set.of("approvalPending can look for approvals in at most 5000 issues, and more have been asked for. Name the projects "
                        + "to look in, or fewer of them, as in approvalPending(\"KEY\")."),
                problems(pending));
    }

    @Test
    public void saysWhoseApprovalsItCanLookFor() {
        assertTrue(problems(approved).toString(), problems(approved).iterator().next().contains("approvedBy(\"mbrandt\")"));
        assertEquals(Set.of("There is no user \u201Cnobody\u201D. Use the user name, as in approvedBy(\"mbrandt\")."),
                problems(approved, "nobody"));
        assertEquals(Set.of(), problems(approved, "maya"));
    }

    private Set<String> problems(IssueFunction function, String... arguments) {
        return function.validate(searcher, new FunctionOperand("any", List.of(arguments)), null).getErrorMessages();
    }

    private static JqlFunctionModuleDescriptor named(String name) {
        JqlFunctionModuleDescriptor descriptor = mock(JqlFunctionModuleDescriptor.class);
        when(descriptor.getFunctionName()).thenReturn(name);
        return descriptor;
    }
}
