package org.decisiongates.jira.owner;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.timeline.HistoryGroup;
import org.decisiongates.timeline.HistoryItem;

/**
 * Who changed the owner or the assignee of an issue last, and which of the two.
 *
 * @param actor      user key; empty for nobody
 * @param isOfOwner  whether only the owner was changed, so that the assignee has to follow; else the owner follows
 */
record OwnerChange(String actor, boolean isOfOwner) {

    private static final String ASSIGNEE = "assignee";

    /**
     * The last of the history that is not older than {@code since}.
     *
     * @param ownerNames what the history calls the field of owners
     */
    static Optional<OwnerChange> last(List<HistoryGroup> history, Set<String> ownerNames, Instant since) {
        return history.stream().filter(group -> !group.at().isBefore(since))
                .filter(group -> group.items().stream().anyMatch(item -> isAssignee(item) || isOwner(item, ownerNames)))
                .max(Comparator.comparing(HistoryGroup::at).thenComparing(HistoryGroup::id))
                .map(group -> new OwnerChange(group.actor(), group.items().stream().noneMatch(OwnerChange::isAssignee)));
    }

    private static boolean isAssignee(HistoryItem item) {
        return !item.custom() && item.field().equals(ASSIGNEE);
    }

    private static boolean isOwner(HistoryItem item, Set<String> names) {
        return item.custom() && names.contains(item.field());
    }
}
