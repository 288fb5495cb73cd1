package org.decisiongates.store.impact;

import java.util.Map;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.impact.ImpactLines;
import org.decisiongates.issue.ImpactLine;
import org.decisiongates.store.timeline.JournalledRows;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.ChangeContext;
import org.decisiongates.timeline.RowAtRevision;
import org.decisiongates.timeline.RowChangeOutcome;
import org.decisiongates.timeline.RowRevision;

/** Impact lines in the product's database. */
@JiraComponent
public final class AoImpactLines extends JournalledRows<ImpactLineRow, ImpactLine> implements ImpactLines {

    public AoImpactLines(ActiveObjects ao) {
        super(ao, new Table<>(ImpactLineRow.class, ImpactLineRow.ISSUE_ID, ImpactLineRow.SLOT, ImpactLineRow.LINE_VERSION,
                Change.Item.IMPACT, "impact"));
    }

    @Override
    public RowChangeOutcome<ImpactLine> remove(ChangeContext context, RowRevision revision) {
        return remove(context, revision, row -> true);
    }

    @Override
    protected RowAtRevision<ImpactLine> stored(ImpactLineRow row) {
        return new RowAtRevision<>(new RowRevision(row.getID(), row.getLineVersion()), ImpactColumns.line(row));
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
    protected String text(ImpactLine line) {
        return line.text();
    }

    @Override
    protected Map<String, Object> columns(ImpactLine line) {
        return ImpactColumns.of(line);
    }

    @Override
    protected void put(ImpactLineRow row, RowAtRevision<ImpactLine> changed) {
        ImpactColumns.put(row, changed.row());
        row.setLineVersion(changed.revision().version());
    }
}
