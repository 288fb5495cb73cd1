package org.decisiongates.report;

import static org.decisiongates.report.OutcomeChange.NEWLY_REFUSED;
import static org.decisiongates.report.OutcomeChange.NO_LONGER_REFUSED;
import static org.decisiongates.report.OutcomeChange.STILL_LET_THROUGH;
import static org.decisiongates.report.OutcomeChange.STILL_REFUSED;
import static org.decisiongates.report.ReportOutcome.ADVISED;
import static org.decisiongates.report.ReportOutcome.CANNOT_TELL;
import static org.decisiongates.report.ReportOutcome.ERROR;
import static org.decisiongates.report.ReportOutcome.NOT_ASKED;
import static org.decisiongates.report.ReportOutcome.PASSED;
import static org.decisiongates.report.ReportOutcome.RECORDED;
import static org.decisiongates.report.ReportOutcome.REFUSED;
import static org.decisiongates.report.ReportOutcome.WAIVED;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.readiness.RuleReadiness;
import org.decisiongates.report.GateReport.Subject;
import org.decisiongates.task.Tasks;

public class ReportCounterTest {

    private final ReportCounter counter = new ReportCounter(Subject.ISSUE);

    @Test
    public void saysWhatFollowsFromAResultUnderEachEnforcement() {
        Map<Enforcement, List<ReportOutcome>> expected = Map.of(
                Enforcement.ENFORCE, List.of(PASSED, PASSED, WAIVED, CANNOT_TELL, REFUSED, ERROR),
                Enforcement.ADVISE, List.of(PASSED, PASSED, WAIVED, CANNOT_TELL, ADVISED, ADVISED),
                Enforcement.EVALUATE, List.of(PASSED, PASSED, WAIVED, CANNOT_TELL, RECORDED, RECORDED),
                Enforcement.OFF, Collections.nCopies(6, NOT_ASKED));
        List<Status> results = List.of(Status.PASSED, Status.NOT_APPLICABLE, Status.WAIVED, Status.NOT_EVALUABLE, Status.FAILED,
                Status.ERROR);
        expected.forEach((enforcement, outcomes) -> assertEquals(outcomes,
                results.stream().map(result -> ReportOutcome.of(rule(result, enforcement))).toList()));
    }

    @Test
    public void takesTheWorstOfAnIssueAndNeverAPassForWhatCannotBeTold() {
        assertEquals(NOT_ASKED, ReportOutcome.ofIssue(List.of()));
        assertEquals(CANNOT_TELL, ReportOutcome.ofIssue(List.of(rule(Status.PASSED, Enforcement.ENFORCE),
                rule(Status.NOT_EVALUABLE, Enforcement.ENFORCE), rule(Status.FAILED, Enforcement.ADVISE))));
        assertEquals("advice refuses nobody", ADVISED, ReportOutcome.ofIssue(List.of(rule(Status.NOT_EVALUABLE, Enforcement.ADVISE),
                rule(Status.FAILED, Enforcement.ADVISE))));
        assertEquals(REFUSED, ReportOutcome.ofIssue(List.of(rule(Status.ERROR, Enforcement.ENFORCE),
                rule(Status.FAILED, Enforcement.ENFORCE))));
    }

    @Test
    public void comparesWithWhatIsInForce() {
        assertEquals(NEWLY_REFUSED, OutcomeChange.of(NOT_ASKED, ERROR));
        assertEquals(NO_LONGER_REFUSED, OutcomeChange.of(REFUSED, WAIVED));
        assertEquals(STILL_REFUSED, OutcomeChange.of(ERROR, REFUSED));
        assertEquals(STILL_LET_THROUGH, OutcomeChange.of(ADVISED, RECORDED));
        assertEquals(OutcomeChange.CANNOT_TELL, OutcomeChange.of(REFUSED, CANNOT_TELL));
        assertEquals(OutcomeChange.CANNOT_TELL, OutcomeChange.of(CANNOT_TELL, PASSED));
    }

