package org.decisiongates.store.impact;

import static org.decisiongates.fixture.ImpactLineBuilder.anImpactLine;
import static org.junit.Assert.assertEquals;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.impact.ImpactLines;
import org.decisiongates.issue.ImpactLine;
import org.decisiongates.issue.ImpactLine.Direction;
import org.decisiongates.store.AoDatabase;
import org.decisiongates.store.timeline.JournalledRowsContract;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.ChangeContext;
import org.decisiongates.timeline.EditableIssueRows;
import org.decisiongates.timeline.RowAtRevision;
import org.decisiongates.timeline.RowChangeOutcome;
import org.decisiongates.timeline.RowRevision;

public class AoImpactLinesTest extends JournalledRowsContract<ImpactLine> {

    /** Every part, with as much in it as may be. */
    public static final ImpactLine WHOLE = anImpactLine().of(GoldenHtml.HOSTILE.substring(0, 100)).in(";\\=%").towards(Direction.DOWN)
            .from("-123456789.123456").to("0").confidence("0.000001").checkedOn(LocalDate.of(2026, 12, 31)).came("999999999999999").line();

    private final ImpactLines lines = new AoImpactLines(database.ao());

    public AoImpactLinesTest(AoDatabase kind) throws SQLException {
        super(kind);
    }

    @Test
    public void givesBackWhatWasAddedInTheOrderOfAdding() {
        ImpactLine wide = line("\uD83D\uDE80".repeat(100));
        RowAtRevision<ImpactLine> first = added(WHOLE);
        RowAtRevision<ImpactLine> second = added(wide);
        lines.add(OTHER, line("Checkout conversion"));

        assertEquals(List.of(first, second), lines.ofIssue(ONE.issueId()));
        assertEquals(List.of(WHOLE, wide), List.of(first.row(), second.row()));
        assertEquals(1, first.revision().version());
        assertEquals(List.of(), lines.ofIssue(1));
    }

    @Test
    public void givesTheLinesThatWereAddedLastByIssue() {
        lines.add(OTHER, line("First"));
        RowAtRevision<ImpactLine> second = added(line("Second"));
        RowAtRevision<ImpactLine> third = added(line("Third"));

        assertEquals(Map.of(ONE.issueId(), List.of(third, second)), lines.newest(2));
        assertEquals(Set.of(ONE.issueId(), OTHER.issueId()), lines.newest(3).keySet());
    }

    private RowAtRevision<ImpactLine> added(ImpactLine line) {
        return ((RowChangeOutcome.Applied<ImpactLine>) lines.add(ONE, line)).row();
    }

    private static ImpactLine line(String metric) {
        return anImpactLine().of(metric).from("2.1").to("2.4").confidence("0.8").line();
    }

    @Override
    protected String table() {
        return "IMPACT_LINE";
    }

    @Override
    protected Change.Item item() {
        return Change.Item.IMPACT;
    }

    @Override
    protected String prefix() {
        return "impact";
    }

    @Override
    protected EditableIssueRows<ImpactLine> rows() {
        return lines;
    }

    @Override
    protected ImpactLine row(String text) {
        return line(text);
    }

    @Override
    protected RowChangeOutcome<ImpactLine> remove(ChangeContext context, RowRevision revision) {
        return lines.remove(context, revision);
    }

    @Override
    protected String entry(ImpactLine row) {
        return row.text();
    }
}
