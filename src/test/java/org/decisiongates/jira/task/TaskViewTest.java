package org.decisiongates.jira.task;

import static org.junit.Assert.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.jira.Moments;
import org.decisiongates.jira.Texts;
import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.report.GateReport;
import org.decisiongates.report.GateReport.Subject;
import org.decisiongates.report.OutcomeChange;
import org.decisiongates.report.ReportCounter;
import org.decisiongates.report.ReportEntry;
import org.decisiongates.report.ReportOutcome;
import org.decisiongates.task.BackgroundTask;
import org.decisiongates.task.BackgroundTask.State;

public class TaskViewTest {

    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");

    private final ApplicationProperties application = mock(ApplicationProperties.class);
    private final Access access = mock(Access.class);
    private final TaskFormatter formatter = new TaskFormatter(access, Texts.english(), application, Moments.in(ZoneOffset.UTC),
            new ReportFormatter(Texts.english(), Moments.in(ZoneOffset.UTC)));

    @Before
    public void setUp() {
        when(application.getBaseUrl(UrlMode.RELATIVE)).thenReturn("/jira");
    }

    @Test
    public void showsWhatCameOfATask() {
        ReportCounter counter = new ReportCounter(Subject.ISSUE);
        counter.take(ReportOutcome.REFUSED, Optional.of(OutcomeChange.NEWLY_REFUSED),
                List.of(entry("SHOP-1", "has-owner", ReportOutcome.REFUSED, OutcomeChange.NEWLY_REFUSED, "Owner is empty."),
                        entry("SHOP-1", "separation-of-duties", ReportOutcome.CANNOT_TELL, OutcomeChange.CANNOT_TELL,
                                "Only the transition can tell.")));
        counter.take(ReportOutcome.PASSED, Optional.of(OutcomeChange.NO_LONGER_REFUSED),
                List.of(entry("SHOP-2", "gone-rule", ReportOutcome.PASSED, OutcomeChange.NO_LONGER_REFUSED, "It was asked.")));
        counter.take(ReportOutcome.NOT_ASKED, Optional.of(OutcomeChange.STILL_LET_THROUGH), List.of());
        counter.note("One issue stands before no gate.");

        page(task(State.DONE, "SHOP", "Decisions \u2013 project = SHOP", ""), Optional.of(counter.report()), 0).matches("typical");
    }

    @Test
    public void saysWhatIsComparedWithWhat() {
        assertEquals("Compared with what is in force:", view(new ReportCounter(Subject.ISSUE).report(), 0).compared());
        assertEquals("Compared with what the journal recorded then:", view(new ReportCounter(Subject.TRANSITION).report(), 0).compared());
    }

    @Test
    public void showsHowFarATaskIs() {
        page(task(State.RUNNING, "", "Decisions \u2013 project = SHOP", ""), Optional.empty(), 0).matches("running.typical");
        page(task(State.QUEUED, "", "Decisions \u2013 project = SHOP", ""), Optional.empty(), 0).matches("queued.typical");
    }

    @Test
    public void saysThatThereIsNothingButPasses() {
        page(task(State.DONE, "", "Decisions", ""), Optional.of(new ReportCounter(Subject.ISSUE).report()), 0).matches("empty");
    }

    @Test
    public void saysThatAResultCannotBeReadAnyMore() {
        TaskView view = formatter.view(task(State.DONE, "", "Decisions", ""), Optional.empty(), 0, "atl_token", "t", List.of());
        assertEquals("The result can no longer be read: another version of the app made it, or something was erased from it. "
                + "Start the task again.", view.state().text());
        assertEquals(List.of(), view.report());
    }

    @Test
    public void saysThatThereIsNothingToShowAndWhereToStart() {
        GoldenHtml.of("jira/task/task.vm").with("view", formatter.none()).matches("none.typical");
        assertEquals(List.of("check"), formatter.none().ways().stream().map(LinkView::name).toList());
        when(access.isAdmin()).thenReturn(true);
        assertEquals(List.of("policies", "check"), formatter.none().ways().stream().map(LinkView::name).toList());
    }

