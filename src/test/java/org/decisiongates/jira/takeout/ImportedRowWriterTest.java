package org.decisiongates.jira.takeout;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.util.UserManager;
import org.junit.Test;

import org.decisiongates.impact.ImpactLines;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.jira.platform.rest.OwnIssueAccess;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.record.Records;
import org.decisiongates.takeout.NumberedValues;
import org.decisiongates.takeout.TakenIssue;
import org.decisiongates.timeline.RowAtRevision;
import org.decisiongates.timeline.RowChangeOutcome;
import org.decisiongates.timeline.RowRevision;

public class ImportedRowWriterTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");

    private final Records records = mock(Records.class);
    private final ImpactLines impact = mock(ImpactLines.class);
    private final JiraTexts texts = mock(JiraTexts.class,
            call -> call.getMethod().getReturnType() == String.class ? Arrays.toString(call.getArguments()) : null);

    @Test
    public void namesRowsThatAnIssueHasNoRoomFor() {
        when(records.add(any(), any())).thenReturn(new RowChangeOutcome.Full<>());
        when(impact.add(any(), any())).thenReturn(new RowChangeOutcome.Full<>());
        Issue issue = mock(Issue.class);
        when(issue.getKey()).thenReturn("NEW-1");
        List<String> notes = new ArrayList<>();
        new ImportedRowWriter(records, impact, mock(OwnIssueAccess.class), texts).take(
                issue(List.of(new NumberedValues(7, Map.of("kind", "option", "text", "Acme", "state", "OPEN"))),
                        List.of(new NumberedValues(8, Map.of("metric", "Calls", "unit", "a day", "direction", "DOWN", "baseline",
                                "100", "expected", "80", "confidence", "0.8")))),
                issue, new ImportPersonMapping(Map.of(), mock(UserManager.class)), notes);
        assertEquals(List.of("[decision-gates.takeout.import.not-stored, 7, option, NEW-1]",
                "[decision-gates.takeout.import.not-stored-impact, 8, NEW-1]"), notes);
    }

    @Test
    public void saysThatAVerdictIsOfTheWeekOfTheImport() {
        when(records.add(any(), any())).thenAnswer(call -> new RowChangeOutcome.Applied<>(
                new RowAtRevision<IssueRecord>(new RowRevision(9, 1), call.getArgument(1))));
        List<String> notes = new ArrayList<>();
        new ImportedRowWriter(records, impact, mock(OwnIssueAccess.class), texts).take(
                issue(List.of(belief(1, "Guests leave", "VALIDATED"), belief(2, "They pay", "OPEN")), List.of()), mock(Issue.class),
                new ImportPersonMapping(Map.of(), mock(UserManager.class)), notes);
        assertEquals(List.of("[decision-gates.takeout.import.verdict, Guests leave]"), notes);
    }

    private static NumberedValues belief(long id, String text, String state) {
        return new NumberedValues(id, Map.of("kind", "hypothesis", "text", text, "measure", "Figures", "exposure", "NORMAL", "state", state,
                "outcome", state.equals("OPEN") ? "" : "Seen", "checkDate", "2026-11-20"));
    }

    private static TakenIssue issue(List<NumberedValues> records, List<NumberedValues> impact) {
        return new TakenIssue(1, "OLD-1", "decision", "Which provider?", "", "Draft", Optional.of("DRAFT"), Optional.empty(), MONDAY,
                MONDAY, Optional.empty(), Optional.empty(), Map.of(), List.of(), 0, records, impact, List.of(), Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
