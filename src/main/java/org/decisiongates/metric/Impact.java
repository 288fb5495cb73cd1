package org.decisiongates.metric;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.decisiongates.timeline.IssueTimeline;

/** Impact lines of what was open just before an instant. */
final class Impact {

    static final int MAX_LINES = 10_000;

    private final Instant instant;
    private final List<Contribution> contributions = new ArrayList<>();
    private long total;

    Impact(Instant instant) {
        this.instant = instant;
    }

    void take(IssueTimeline issue) {
        if (issue.lines().isEmpty() || !issue.isOpenBefore(instant)) {
            return;
        }
        issue.lines().forEach((id, value) -> value.before(instant).ifPresent(line -> {
            total++;
            if (contributions.size() < MAX_LINES) {
                contributions.add(new Contribution(issue.id(), issue.key(), id, line));
            }
        }));
    }

    Listing<Contribution> listing() {
        return new Listing<>(contributions, total);
    }
}
