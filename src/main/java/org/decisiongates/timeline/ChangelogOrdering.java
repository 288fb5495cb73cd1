package org.decisiongates.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Orders entries of Jira's history that have the same time, or times of clocks that disagree. Works backwards from the issue's current
 * state, which is certain, by following each change from the value it ended with to the value it started from.
 */
final class ChangelogOrdering {

    private static final Comparator<HistoryGroup> TOLD = Comparator.comparing(HistoryGroup::at).thenComparing(HistoryGroup::id);

    private ChangelogOrdering() {
    }

    /** The items of one group in the order in which they happened: one entry may hold several steps of one field. */
    static List<HistoryItem> of(HistoryGroup group, IssueState after, FieldMapping mapping) {
        if (group.items().size() == 1) {
            return group.items();
        }
        return reversed(ContinuityOrdering.linked(reversed(group.items()), after, new ItemSteps(group.at(), mapping)));
    }

    /** All groups, the last first. */
    static List<HistoryGroup> lastFirst(List<HistoryGroup> groups, IssueState now, FieldMapping mapping) {
        return ContinuityOrdering.linked(groups.stream().sorted(TOLD.reversed()).toList(), now, new GroupSteps(mapping));
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    private record ItemSteps(Instant moment, FieldMapping mapping) implements ContinuityOrdering.Steps<IssueState, HistoryItem> {

        @Override
        public Instant at(HistoryItem item) {
            return moment;
        }

        @Override
        public int breaks(IssueState after, HistoryItem item) {
            return mapping.field(item)
                    .filter(field -> field.certain() && field.tracked() != TrackedField.SCOPE && !after.isReachedBy(field, item, mapping))
                    .isPresent() ? 1 : 0;
        }

        @Override
        public IssueState next(IssueState after, HistoryItem item) {
            return after.without(item, mapping);
        }
    }

    private record GroupSteps(FieldMapping mapping) implements ContinuityOrdering.Steps<IssueState, HistoryGroup> {

        @Override
        public Instant at(HistoryGroup group) {
            return group.at();
        }

        @Override
        public int breaks(IssueState after, HistoryGroup group) {
            ItemSteps steps = new ItemSteps(group.at(), mapping);
            int breaks = 0;
            IssueState state = after;
            List<HistoryItem> items = of(group, after, mapping);
            for (int i = items.size() - 1; i >= 0; i--) {
                breaks += steps.breaks(state, items.get(i));
                state = steps.next(state, items.get(i));
            }
            return breaks;
        }

        @Override
        public IssueState next(IssueState after, HistoryGroup group) {
            return after.before(group, mapping);
        }
    }
}
