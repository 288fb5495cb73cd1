package org.decisiongates.store.impact;

import java.util.List;
import java.util.stream.IntStream;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.impact.ImpactLines;
import org.decisiongates.impact.ImpactLines.Outcome;
import org.decisiongates.impact.ImpactLines.StoredLine;
import org.decisiongates.issue.ImpactLine;
import org.decisiongates.store.timeline.JournalledRows;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.ChangeContext;

/** Impact lines in the product's database. */
@JiraComponent
public final class AoImpactLines extends JournalledRows<ImpactLineRow, StoredLine, Outcome> implements ImpactLines {

    public AoImpactLines(ActiveObjects ao) {
        super(ao, new Table<>(ImpactLineRow.class, ImpactLineRow.ISSUE_ID, ImpactLineRow.SLOT, ImpactLineRow.LINE_VERSION,
                Change.Item.IMPACT, "impact"));
    }

    @Override
    public Outcome add(ChangeContext context, ImpactLine line) {
        List<String> places = IntStream.rangeClosed(1, MAX).mapToObj(number -> context.issueId() + ":" + number).toList();
        return add(context, places, ImpactColumns.of(line), id -> new StoredLine(new Revision(id, 1), line));
    }

    @Override
    public Outcome change(ChangeContext context, Revision revision, ImpactLine line) {
        return change(context, revision.id(), revision.version(), row -> true,
                new StoredLine(new Revision(revision.id(), revision.version() + 1), line));
    }

    @Override
    public Outcome remove(ChangeContext context, Revision revision) {
        return remove(context, revision.id(), revision.version(), row -> true);
    }

    @Override
    protected StoredLine stored(ImpactLineRow row) {
        return ImpactColumns.line(row);
    }

    @Override
    protected long id(ImpactLineRow row) {
        return row.getID();
    }

    @Override
    protected long issueId(ImpactLineRow row) {
        return row.getIssueId();
    }

    @Override
    protected String slot(ImpactLineRow row) {
        return row.getSlot();
    }

    @Override
    protected boolean isRevision(StoredLine stored, long id, int version) {
        return stored.revision().equals(new Revision(id, version));
    }

    @Override
    protected boolean isSame(StoredLine one, StoredLine other) {
        return one.line().equals(other.line());
    }

    @Override
    protected String text(StoredLine stored) {
        return stored.line().text();
    }

    @Override
    protected void put(ImpactLineRow row, StoredLine changed) {
        ImpactColumns.put(row, changed.line());
        row.setLineVersion(changed.revision().version());
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
