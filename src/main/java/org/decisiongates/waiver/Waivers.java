package org.decisiongates.waiver;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The waivers of issues, step by step. There is no way to change or remove a step. */
public interface Waivers {

    /** How many waivers an issue may have had in its life. */
    int MAX = 200;

    /** How many steps are read at a time. */
    int MAX_STEPS = 20_000;

    /** The waivers of an issue by number: one statement. */
    List<Waiver> ofIssue(long issueId);

    /** The waivers of issues (at most 200), by issue id; issues without one are left out. One statement. */
    Map<Long, List<Waiver>> ofIssues(Collection<Long> issueIds);

    /**
     * The waivers of some issues (at most 1 000), and those of a project that end later than an instant, by issue id: one statement.
     *
     * @param projectId the host's id of the project that the issue was in when the waiver was asked for; empty for no project
     * @return empty when there are more than {@value #MAX_STEPS} steps: a part of them would say that a rule is not waived
     */
    Optional<Map<Long, List<Waiver>>> around(Collection<Long> issueIds, OptionalLong projectId, Instant endingAfter);

    /**
     * Issues, at most {@code limit} (1 to 1 000), for which a waiver is active at this instant: two statements for every 200 that were
     * granted. Whoever asks may not see all of them, and some may be gone.
     */
    Set<Long> issuesWithActive(Instant instant, int limit);

    /**
     * Stores a step, unless it has been taken: another one of the same number was stored meanwhile.
     *
     * @return whether it was stored
     */
    boolean append(WaiverStep step);
}
