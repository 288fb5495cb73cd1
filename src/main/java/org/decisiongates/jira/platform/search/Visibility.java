package org.decisiongates.jira.platform.search;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Which issues of a scope a reader may see.
 *
 * @param issues   their ids; empty when the reader may see all of a project, and then also what is no longer there
 * @param projects ids of the projects they are in
 * @param partial  whether issues of a project are hidden from the reader; never true of a query, which would tell what it finds hidden
 * @param tooMany  whether there are too many to tell
 * @param away     ids of issues that were once in the scope and went where the reader may not follow
 */
public record Visibility(Optional<Set<Long>> issues, Collection<Long> projects, boolean partial, boolean tooMany, Set<Long> away) {

    /** The same for somebody who may not be told of these issues either. */
    public Visibility without(Set<Long> gone) {
        return new Visibility(issues, projects, partial || !gone.isEmpty(), tooMany, Set.copyOf(gone));
    }

    /** Whether the reader may see all there is, and all there was. */
    public boolean isWhole() {
        return issues.isEmpty() && !tooMany && away.isEmpty();
    }

    /** Whether the reader may see this issue of the scope. */
    public boolean has(long issueId) {
        return !tooMany && !away.contains(issueId) && issues.map(ids -> ids.contains(issueId)).orElse(true);
    }
}
