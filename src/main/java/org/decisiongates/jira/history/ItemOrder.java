package org.decisiongates.jira.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

import org.decisiongates.journal.ChangeOrdering;

/**
 * In which order things happened that Jira's history dates alike, or with clocks that disagree: found from the end, since how an issue stands
 * now is known for certain, by following each change from where it ended to where it began.
 */
final class ItemOrder {

    private static final Comparator<HistoryGroup> TOLD = Comparator.comparing(HistoryGroup::at).thenComparing(HistoryGroup::id);

    private ItemOrder() {
    }

    /** The items of one group in the order in which they happened: one entry may hold several steps of one field. */
    static List<HistoryItem> of(HistoryGroup group, Standing after, Vocabulary words) {
        if (group.items().size() == 1) {
            return group.items();
        }
        return reversed(ChangeOrdering.linked(reversed(group.items()), after, new ItemSteps(group.at(), words)));
    }

    /** All groups, the last first. */
    static List<HistoryGroup> lastFirst(List<HistoryGroup> groups, Standing now, Vocabulary words) {
        return ChangeOrdering.linked(groups.stream().sorted(TOLD.reversed()).toList(), now, new GroupSteps(words));
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    private record ItemSteps(Instant moment, Vocabulary words) implements ChangeOrdering.Steps<Standing, HistoryItem> {

        @Override
        public Instant at(HistoryItem item) {
            return moment;
        }

        @Override
        public int breaks(Standing after, HistoryItem item) {
            return words.field(item).filter(field -> field.certain() && field.tracked() != Tracked.SCOPE && !after.isReachedBy(field, item, words)).isPresent() ? 1 : 0;
        }

        @Override
        public Standing next(Standing after, HistoryItem item) {
            return after.without(item, words);
        }
    }

    private record GroupSteps(Vocabulary words) implements ChangeOrdering.Steps<Standing, HistoryGroup> {

        @Override
        public Instant at(HistoryGroup group) {
            return group.at();
        }

        @Override
        public int breaks(Standing after, HistoryGroup group) {
            ItemSteps steps = new ItemSteps(group.at(), words);
            int breaks = 0;
            Standing standing = after;
            List<HistoryItem> items = of(group, after, words);
            for (int i = items.size() - 1; i >= 0; i--) {
                breaks += steps.breaks(standing, items.get(i));
                standing = steps.next(standing, items.get(i));
            }
            return breaks;
        }

        @Override
        public Standing next(Standing after, HistoryGroup group) {
            return after.before(group, words);
        }
    }
}