    @Test
    public void countsIssuesOnceByOutcomeAndByRule() {
        counter.take(PASSED, Optional.of(STILL_LET_THROUGH), List.of());
        counter.take(NOT_ASKED, Optional.of(STILL_LET_THROUGH), List.of());
        counter.take(REFUSED, Optional.of(NEWLY_REFUSED), List.of(row("SHOP-1", "Decide", "has-owner", REFUSED, NEWLY_REFUSED),
                row("SHOP-1", "Reopen", "has-owner", ADVISED, STILL_LET_THROUGH),
                row("SHOP-1", "Decide", "has-due-date", CANNOT_TELL, OutcomeChange.CANNOT_TELL)));
        counter.take(ADVISED, Optional.of(NO_LONGER_REFUSED), List.of(row("SHOP-2", "Decide", "has-owner", ADVISED, NO_LONGER_REFUSED)));
        counter.note("said once");
        counter.note("said once");

        GateReport report = counter.report();
        assertEquals("4 looked at, 3 asked, 1 refused",
                report.total() + " looked at, " + report.asked() + " asked, " + report.refused() + " refused");
        assertEquals(Map.of(STILL_LET_THROUGH, 2, NEWLY_REFUSED, 1, NO_LONGER_REFUSED, 1), report.changes());
        assertEquals(List.of(
                new RuleCount("has-owner", Map.of(REFUSED, 1, ADVISED, 1), Map.of(NEWLY_REFUSED, 1, NO_LONGER_REFUSED, 1),
                        List.of("SHOP-1")),
                new RuleCount("has-due-date", Map.of(CANNOT_TELL, 1), Map.of(OutcomeChange.CANNOT_TELL, 1), List.of("SHOP-1"))),
                report.rules());
        assertEquals(List.of("said once"), report.notes());
        assertEquals(report, ReportJson.read(ReportJson.write(report)));
    }

    @Test
    public void holdsABoundedNumberOfEntriesAndSaysHowManyItLeavesOut() {
        for (int i = 0; i < ReportCounter.MAX_ENTRIES; i++) {
            counter.take(REFUSED, Optional.of(NEWLY_REFUSED), Collections.nCopies(2, row("SHOP-" + i, "Decide", "has-owner", REFUSED,
                    NEWLY_REFUSED)));
        }
        GateReport report = counter.report();
        assertEquals(ReportCounter.MAX_ENTRIES, report.entries().size());
        assertEquals(ReportCounter.MAX_ENTRIES, report.omitted());
        assertEquals(report, ReportJson.read(ReportJson.write(report)));
        assertEquals(List.of("SHOP-0", "SHOP-1", "SHOP-2"), report.rules().get(0).examples());
    }

    @Test
    public void saysFirstWhatRefusesAndOfWhatIsAlikeWhatWasLookedAtFirst() {
        List<ReportOutcome> outcomes = List.of(PASSED, WAIVED, RECORDED, ADVISED, CANNOT_TELL, ERROR, REFUSED);
        for (int i = 1; i <= 2; i++) {
            String issue = "SHOP-" + i;
            outcomes.forEach(outcome -> counter.take(outcome, Optional.empty(), List.of(row(issue, "Decide", "has-owner", outcome,
                    OutcomeChange.UNCHANGED))));
        }

        assertEquals(List.of("SHOP-1 REFUSED", "SHOP-2 REFUSED", "SHOP-1 ERROR", "SHOP-2 ERROR", "SHOP-1 CANNOT_TELL",
                "SHOP-2 CANNOT_TELL", "SHOP-1 ADVISED", "SHOP-2 ADVISED", "SHOP-1 RECORDED", "SHOP-2 RECORDED", "SHOP-1 WAIVED",
                "SHOP-2 WAIVED", "SHOP-1 PASSED", "SHOP-2 PASSED"),
                counter.report().entries().stream().map(entry -> entry.issue() + " " + entry.outcome()).toList());
        assertEquals("a file has the same order", List.of("outcome", "refused", "refused", "error", "error", "cannot-tell", "cannot-tell",
                "advised", "advised", "recorded", "recorded", "waived", "waived", "passed", "passed"),
                ReportCsv.of(counter.report()).lines().map(line -> line.split(",")[4]).toList());
    }

