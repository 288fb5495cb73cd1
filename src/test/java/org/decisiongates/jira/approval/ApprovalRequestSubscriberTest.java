package org.decisiongates.jira.approval;

import static org.junit.Assert.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

import com.atlassian.jira.issue.Issue;
import org.junit.Before;
import org.junit.Test;
import org.mockito.ArgumentCaptor;

import org.decisiongates.approval.ApprovalRequests;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.jira.gate.IssueViewFactory;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.timeline.IssueChangeSubscriber.Kind;
import org.decisiongates.policy.ApprovalQuorum;
import org.decisiongates.policy.ApprovalRequirement;
import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.ApproverSources;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.WaiverTerms;
import org.decisiongates.policy.When;

public class ApprovalRequestSubscriberTest {

    private final ApprovalRequests requests = mock(ApprovalRequests.class);
    private final IssueViewFactory views = mock(IssueViewFactory.class);
    private final OwnIssueTypes types = mock(OwnIssueTypes.class);
    private final Policies policies = mock(Policies.class);
    private final ApprovalRequestSubscriber subscriber = new ApprovalRequestSubscriber(requests, views, types, policies);
    private final Issue issue = mock(Issue.class);

    @Before
    public void aDecision() {
        when(issue.getId()).thenReturn(7L);
        when(issue.getProjectId()).thenReturn(10000L);
        when(types.of(issue)).thenReturn(Optional.of(OwnIssueType.DECISION));
        asking(true);
        in(DecisionPhase.IN_REVIEW);
    }

    @Test
    public void takesAnIssueOffTheListWhenItEndsAndBackWhenItIsReopened() {
        in(DecisionPhase.REJECTED);
        subscriber.changed(issue, Kind.CHANGED);
        verify(requests).update(List.of(new ApprovalRequests.Current(7, 10000, true)));
        in(DecisionPhase.DRAFT);
        subscriber.found(List.of(issue));
        verify(requests).update(List.of(new ApprovalRequests.Current(7, 10000, false)));
        subscriber.deleted(issue);
        verify(requests).remove(7);
    }

    @Test
    public void asksNothingWhereNoPolicyAsksForApprovals() {
        asking(false);
        subscriber.changed(issue, Kind.CHANGED);
        subscriber.deleted(issue);
        verifyNoInteractions(requests);
    }

    @Test
    public void leavesOtherIssuesAlone() {
        when(types.of(issue)).thenReturn(Optional.empty());
        subscriber.changed(issue, Kind.CREATED);
        verifyNoInteractions(requests);
    }

    /** Changes in bulk are found together, and looked up together. */
    @Test
    public void looksForTwoHundredIssuesAtATime() {
        List<Issue> many = LongStream.rangeClosed(1, 401).mapToObj(id -> {
            Issue one = mock(Issue.class);
            when(one.getId()).thenReturn(id);
            when(one.getProjectId()).thenReturn(10000L);
            when(types.of(one)).thenReturn(Optional.of(OwnIssueType.DECISION));
            when(views.before(one, "")).thenReturn(IssueSnapshot.EMPTY);
            return one;
        }).toList();
        subscriber.found(many);
        ArgumentCaptor<Collection<ApprovalRequests.Current>> updates = ArgumentCaptor.captor();
        verify(requests, times(3)).update(updates.capture());
        assertEquals(List.of(200, 200, 1), updates.getAllValues().stream().map(Collection::size).toList());
    }

    private void in(DecisionPhase phase) {
        when(views.before(issue, "")).thenReturn(IssueSnapshot.EMPTY.movedTo(IssueSnapshot.statusOf(phase)));
    }

    private void asking(boolean asking) {
        ApprovalRequirement legal = new ApprovalRequirement("legal", "Legal", 1,
                new ApproverSources(List.of("ann"), List.of(), List.of(), List.of()), ApprovalQuorum.people(1), When.ALWAYS,
                EnumSet.of(SealedSection.QUESTION), false);
        Policy policy = new Policy(new PolicyVersion("decision", 1), "Decision", "decision", false, WaiverTerms.NONE,
                new ApprovalTerms(asking ? List.of(legal) : List.of(), true, 0), Map.of(), List.of(), List.of());
        when(policies.inForce()).thenReturn(new PoliciesInForce(List.of(policy), List.of()));
    }
}
