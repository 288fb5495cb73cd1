package org.decisiongates.jira.policy;

import static org.decisiongates.fixture.IssueViews.anEmptyItem;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import org.junit.Before;
import org.junit.Test;
import org.mockito.ArgumentMatchers;

import org.decisiongates.fixture.TestTime;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.jira.Moments;
import org.decisiongates.jira.Texts;
import org.decisiongates.jira.gate.IssueViewFactory;
import org.decisiongates.jira.gate.TransitionGates;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.search.ResolvedScope;
import org.decisiongates.jira.platform.search.ScopeResolver;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.task.TaskProgress;
import org.decisiongates.jira.platform.task.TaskRunner;
import org.decisiongates.jira.platform.task.TaskWork;
import org.decisiongates.jira.platform.time.ProjectTime;
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
import org.decisiongates.report.GateReport;
import org.decisiongates.report.ReportJson;
import org.decisiongates.report.ReportOutcome;
import org.decisiongates.summary.SummaryScope;
import org.decisiongates.task.BackgroundTask;
import org.decisiongates.waiver.Waivers;

/** How many issues a dry run looks at, and how; what it finds is tried in {@code PolicyRestWiredTest}. */
public class DryRunServiceTest {

    private static final Policy DRAFT = new Policy(new PolicyVersion("decision", 2), "Decisions", "decision", false, WaiverTerms.NONE,
            ApprovalTerms.NONE,
            Map.of(), List.of(), List.of());

    private final ApplicationUser user = mock(ApplicationUser.class);
    private final TaskRunner tasks = mock(TaskRunner.class);
    private final Policies stored = mock(Policies.class);
    private final TransitionGates gates = mock(TransitionGates.class);
    private final IssueViewFactory views = mock(IssueViewFactory.class);
    private final ScopeResolver scopes = mock(ScopeResolver.class);
    private final Searches searches = mock(Searches.class);
    private final ProjectTime time = mock(ProjectTime.class);
    private final DryRunService service = new DryRunService(tasks, mock(PolicyService.class), stored, gates, views, mock(Waivers.class),
            scopes, searches, time, Moments.days(), Texts.english());
    private final List<TaskWork> started = new ArrayList<>();
    private final List<Integer> told = new ArrayList<>();
    private final List<String> pages = new ArrayList<>();
    private final List<Integer> totals = new ArrayList<>();
    private int total;
    private OptionalInt deletedAfter = OptionalInt.empty();

    @Before
    public void setUp() throws Exception {
        when(user.getKey()).thenReturn("lead");
        when(time.now()).thenReturn(TestTime.NOW.atZone(TestTime.ZONE));
        when(stored.inForce()).thenReturn(PoliciesInForce.NONE);
        when(gates.asIf(any())).thenReturn(gates);
        when(gates.from(any())).thenReturn(List.of());
        when(views.before(ArgumentMatchers.<List<Issue>>any(), eq("lead")))
                .thenAnswer(call -> Collections.nCopies(call.<List<?>>getArgument(0).size(), anEmptyItem()));
        when(scopes.of(eq(user), any(String.class)))
                .thenReturn(new ResolvedScope(new SummaryScope(SummaryScope.Kind.JQL, "q", "q"), "key > X-1", Optional.empty()));
        when(searches.count(eq(user), any())).thenAnswer(call -> (long) total);
        when(searches.page(eq(user), any(), anyInt(), anyInt())).thenAnswer(call -> page(call.getArgument(1), call.getArgument(2),
                call.getArgument(3)));
        when(tasks.start(eq("dry-run"), eq("lead"), any(), any(), any())).thenAnswer(call -> {
            started.add(call.getArgument(4));
            return BackgroundTask.queued("a1", "dry-run", "lead", call.getArgument(2), call.getArgument(3), TestTime.NOW);
        });
    }

    private Searches.Found page(String query, int start, int most) {
        pages.add(start + "+" + most);
        int end = deletedAfter.isPresent() && start >= deletedAfter.getAsInt() ? start : Math.min(total, start + most);
        return new Searches.Found(IntStream.range(start, end).mapToObj(DryRunServiceTest::issue).toList(), total);
    }

