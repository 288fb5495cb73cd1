package org.decisiongates.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.timeline.Change.Item;

/** The changes of one issue in the order in which they happened, each once, whatever the order and number of their deliveries. */
public final class JournalOrdering {

    // ids of change groups grow: a longer number is a larger one
    private static final Comparator<Change> BY_TIME = Comparator
            .comparing((Change change) -> change.group().equals(Change.CREATION) ? 0 : 1)
            .thenComparing(Change::at).thenComparing(change -> change.item() == Item.DELETED ? 1 : 0)
            .thenComparing((Change change) -> change.group().length()).thenComparing(Change::group)
            .thenComparing(JournalOrdering::place).thenComparing(Change::item).thenComparing(Change::subject).thenComparing(Change::step)
            .thenComparing(Change::from).thenComparing(Change::to);

    private final List<Change> changes;

    private JournalOrdering(List<Change> changes) {
        this.changes = changes;
    }

    public static JournalOrdering of(Collection<Change> recorded) {
        List<Change> sorted = new ArrayList<>(recorded);
        sorted.sort(BY_TIME);
        Set<Name> names = new HashSet<>();
        sorted.removeIf(change -> !names.add(new Name(change.group(), change.item(), change.subject(), change.step())));
        List<Change> changes = new ArrayList<>(sorted.size());
        ContinuityOrdering.linked(groups(sorted), RecordedState.UNKNOWN, new GroupSteps()).forEach(changes::addAll);
        return new JournalOrdering(changes);
    }

    /** In order. */
    public List<Change> changes() {
        return changes;
    }

    /** Whether the issue is there in the end; not, when it was deleted, or left for a project of which nothing is known here. */
    public boolean isPresent() {
        return Boolean.TRUE.equals(last().present());
    }

    /** The value of an item in the end, in its own notation; empty when nothing says what it is, and for items that have many values. */
    public Optional<String> last(Item item) {
        return Optional.ofNullable(last().value(item));
    }

    private RecordedState last() {
        RecordedState state = RecordedState.UNKNOWN;
        for (List<Change> group : groups(changes)) {
            state = state.after(group);
        }
        return state;
    }

    private static List<List<Change>> groups(List<Change> sorted) {
        List<List<Change>> groups = new ArrayList<>(sorted.size());
        int start = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            if (i == sorted.size() || !sorted.get(i).group().equals(sorted.get(start).group())) {
                groups.add(sorted.subList(start, i));
                start = i;
            }
        }
        return groups;
    }

    /** Within one group an issue leaves a project before it comes to another, and is changed there. */
    private static int place(Change change) {
        return change.item() == Item.MOVED ? 0 : change.item() == Item.CREATED ? 1 : 2;
    }

    /** What {@link Change#identity()} is made of, for one issue. */
    private record Name(String group, Item item, String subject, int step) {
    }

    private static final class GroupSteps implements ContinuityOrdering.Steps<RecordedState, List<Change>> {

        @Override
        public Instant at(List<Change> group) {
            return group.get(0).at();
        }

        @Override
        public int breaks(RecordedState state, List<Change> group) {
            return state.breaks(group);
        }

        @Override
        public RecordedState next(RecordedState state, List<Change> group) {
            return state.after(group);
        }
    }
}
