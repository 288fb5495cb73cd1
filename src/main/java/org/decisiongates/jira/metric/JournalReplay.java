package org.decisiongates.jira.metric;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongPredicate;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.PhaseMaps;
import org.decisiongates.metric.MetricsProjection;
import org.decisiongates.summary.GateTally;
import org.decisiongates.summary.compose.GateTallyCounter;
import org.decisiongates.timeline.Changes;
import org.decisiongates.timeline.GateEvents;
import org.decisiongates.timeline.Pages;
import org.decisiongates.timeline.PhaseReader;

/** Replays the whole journal of a project into the numbers of a week, a page at a time: memory does not grow with the journal. */
@JiraComponent
public class JournalReplay {

    static final int PAGE_SIZE = 5_000;

    private final Changes changes;
    private final GateEvents events;
    private final PrefetchExecutor executor;
    private final PhaseMaps phaseMaps;

    JournalReplay(Changes changes, GateEvents events, PrefetchExecutor executor, PhaseMaps phaseMaps) {
        this.changes = changes;
        this.events = events;
        this.executor = executor;
        this.phaseMaps = phaseMaps;
    }

    /** The numbers of the week as they are known at that moment, for a reader who may see everything. */
    public Result replay(long projectId, WeekMoment when) {
        return replay(projectId, when, Set.of());
    }

    /** The same without these issues. */
    Result replay(long projectId, WeekMoment when, Set<Long> without) {
        LongPredicate visible = issue -> !without.contains(issue);
        List<Long> project = List.of(projectId);
        // first of all: what is written during the replay is newer than its result
        OptionalLong newest = changes.newest(project);
        MetricsProjection projection = new MetricsProjection(when.period(), project, visible);
        PhaseReader phases = new PhaseReader(phaseMaps::of);
        new Pages<>(after -> changes.ofProjects(project, after, PAGE_SIZE), executor::read)
                .forEachRemaining(change -> projection.take(phases.read(change)));
        GateTallyCounter gates = new GateTallyCounter();
        new Pages<>(after -> events.ofProjects(project, when.period(), after, PAGE_SIZE), executor::read).forEachRemaining(event -> {
            if (without.isEmpty() || event.issueId().isPresent() && visible.test(event.issueId().getAsLong())) {
                projection.take(event);
                gates.take(event);
            }
        });
        return new Result(projection.result(), gates.tally(), newest, when.now().toInstant(), projection.movedAway());
    }

    /**
     * The numbers of a week and how far they go.
     *
     * @param newest    sequence number of the newest change there was when the replay began; empty when there was none
     * @param asOf      up to when things were known
     * @param movedAway issues that were moved to another project, which the reader may not see; empty when there are too many
     */
    public record Result(MetricsProjection.Result numbers, GateTally gates, OptionalLong newest, Instant asOf,
            Optional<Set<Long>> movedAway) {
    }
}
