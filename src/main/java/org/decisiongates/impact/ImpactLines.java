package org.decisiongates.impact;

import java.util.List;
import java.util.Map;

import org.decisiongates.issue.ImpactLine;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.ChangeContext;
import org.decisiongates.timeline.IssueRows;
import org.decisiongates.timeline.RowOutcome;
import org.decisiongates.timeline.RowRevision;
import org.decisiongates.timeline.RowState;

/** The impact lines of issues. Their history are entries of {@link Change.Item#IMPACT}. */
public interface ImpactLines extends IssueRows<ImpactLine> {

    /** The lines that were added last, at most {@code most}, by issue id. One statement. */
    Map<Long, List<RowState<ImpactLine>>> newest(int most);

    /** Removes a line, unless it was changed since this revision. */
    RowOutcome<ImpactLine> remove(ChangeContext context, RowRevision revision);
}
