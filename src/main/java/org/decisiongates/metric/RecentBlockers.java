package org.decisiongates.metric;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.timeline.Change.Kind;
import org.decisiongates.timeline.IssueTimeline;
import org.decisiongates.timeline.Phases;
import org.decisiongates.timeline.TemporalValue;

/** When Blockers of late came up and were fallen back from, since that may destabilise Decisions they block. */
final class RecentBlockers {

    /** More of them than this, and stability is n/a rather than wrong. */
    private static final int MAX_BLOCKERS = 50_000;

    private final Instant since;
    private final Map<Long, Moments> moments = new HashMap<>();
    private boolean tooMany;

    RecentBlockers(Instant since) {
        this.since = since;
    }

    void take(IssueTimeline issue) {
        Optional<Instant> fallback = issue.phases().points().stream().filter(step -> step.to().equals(Phases.FALLBACK_INVOKED))
                .map(TemporalValue.Point::at).filter(at -> !at.isBefore(since)).reduce((earlier, later) -> later);
        boolean isNew = issue.isCreationKnown() && !issue.createdAt().isBefore(since);
        if (issue.kind() != Kind.BLOCKER || !isNew && fallback.isEmpty()) {
            return;
        }
        if (moments.size() < MAX_BLOCKERS) {
            moments.put(issue.id(), new Moments(Optional.of(issue.createdAt()).filter(at -> isNew), fallback));
        } else {
            tooMany = true;
        }
    }

    boolean isWhole() {
        return !tooMany;
    }

    boolean cameUp(long blocker, PostPilotExecutionStability.Window window) {
        return Optional.ofNullable(moments.get(blocker)).flatMap(Moments::created).filter(window::has).isPresent();
    }

    boolean fellBack(long blocker, PostPilotExecutionStability.Window window) {
        return Optional.ofNullable(moments.get(blocker)).flatMap(Moments::fallback).filter(window::has).isPresent();
    }

    private record Moments(Optional<Instant> created, Optional<Instant> fallback) {
    }
}