    @Test
    public void showsTheTaskAgainWithWhyNothingWasDone() {
        GoldenHtml.of("jira/task/task.vm").with("view", formatter.view(task(State.RUNNING, "", "Decisions", ""), Optional.empty(), 0,
                "atl_token", "t", List.of(GoldenHtml.HOSTILE))).matches("refused.hostile");
    }

    @Test
    public void showsTextsAsTexts() {
        ReportCounter counter = new ReportCounter(Subject.TRANSITION);
        counter.take(ReportOutcome.REFUSED, Optional.empty(), List.of(new ReportEntry(GoldenHtml.HOSTILE, GoldenHtml.HOSTILE,
                GoldenHtml.HOSTILE, GoldenHtml.HOSTILE, ReportOutcome.REFUSED, Optional.empty(), GoldenHtml.HOSTILE, Optional.of(NINE),
                Optional.of(GoldenHtml.HOSTILE))));
        counter.note(GoldenHtml.HOSTILE);
        page(task(State.DONE, GoldenHtml.HOSTILE, GoldenHtml.HOSTILE, ""), Optional.of(counter.report()), 0).matches("hostile");
        page(task(State.FAILED, GoldenHtml.HOSTILE, GoldenHtml.HOSTILE, GoldenHtml.HOSTILE), Optional.empty(), 0)
                .matches("failed.hostile");
    }

    @Test
    public void leadsFromABulkCheckToTheNext() {
        assertEquals("/jira/plugins/servlet/decision-gates/bulk-check?jql=project+%3D+SHOP", again("project = SHOP"));
        assertEquals("a query that was too long for a title", "/jira/plugins/servlet/decision-gates/bulk-check",
                again("key in (SHOP-1, SHOP\u2026"));
    }

    private String again(String query) {
        return formatter.view(new BackgroundTask("a1", "bulk-check", "lead", "", query, State.DONE, 42, 310, NINE, Optional.of(NINE), ""),
                Optional.empty(), 0, "atl_token", "t", List.of()).ways().get(0).href();
    }

    @Test
    public void turnsPagesOfAHundredEntries() {
        ReportCounter counter = new ReportCounter(Subject.ISSUE);
        for (int i = 0; i < 250; i++) {
            counter.take(ReportOutcome.REFUSED, Optional.of(OutcomeChange.STILL_REFUSED),
                    List.of(entry("SHOP-" + i, "has-owner", ReportOutcome.REFUSED, OutcomeChange.STILL_REFUSED,
                            "Owner is empty.")));
        }
        ReportView second = view(counter.report(), 100);
        assertEquals("101 to 200 of 250", second.shown());
        assertEquals("SHOP-100", second.entries().get(0).issue().text());
        assertEquals(List.of("/jira/plugins/servlet/decision-gates/tasks?id=a1&start=0",
                "/jira/plugins/servlet/decision-gates/tasks?id=a1&start=200", "/jira/rest/decision-gates/1.0/tasks/a1/report/csv"),
                second.links().stream().map(LinkView::href).toList());
        assertEquals("250 to 250 of 250", view(counter.report(), 999_999).shown());
    }

    private ReportView view(GateReport report, int start) {
        return formatter.view(task(State.DONE, "", "Decisions", ""), Optional.of(report), start, "atl_token", "t", List.of()).report()
                .get(0);
    }

    private GoldenHtml page(BackgroundTask task, Optional<GateReport> report, int start) {
        return GoldenHtml.of("jira/task/task.vm").with("view", formatter.view(task, report, start, "atl_token", "t", List.of()));
    }

    private static BackgroundTask task(State state, String scope, String title, String fault) {
        return new BackgroundTask("a1", "dry-run", "lead", scope, title, state, state == State.QUEUED ? 0 : 42,
                state == State.QUEUED ? 0 : 310, NINE, state.isOver() ? Optional.of(NINE.plusSeconds(90)) : Optional.empty(), fault);
    }

    private static ReportEntry entry(String issue, String rule, ReportOutcome outcome, OutcomeChange change, String reason) {
        return new ReportEntry(issue, "Decide", "decision/decided", rule, outcome, Optional.of(change), reason, Optional.empty(),
                Optional.empty());
    }
}
