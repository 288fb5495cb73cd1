package org.decisiongates.impact;

import org.decisiongates.issue.ImpactLine;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.ChangeContext;
import org.decisiongates.timeline.IssueRows;
import org.decisiongates.timeline.RowOutcome;
import org.decisiongates.timeline.RowRevision;

/** The impact lines of issues. Their history are entries of {@link Change.Item#IMPACT}. */
public interface ImpactLines extends IssueRows<ImpactLine> {

    /** Removes a line, unless it was changed since this revision. */
    RowOutcome<ImpactLine> remove(ChangeContext context, RowRevision revision);
}
