package org.decisiongates.jira.approval;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.MutableIssue;
import org.junit.Test;
import org.mockito.ArgumentMatchers;

import org.decisiongates.approval.ApprovalSteps;
import org.decisiongates.approval.ApproverDirectory;
import org.decisiongates.approval.ContentEditors;
import org.decisiongates.fixture.IssueViews;
import org.decisiongates.jira.gate.IssueViewFactory;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PoliciesInForce;

public class ApprovalsBatchReaderTest {

    private final ApprovalSteps steps = mock(ApprovalSteps.class);
    private final Policies policies = mock(Policies.class);
    private final IssueViewFactory views = mock(IssueViewFactory.class);
    private final ApprovalsBatchReader reader = new ApprovalsBatchReader(steps, policies, mock(ApproverDirectory.class),
            mock(ContentEditors.class), views);

    @Test
    public void keepsNothingBackForAnIssueThatCannotBeRead() {
        when(policies.inForce()).thenReturn(PoliciesInForce.NONE);
        when(views.before(ArgumentMatchers.<List<Issue>>any(), anyString()))
                .thenAnswer(call -> call.<List<Issue>>getArgument(0).stream().map(issue -> IssueViews.anItem()).toList());
        when(steps.ofIssues(any())).thenAnswer(call -> {
            if (call.<Collection<Long>>getArgument(0).contains(2L)) {
                throw new IllegalStateException("a row that is no step");
            }
            return Map.of();
        });
        List<Issue> all = Stream.of(1L, 2L, 3L).map(ApprovalsBatchReaderTest::issue).toList();
        List<Issue> unread = new ArrayList<>();
        assertEquals(Map.of(1L, "1", 3L, "3"),
                reader.each(all, "", unread::add, (issue, approvals) -> issue.getId() + (approvals.areRequested() ? "!" : "")));
        assertEquals(List.of(all.get(1)), unread);
    }

    private static Issue issue(Long id) {
        MutableIssue issue = mock(MutableIssue.class);
        when(issue.getId()).thenReturn(id);
        when(issue.getProjectId()).thenReturn(1L);
        return issue;
    }
}