    @Test
    public void leavesOutWhatMattersLeast() {
        for (int i = 0; i < ReportCounter.MAX_ENTRIES; i++) {
            counter.take(ADVISED, Optional.empty(), List.of(row("SHOP-" + i, "Decide", "has-owner", ADVISED, OutcomeChange.UNCHANGED)));
        }
        counter.take(REFUSED, Optional.empty(), List.of(row("SHOP-9998", "Decide", "has-owner", REFUSED, OutcomeChange.UNCHANGED)));
        counter.take(WAIVED, Optional.empty(), List.of(row("SHOP-9999", "Decide", "has-owner", WAIVED, OutcomeChange.UNCHANGED)));

        GateReport report = counter.report();
        assertEquals("SHOP-9998", report.entries().get(0).issue());
        assertEquals("SHOP-" + (ReportCounter.MAX_ENTRIES - 2), report.entries().get(ReportCounter.MAX_ENTRIES - 1).issue());
        assertEquals(ReportCounter.MAX_ENTRIES, report.entries().size());
        assertEquals(2, report.omitted());
    }

    /** Characters that are written as six. */
    @Test
    public void fitsIntoWhatIsStoredWhateverItsTextsAre() {
        String text = "\u0001".repeat(600);
        for (int i = 0; i < ReportCounter.MAX_ENTRIES; i++) {
            counter.take(REFUSED, Optional.of(NEWLY_REFUSED), List.of(new ReportEntry("SHOP-" + i, text, text, "rule-" + i, REFUSED,
                    Optional.of(NEWLY_REFUSED), text, Optional.of(Instant.EPOCH), Optional.of(text))));
        }
        GateReport report = counter.report();
        String written = ReportJson.write(report);
        assertEquals(true, written.length() < Tasks.MAX_RESULT);
        assertEquals(report, ReportJson.read(written));
        assertEquals(ReportCounter.MAX_ENTRIES, report.entries().size() + report.omitted());
    }

    @Test
    public void writesEntriesForSpreadsheets() {
        counter.take(REFUSED, Optional.empty(), List.of(new ReportEntry("SHOP-1", "=1+1", "decision/decided", "has-owner", REFUSED,
                Optional.empty(), "No \"owner\", alas", Optional.of(Instant.parse("2026-11-22T09:00:00Z")), Optional.of("@ann"))));
        counter.take(CANNOT_TELL, Optional.of(NO_LONGER_REFUSED), List.of(row("SHOP-2", "Decide", "", CANNOT_TELL, NO_LONGER_REFUSED)));

        assertEquals("""
                issue,transition,gate,rule,outcome,change,reason,at,actor
                SHOP-1,'=1+1,decision/decided,has-owner,refused,,"No ""owner"", alas",2026-11-22T09:00:00Z,'@ann
                SHOP-2,Decide,decision/decided,,cannot-tell,no-longer-refused,Not there.,,
                """.replace("\n", "\r\n"), ReportCsv.of(counter.report()));
    }

    @Test
    public void readsNothingButReports() {
        for (String text : List.of("", "{}", "[]", "{\"subject\":\"issue\"}", "null")) {
            assertThrows(text, UnreadableReportException.class, () -> ReportJson.read(text));
        }
    }

    private static ReportEntry row(String issue, String transition, String rule, ReportOutcome outcome, OutcomeChange change) {
        return new ReportEntry(issue, transition, "decision/decided", rule, outcome, Optional.of(change), "Not there.", Optional.empty(),
                Optional.empty());
    }

    private static RuleReadiness rule(Status result, Enforcement enforcement) {
        return new RuleReadiness("has-owner", result, enforcement, List.of(), List.of(), "");
    }
}
