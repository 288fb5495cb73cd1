package org.decisiongates.jira.readiness;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSetImpl;
import com.atlassian.query.Query;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.fixture.IssueViews;
import org.decisiongates.issue.IssueDispute;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.jira.Moments;
import org.decisiongates.jira.Texts;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.search.BadQueryException;
import org.decisiongates.jira.platform.search.SearchFixture;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.task.TaskProgress;
import org.decisiongates.jira.platform.task.TaskRunner;
import org.decisiongates.jira.platform.task.TaskWork;
import org.decisiongates.jira.readiness.ReadinessService.CheckedGate;
import org.decisiongates.jira.readiness.ReadinessService.CheckedIssue;
import org.decisiongates.policy.ActiveWaivers;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.rules.Rules;
import org.decisiongates.readiness.GatedTransition;
import org.decisiongates.readiness.ReadinessEvaluator;
import org.decisiongates.report.GateReport;
import org.decisiongates.report.ReportEntry;
import org.decisiongates.report.ReportJson;
import org.decisiongates.report.ReportOutcome;
import org.decisiongates.task.BackgroundTask;

public class BulkCheckTest {

    private final Searches searches = mock(Searches.class);
    private final SearchService search = mock(SearchService.class);
    private final ReadinessService readiness = mock(ReadinessService.class);
    private final TaskRunner tasks = mock(TaskRunner.class);
    private final TaskProgress progress = mock(TaskProgress.class);
    private final ApplicationUser caller = mock(ApplicationUser.class);
    private final BulkCheck check = new BulkCheck(SearchFixture.scopes(search), searches, readiness,
            new ReadinessFormatter(Texts.english(), mock(JiraFields.class), Moments.days()), tasks);
    private final List<TaskWork> started = new ArrayList<>();

    @Before
    public void everyQueryIsOne() {
        when(caller.getKey()).thenReturn("lead");
        when(search.parseQuery(any(), any())).thenReturn(new SearchService.ParseResult(mock(Query.class), new MessageSetImpl()));
        when(search.validateQuery(any(), any())).thenReturn(new MessageSetImpl());
        when(tasks.start(any(), any(), any(), any(), any())).thenAnswer(call -> {
            started.add(call.getArgument(4));
            return BackgroundTask.queued("7", call.getArgument(0), call.getArgument(1), call.getArgument(2), call.getArgument(3),
                    Instant.EPOCH);
        });
    }

    @Test
    public void looksAtAllIssuesPageByPageAndSaysOfEachWhatRefuses() throws Exception {
        List<Issue> all = IntStream.range(0, 450).mapToObj(BulkCheckTest::issue).toList();
        when(searches.count(caller, "(project = SHOP) ORDER BY key ASC")).thenReturn(450L);
        when(searches.page(any(), any(), anyInt(), anyInt())).thenAnswer(call -> new Searches.Found(
                all.subList(Math.min(450, call.<Integer>getArgument(2)), Math.min(450, call.<Integer>getArgument(2) + 200)), 450));
        doAnswer(call -> {
            for (Issue issue : call.<List<Issue>>getArgument(0)) {
                call.<CheckedIssue>getArgument(2).take(issue, gatesOf(issue));
            }
            return null;
        }).when(readiness).check(any(), any(), any());

        assertEquals("project = SHOP ORDER BY due", check.start(" project =  SHOP\nORDER BY due", caller).title());
        GateReport report = ReportJson.read(started.get(0).run(progress));

        assertEquals(Map.of(ReportOutcome.REFUSED, 150, ReportOutcome.PASSED, 150, ReportOutcome.NOT_ASKED, 150), report.counts());
        assertEquals("has-owner", report.rules().get(0).rule());
        ReportEntry first = report.entries().get(0);
        assertEquals("SHOP-0 Decide  has-owner Nobody owns this.",
                String.join(" ", first.issue(), first.transition(), first.gate(), first.rule(), first.reason()));
        verify(searches, times(4)).page(any(), any(), anyInt(), anyInt());
        verify(readiness, times(3)).check(any(), any(), any());
        verify(progress).total(450);
        verify(progress).done(450);
    }

    @Test
    public void writesTheDaysOfAReasonAsThisJiraDoes() throws Exception {
        Issue disputed = issue(1);
        when(searches.count(any(), any())).thenReturn(1L);
        when(searches.page(any(), any(), anyInt(), anyInt()))
                .thenAnswer(call -> new Searches.Found(call.<Integer>getArgument(2) == 0 ? List.of(disputed) : List.of(), 1));
        Gate gate = Gate.of(ConfiguredRule.of(Rules.of("not-disputed").orElseThrow()));
        doAnswer(call -> {
            call.<CheckedIssue>getArgument(2).take(disputed,
                    List.of(new CheckedGate("Decide", gate, new ReadinessEvaluator(IssueViews.NOW).evaluate(
                            new GatedTransition(21, "Decide", List.of(gate)),
                            IssueSnapshot.EMPTY.disputed(new IssueDispute(Optional.empty(), LocalDate.of(2026, 11, 20))),
                            ActiveWaivers.NONE).rules())));
            return null;
        }).when(readiness).check(any(), any(), any());
        check.start("project = SHOP", caller);
        String reason = ReportJson.read(started.get(0).run(progress)).entries().get(0).reason();
        assertTrue(reason, reason.contains("20/Nov/26") && !reason.contains("2026-11-20"));
    }

    @Test
    public void startsNothingForAQueryThatCannotBeAnswered() throws Exception {
        when(searches.count(any(), any())).thenReturn(10_001L);
        for (String wrong : List.of("", "  ", "x".repeat(2_001), "project = SHOP")) {
            assertEquals(400, assertThrows(ProblemException.class, () -> check.start(wrong, caller)).status());
        }
        MessageSetImpl complaints = new MessageSetImpl();
        complaints.addErrorMessage("There is no such field.");
        when(search.validateQuery(any(), any())).thenReturn(complaints);
        assertEquals(List.of("There is no such field."),
                assertThrows(BadQueryException.class, () -> check.start("a = b", caller)).messages());
        verify(tasks, never()).start(any(), any(), any(), any(), any());
    }

    private static Issue issue(int number) {
        Issue issue = mock(Issue.class);
        when(issue.getKey()).thenReturn("SHOP-" + number);
        when(issue.getId()).thenReturn((long) number);
        return issue;
    }

    /** Of three issues one is refused, one passes, and of one nothing is asked. */
    private static List<CheckedGate> gatesOf(Issue issue) {
        if (issue.getId() % 3 == 2) {
            return List.of();
        }
        Gate gate = Gate.of(ConfiguredRule.of(Rules.of("has-owner").orElseThrow()));
        return List.of(new CheckedGate("Decide", gate, new ReadinessEvaluator(IssueViews.NOW).evaluate(
                new GatedTransition(21, "Decide", List.of(gate)),
                issue.getId() % 3 == 0 ? IssueViews.anEmptyItem() : IssueViews.anItem(), ActiveWaivers.NONE).rules()));
    }
}
