package org.decisiongates.impact;

import java.util.List;
import java.util.Map;

import org.decisiongates.issue.ImpactLine;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.ChangeContext;
import org.decisiongates.timeline.EditableIssueRows;
import org.decisiongates.timeline.RowAtRevision;
import org.decisiongates.timeline.RowChangeOutcome;
import org.decisiongates.timeline.RowRevision;

/** The impact lines of issues. Their history are entries of {@link Change.Item#IMPACT}. */
public interface ImpactLines extends EditableIssueRows<ImpactLine> {

    /** The lines that were added last, at most {@code most}, by issue id. One statement. */
    Map<Long, List<RowAtRevision<ImpactLine>>> newest(int most);

    /** Removes a line, unless it was changed since this revision. */
    RowChangeOutcome<ImpactLine> remove(ChangeContext context, RowRevision revision);
}