    private static Issue issue(int number) {
        Issue issue = mock(Issue.class);
        when(issue.getId()).thenReturn((long) number);
        when(issue.getKey()).thenReturn("SHOP-" + number);
        when(issue.getProjectId()).thenReturn(10000L);
        when(issue.getIssueTypeId()).thenReturn("1");
        when(issue.getStatusId()).thenReturn("2");
        return issue;
    }

    @Test
    public void looksAtAsManyIssuesAsJiraNumbersAndAtNoneBeyond() throws Exception {
        total = 10_000;
        assertEquals(Map.of(ReportOutcome.NOT_ASKED, 10_000), run().counts());
        assertEquals(50, pages.size());
        assertEquals("9800+200", pages.get(49));
        assertEquals(10_000, told.get(told.size() - 1).intValue());
    }

    @Test
    public void endsWhereThereAreFewerIssuesThanThereWere() throws Exception {
        total = 500;
        deletedAfter = OptionalInt.of(400);
        assertEquals(Map.of(ReportOutcome.NOT_ASKED, 400), run().counts());
        assertEquals(List.of("0+200", "200+200", "400+200"), pages);
        assertEquals(List.of(500, 500, 400), totals);
    }

    @Test
    public void refusesWhatItDoesNotLookAt() {
        total = 10_001;
        refused("decision-gates.jira.policy.dry-run.too-many", "project = SHOP");
        total = 0;
        refused("decision-gates.jira.policy.dry-run.no-issues", "project = SHOP");
        for (String nothing : new String[] {"", " \n", null}) {
            refused("decision-gates.jira.policy.dry-run.no-query", nothing);
        }
        refused("decision-gates.jira.rest.query-too-long", "x".repeat(2_001));
        assertEquals(List.of(), started);
    }

    @Test
    public void looksAtIssuesOfItsProjectOnly() throws Exception {
        total = 1;
        Project shop = mock(Project.class);
        when(shop.getKey()).thenReturn("SHOP");
        List<String> asked = new ArrayList<>();
        when(searches.count(eq(user), any())).thenAnswer(call -> {
            asked.add(call.getArgument(1));
            return 1L;
        });
        BackgroundTask task = service.start(user, DRAFT, Optional.of(shop), "key > X-1 ORDER BY created");
        assertEquals(List.of("((project in (\"SHOP\")) AND (key > X-1)) ORDER BY key ASC"), asked);
        assertEquals("SHOP", task.scope());
        assertEquals("\u201CDecisions\u201D as edited, on: key > X-1 ORDER BY created", task.title());
    }

    @Test
    public void asksForTheApprovalsOfTheDraft() throws Exception {
        total = 1;
        ApprovalRequirement legal = new ApprovalRequirement("legal", "Legal", 1,
                new ApproverSources(List.of("lena"), List.of(), List.of(), List.of()), ApprovalQuorum.people(1), When.ALWAYS,
                Set.of(SealedSection.SCOPE), false);
        when(stored.inForce()).thenReturn(PoliciesInForce.NONE.with(new Policy(new PolicyVersion("decision", 1), "Decisions", "decision",
                false, WaiverTerms.NONE, new ApprovalTerms(List.of(legal), true, 0), Map.of(), List.of(), List.of())));
        List<PoliciesInForce> tried = new ArrayList<>();
        when(views.before(ArgumentMatchers.<List<Issue>>any(), eq("lead"), any())).thenAnswer(call -> {
            tried.add(call.getArgument(2));
            return List.of(anEmptyItem());
        });
        run();
        assertEquals(List.of(PoliciesInForce.NONE.with(DRAFT)), tried);
    }

    private void refused(String key, String jql) {
        ProblemException refusal = assertThrows(ProblemException.class, () -> service.start(user, DRAFT, Optional.empty(), jql));
        assertEquals(400, refusal.status());
        assertEquals(key, refusal.messages().get(0).key());
    }

    private GateReport run() throws Exception {
        service.start(user, DRAFT, Optional.empty(), "project = SHOP");
        return ReportJson.read(started.get(0).run(new TaskProgress() {
            @Override
            public void total(int much) {
                totals.add(much);
            }

            @Override
            public void done(int much) {
                told.add(much);
            }
        }));
    }
}
