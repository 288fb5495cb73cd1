package org.decisiongates.metric;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.decisiongates.timeline.IssueTimeline;

/** Impact lines of what was open just before an instant. */
final class Impact {

    static final int MOST = 10_000;

    private final Instant instant;
    private final List<Contribution> contributions = new ArrayList<>();
    private long total;

    Impact(Instant instant) {
        this.instant = instant;
    }

    void take(IssueTimeline life) {
        if (life.lines().isEmpty() || !life.isOpenBefore(instant)) {
            return;
        }
        life.lines().forEach((id, course) -> course.before(instant).ifPresent(line -> {
            total++;
            if (contributions.size() < MOST) {
                contributions.add(new Contribution(life.id(), life.key(), id, line));
            }
        }));
    }

    Listing<Contribution> listing() {
        return new Listing<>(contributions, total);
    }
}
