package org.decisiongates.summary;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

import org.decisiongates.metric.Contribution;

/**
 * A closed week whose seal holds, as it was read.
 *
 * @param week     ISO week, {@code 2026-W46}
 * @param closedAt when it was closed
 * @param rebuilt  whether it was calculated from history after it had ended
 */
public record ClosedWeek(String week, Instant closedAt, boolean rebuilt, WeekSnapshot content) {

    /** Ids of what was open then: what is listed comes first, then what only has impact lines. */
    public Set<Long> openIssues() {
        Set<Long> ids = new LinkedHashSet<>();
        Stream.of(content.blockers(), content.decisions()).flatMap(section -> section.rows().stream())
                .forEach(entry -> ids.add(entry.issueId()));
        content.impact().rows().stream().map(Contribution::issueId).forEach(ids::add);
        return ids;
    }
}
