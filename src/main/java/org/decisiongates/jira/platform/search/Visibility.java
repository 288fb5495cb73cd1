package org.decisiongates.jira.platform.search;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.user.ApplicationUser;

/**
 * Which issues of a scope one reader may see: resolved once at the top of a request by {@link VisibilityResolver} and passed on.
 *
 * @param reader       null for nobody logged in
 * @param issues       their ids; empty when the reader may see all of a project, and then also what is no longer there
 * @param projects     ids of the projects they are in
 * @param partial      whether issues of a project are hidden from the reader; never true of a query, which would tell what it finds hidden
 * @param tooMany      whether there are too many to tell
 * @param away         ids of issues that were once in the scope and went where the reader may not follow
 * @param unrestricted whether nothing is hidden, whoever may browse what
 */
public record Visibility(ResolvedScope scope, ApplicationUser reader, Optional<Set<Long>> issues, Collection<Long> projects,
        boolean partial,
        boolean tooMany, Set<Long> away, boolean unrestricted) {

    /** For what the app records for everybody; a later reader sees only what that reader may see. */
    public static Visibility unrestricted(ResolvedScope scope) {
        return new Visibility(scope, null, Optional.empty(), scope.project().stream().map(project -> project.getId()).toList(), false,
                false,
                Set.of(), true);
    }

    /** The reader may see all of a project. */
    static Visibility whole(ResolvedScope scope, ApplicationUser reader, long projectId) {
        return new Visibility(scope, reader, Optional.empty(), List.of(projectId), false, false, Set.of(), false);
    }

    /** The same without these issues either, which are hidden from the reader: it only ever narrows. */
    Visibility without(Set<Long> hidden) {
        Set<Long> all = new HashSet<>(away);
        all.addAll(hidden);
        return new Visibility(scope, reader, issues, projects, partial || !hidden.isEmpty(), tooMany, Set.copyOf(all), unrestricted);
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
