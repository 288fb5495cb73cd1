package org.decisiongates.takeout;

import static org.junit.Assert.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.takeout.ImportReport.FormerStatus;
import org.decisiongates.takeout.ImportReport.Line;
import org.decisiongates.takeout.ImportReport.Outcome;

public class ImportReportTest {

    @Test
    public void showsWhatWasRefusedBeforeEverythingElse() throws Exception {
        ImportReport.Builder builder = new ImportReport.Builder();
        builder.add(line("OLD-1", Outcome.CREATED));
        builder.add(line("OLD-2", Outcome.FOUND));
        builder.add(line("OLD-3", Outcome.REFUSED));
        builder.note(0, List.of("not linked"));
        ImportReport report = builder.build("SHOP", 1);

        assertEquals(List.of("OLD-3", "OLD-1", "OLD-2"), report.first().stream().map(Line::from).toList());
        assertEquals(List.of("noted", "not linked"), report.first().get(1).notes());
        assertEquals(List.of(1, 1, 1, 3), List.of(report.created(), report.found(), report.refused(), report.all()));
        assertEquals(report, ImportReport.read(report.json()));
    }

    @Test
    public void keepsTheFirstOfManyAndCountsAll() {
        ImportReport.Builder builder = new ImportReport.Builder();
        for (int number = 0; number < 100_000; number++) {
            builder.add(line("OLD-" + number, Outcome.CREATED));
        }
        ImportReport report = builder.build("SHOP", 2_000);
        assertEquals(ImportReport.MAX_FIRST, report.first().size());
        assertEquals(100_000, report.all());
    }

    @Test
    public void keepsWhatLeadsToIssuesByTheStatusThatTheyHad() throws Exception {
        ImportReport.Builder builder = new ImportReport.Builder();
        builder.had("In review", "NEW-1");
        for (int number = 2; number < 302; number++) {
            builder.had("Decided", "NEW-" + number);
        }
        for (int number = 0; number < 100; number++) {
            builder.had("Status " + number, "NEW-1");
        }
        ImportReport report = builder.build("SHOP", 1);
        List<FormerStatus> statuses = report.formerStatuses().orElseThrow();
        assertEquals(50, statuses.size());
        assertEquals("Decided", statuses.get(0).status());
        assertEquals(300, statuses.get(0).count());
        assertEquals(200, statuses.get(0).keys().size());
        assertEquals(new FormerStatus("In review", 1, List.of("NEW-1")), statuses.get(1));
        assertEquals(report, ImportReport.read(report.json()));
    }

    @Test
    public void readsTheReportOfAVersionThatKeptNoStatuses() throws Exception {
        assertEquals(Optional.empty(),
                ImportReport.read("{\"into\":\"SHOP\",\"parts\":1,\"created\":1,\"found\":0,\"refused\":0,\"first\":[]}")
                        .formerStatuses());
    }

    @Test
    public void isStoredHoweverMuchThereIsToNote() throws Exception {
        Line line = new Line("OLD-1", "", Outcome.REFUSED, Collections.nCopies(2_000, "x".repeat(5_000)));
        ImportReportPart part = new ImportReportPart(Collections.nCopies(50, line));
        assertEquals(part, ImportReportPart.read(part.json()));
        assertEquals(50, line.notes().size());
        assertEquals(1_000, line.notes().get(0).length());
    }

    @Test
    public void joinsWhatWasNotedLater() {
        ImportReportPart lines = new ImportReportPart(List.of(line("OLD-1", Outcome.CREATED)));
        ImportReportPart later = new ImportReportPart(List.of(new Line("OLD-1", "", Outcome.CREATED, List.of("not linked"))));
        assertEquals(List.of(new Line("OLD-1", "NEW-1", Outcome.CREATED, List.of("noted", "not linked"))), lines.with(later).lines());
    }

    private static Line line(String from, Outcome outcome) {
        return new Line(from, outcome == Outcome.REFUSED ? "" : from.replace("OLD", "NEW"), outcome, List.of("noted"));
    }
}
