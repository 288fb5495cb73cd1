package org.decisiongates.jira.metric;

import java.util.Collection;
import java.util.List;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.search.ResolvedScope;
import org.decisiongates.jira.platform.search.Visibility;
import org.decisiongates.jira.platform.search.VisibilityResolver;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.GateEvents;
import org.decisiongates.timeline.Page;

/** Resolves what one reader may see of a scope in a week, gates on issues of any type included: one statement. */
@JiraComponent
public class WeekVisibilityResolver {

    private final VisibilityResolver visibilities;
    private final GateEvents events;

    WeekVisibilityResolver(VisibilityResolver visibilities, GateEvents events) {
        this.visibilities = visibilities;
        this.events = events;
    }

    /** @param reader null for nobody logged in */
    public WeekVisibility resolve(ResolvedScope scope, WeekMoment when, ApplicationUser reader) {
        if (scope.project().isPresent()) {
            List<GateEvent> gates = gates(List.of(scope.project().get().getId()), when);
            List<Long> others = gates.stream().flatMapToLong(event -> event.issueId().stream()).distinct().boxed().toList();
            return new WeekVisibility(visibilities.of(scope, reader, others), gates);
        }
        Visibility visibility = visibilities.of(scope, reader, List.of());
        return new WeekVisibility(visibility, gates(visibility.projects(), when));
    }

    private List<GateEvent> gates(Collection<Long> projects, WeekMoment when) {
        return events.ofProjects(projects, when.period(), Page.Position.START, WeekMetricsService.MAX_GATES).rows();
    }

    /**
     * What a reader may see of a scope in a week, and the gate events of its projects.
     *
     * @param gates of the projects, whether or not the reader may see all their issues; at most {@link WeekMetricsService#MAX_GATES}
     */
    public record WeekVisibility(Visibility visibility, List<GateEvent> gates) {

        /**
         * Those the reader may know of. What was refused before there was an issue says nothing about what one may see who sees only
         * some.
         */
        List<GateEvent> gates(Visibility seen) {
            return seen.isWhole() ? gates
                    : gates.stream().filter(event -> event.issueId().isPresent() && seen.has(event.issueId().getAsLong())).toList();
        }
    }
}
