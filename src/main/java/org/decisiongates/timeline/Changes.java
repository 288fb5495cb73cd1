package org.decisiongates.timeline;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** The append-only record of what changed about issues. There is no way to change or remove an entry. */
public interface Changes {

    /**
     * Records {@code change}, exactly one statement; does nothing when it is there already.
     *
     * @return whether it was new
     */
    boolean append(Change change);

    /** Every change of these issues (at most 200) that is recorded, in no order: one statement. */
    List<Change> recorded(Collection<Long> issueIds);

    /** Which of the changes of these issues (at most 200) are recorded, by {@link Change#identity()}. */
    default Set<String> known(Collection<Long> issueIds) {
        return recorded(issueIds).stream().map(Change::identity).collect(Collectors.toSet());
    }

    /**
     * Changes of projects in the order of (issue, time, sequence): one statement.
     *
     * @param limit how many at most, 1 to 10 000
     */
    Page<Change> ofProjects(Collection<Long> projectIds, Page.Position after, int limit);

    /**
     * Changes of these issues (at most 1 000) in the order of (issue, time, sequence): one statement.
     *
     * @param limit how many at most, 1 to 10 000
     */
    List<Change> ofIssues(Collection<Long> issueIds, int limit);

    /** The highest sequence number among the changes of these projects; empty when there are none. One statement. */
    OptionalLong newest(Collection<Long> projectIds);
}
