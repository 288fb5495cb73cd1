package org.decisiongates.summary.compose;

import java.util.List;
import java.util.Optional;

import org.decisiongates.metric.Contribution;
import org.decisiongates.metric.Figure;
import org.decisiongates.metric.Listing;

/**
 * Numbers of a week and what they are compared with, all over what the reader may see.
 *
 * @param figures      of the week, without baselines
 * @param weeksBefore  figures of the closed weeks before it, newest first; four count
 * @param impact       impact lines of what is open now
 * @param impactBefore impact lines of what was open when the last week was closed; empty when none was
 */
public record WeekMetricsComparison(List<Figure> figures, List<List<Figure>> weeksBefore, Listing<Contribution> impact,
        Optional<Listing<Contribution>> impactBefore) {

    public WeekMetricsComparison {
        figures = List.copyOf(figures);
        weeksBefore = List.copyOf(weeksBefore);
    }
}
