package org.decisiongates.jira.metric;

import java.util.List;
import java.util.Optional;

import org.decisiongates.jira.platform.search.Visibility;
import org.decisiongates.metric.Figure;
import org.decisiongates.metric.MetricsProjection;
import org.decisiongates.summary.GateTally;
import org.decisiongates.summary.SummaryHeader;

/**
 * The numbers of a week as far as they are known.
 *
 * @param state       how far that is
 * @param visibility  what they are about: what the request resolved, without issues that the journal showed to have gone elsewhere
 * @param result      the numbers; empty while there are none
 * @param weeksBefore figures of the four weeks before, newest first, over what the reader may see; empty when the reader may see all
 *                    of a project, whose closed weeks have them
 * @param gates       what the gates of the week said
 */
public record WeekMetrics(SummaryHeader.Numbers state, Visibility visibility, Optional<MetricsProjection.Result> result,
        List<List<Figure>> weeksBefore, GateTally gates) {
}
