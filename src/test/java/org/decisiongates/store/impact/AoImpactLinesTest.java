package org.decisiongates.store.impact;

import static org.decisiongates.fixture.ImpactLineBuilder.anImpactLine;
import static org.junit.Assert.assertEquals;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.impact.ImpactLines;
import org.decisiongates.impact.ImpactLines.Applied;
import org.decisiongates.impact.ImpactLines.Full;
import org.decisiongates.impact.ImpactLines.Gone;
import org.decisiongates.impact.ImpactLines.Outcome;
import org.decisiongates.impact.ImpactLines.Revision;
import org.decisiongates.impact.ImpactLines.Stale;
import org.decisiongates.impact.ImpactLines.StoredLine;
import org.decisiongates.issue.ImpactLine;
import org.decisiongates.issue.ImpactLine.Direction;
import org.decisiongates.store.AoDatabase;
import org.decisiongates.store.timeline.JournalledRowsContract;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.ChangeContext;

public class AoImpactLinesTest extends JournalledRowsContract<StoredLine, Outcome> {

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
        StoredLine first = ((Applied) lines.add(ONE, WHOLE)).line();
        StoredLine second = ((Applied) lines.add(ONE, wide)).line();
        add(OTHER, "Checkout conversion");

        assertEquals(List.of(first, second), lines.ofIssue(ONE.issueId()));
        assertEquals(List.of(WHOLE, wide), List.of(first.line(), second.line()));
        assertEquals(1, first.revision().version());
        assertEquals(List.of(), lines.ofIssue(1));
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
    protected List<StoredLine> ofIssue(long issueId) {
        return lines.ofIssue(issueId);
    }

    @Override
    protected Map<Long, List<StoredLine>> ofIssues(Collection<Long> issueIds) {
        return lines.ofIssues(issueIds);
    }

    @Override
    protected List<Change> history(long issueId) {
        return lines.history(issueId);
    }

    @Override
    protected Outcome add(ChangeContext context, String text) {
        return lines.add(context, line(text));
    }

    @Override
    protected Outcome change(ChangeContext context, long id, int version, String text) {
        return lines.change(context, new Revision(id, version), line(text));
    }

    @Override
    protected Outcome remove(ChangeContext context, long id, int version) {
        return lines.remove(context, new Revision(id, version));
    }

    @Override
    protected StoredLine stored(long id, int version, String text) {
        return new StoredLine(new Revision(id, version), line(text));
    }

    @Override
    protected long id(StoredLine stored) {
        return stored.revision().id();
    }

    @Override
    protected String entry(String text) {
        return line(text).text();
    }

    @Override
    protected Outcome applied(StoredLine stored) {
        return new Applied(stored);
    }

    @Override
    protected Outcome stale(StoredLine current) {
        return new Stale(current);
    }

    @Override
    protected Outcome gone() {
        return new Gone();
    }

    @Override
    protected Outcome full() {
        return new Full();
    }
}
