package org.decisiongates.jira.metric;

import java.util.Collection;
import java.util.List;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.search.SearchScope;
import org.decisiongates.jira.platform.search.Visibility;
import org.decisiongates.jira.platform.search.VisibilityResolver;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.Journal;

/** What one reader may see of a scope, and what the gates of the week said about it: one statement. */
@JiraComponent
class ScopeVisibility {

    private final VisibilityResolver sights;
    private final Journal journal;

    ScopeVisibility(VisibilityResolver sights, Journal journal) {
        this.sights = sights;
        this.journal = journal;
    }

    Look at(SearchScope scope, WeekMoment when, ApplicationUser reader) {
        if (scope.project().isPresent()) {
            List<GateEvent> gates = gates(List.of(scope.project().get().getId()), when);
            return new Look(
                    sights.of(scope, reader, gates.stream().flatMapToLong(event -> event.issueId().stream()).distinct().boxed().toList()),
                    gates);
        }
        Visibility sight = sights.of(scope, reader, List.of());
        return new Look(sight, gates(sight.projects(), when));
    }

    private List<GateEvent> gates(Collection<Long> projects, WeekMoment when) {
        return journal.ofProjects(projects, when.period().from(), when.period().until(), WeekMetricsService.MOST_GATES).stream()
                .map(Journal.Entry::event).toList();
    }

    /**
     * What was found.
     *
     * @param gates of the projects, the reader may see all their issues or not; no more than {@link WeekMetricsService#MOST_GATES}
     */
    record Look(Visibility sight, List<GateEvent> gates) {
    }
}
