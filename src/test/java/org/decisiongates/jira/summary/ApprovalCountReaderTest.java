package org.decisiongates.jira.summary;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.Project;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.approval.ApprovalRequests;
import org.decisiongates.approval.Approvals;
import org.decisiongates.fixture.Summaries;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.jira.approval.ApprovalsBatchReader;
import org.decisiongates.jira.platform.search.ResolvedScope;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.search.Visibility;
import org.decisiongates.metric.Listing;
import org.decisiongates.policy.ApprovalQuorum;
import org.decisiongates.policy.ApprovalRequirement;
import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.ApproverSources;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.WaiverTerms;
import org.decisiongates.policy.When;
import org.decisiongates.summary.ApprovalCounts;
import org.decisiongates.summary.IssueApprovalCounts;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.SnapshotEntry;
import org.decisiongates.summary.SummaryScope;

public class ApprovalCountReaderTest {

    private static final long SHOP = 10_000;

    private final ApprovalRequests requests = mock(ApprovalRequests.class);
    private final ApprovalsBatchReader approvals = mock(ApprovalsBatchReader.class);
    private final Policies policies = mock(Policies.class);
    private final Searches searches = mock(Searches.class);
    private final Project project = mock(Project.class);
    private final ApprovalCountReader reader = new ApprovalCountReader(requests, approvals, policies, searches);

    @Before
    public void shop() {
        when(project.getId()).thenReturn(SHOP);
        asking(SHOP);
    }

    @Test
    public void readsNothingWhereNoPolicyAsksForApprovals() {
        asking(SHOP + 1);
        assertEquals(Optional.of(List.of()), read(Optional.of(project), listed(2, 7, 8)));
        verifyNoInteractions(requests, approvals, searches);
        assertFalse(reader.areAskedFor(scope(Optional.of(project))));
        assertTrue("of a query any policy may", reader.areAskedFor(scope(Optional.empty())));
        when(requests.requestedAmong(any())).thenReturn(Set.of());
        assertEquals("a query may find issues of any project", Optional.of(List.of()), read(Optional.empty(), listed(2, 7, 8)));
    }

    @Test
    public void countsWhatIsFoundOfWhatIsListed() {
        when(requests.requestedAmong(Set.of(7L, 8L, 9L))).thenReturn(Set.of(7L, 8L, 9L));
        List<Issue> found = List.of(issue(7), issue(8));
        when(searches.find(any(Visibility.class), any(), eq(3))).thenReturn(new Searches.Found(found, 2));
        Map<Long, Approvals> all = new LinkedHashMap<>();
        all.put(7L, approvals(2, 1));
        all.put(8L, approvals(0, 0));
        when(approvals.of(found, "")).thenReturn(all);
        assertEquals(Optional.of(List.of(new SnapshotEntry<>(7, new IssueApprovalCounts("SHOP-7", new ApprovalCounts(1, 2, 1))))),
                read(Optional.of(project), listed(3, 7, 8, 9)));
    }

    @Test
    public void searchesForNothingWhereNobodyAsked() {
        when(requests.requestedAmong(any())).thenReturn(Set.of());
        assertEquals(Optional.of(List.of()), read(Optional.of(project), listed(1, 7)));
        verifyNoInteractions(approvals, searches);
    }

    @Test
    public void tellsNothingWhereNotEverythingThatIsOpenIsListed() {
        assertEquals(Optional.empty(), read(Optional.of(project), listed(3, 7, 8)));
        verifyNoInteractions(requests, approvals, searches);
    }

    private Optional<List<SnapshotEntry<IssueApprovalCounts>>> read(Optional<Project> scope, Listing<SnapshotEntry<OpenItem>> open) {
        return reader.read(Visibility.unrestricted(scope(scope)), List.of(open));
    }

    private static ResolvedScope scope(Optional<Project> project) {
        return new ResolvedScope(new SummaryScope(SummaryScope.Kind.PROJECT, "SHOP", "Shop"), "", project);
    }

    private void asking(long projectId) {
        ApprovalRequirement legal = new ApprovalRequirement("legal", "Legal", 1,
                new ApproverSources(List.of("ann"), List.of(), List.of(), List.of()), ApprovalQuorum.people(1), When.ALWAYS,
                EnumSet.of(SealedSection.QUESTION), false);
        Policy policy = new Policy(new PolicyVersion(Scope.of(projectId), "decision", 1), "Decision", "decision", false, WaiverTerms.NONE,
                new ApprovalTerms(List.of(legal), true, 0), Map.of(), List.of(), List.of());
        when(policies.inForce()).thenReturn(new PoliciesInForce(List.of(policy), List.of()));
    }

    private static Approvals approvals(long pending, long stale) {
        Approvals approvals = mock(Approvals.class);
        when(approvals.pending()).thenReturn(pending);
        when(approvals.stale()).thenReturn(stale);
        return approvals;
    }

    private static Listing<SnapshotEntry<OpenItem>> listed(long total, long... ids) {
        OpenItem item = Summaries.typical().blockers().rows().get(0);
        return new Listing<>(Arrays.stream(ids).mapToObj(id -> new SnapshotEntry<>(id, item)).toList(), total);
    }

    private static Issue issue(long id) {
        Issue issue = mock(Issue.class);
        when(issue.getId()).thenReturn(id);
        when(issue.getKey()).thenReturn("SHOP-" + id);
        return issue;
    }
}
