package org.decisiongates.replay;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.decisiongates.timeline.HistoryGroup;
import org.decisiongates.timeline.HistoryItem;

/** What changed about an issue since it was created, in the order of time. A place in it is the number of changes that lie behind. */
public final class IssueHistory {

    private static final String STATUS = "status";
    private static final Comparator<HistoryGroup> IN_TIME = Comparator.comparing(HistoryGroup::at).thenComparing(HistoryGroup::id);

    private final List<HistoryGroup> groups;

    private IssueHistory(List<HistoryGroup> groups) {
        this.groups = groups;
    }

    /** These changes, given in any order. */
    public static IssueHistory of(Collection<HistoryGroup> groups) {
        return new IssueHistory(groups.stream().sorted(IN_TIME).toList());
    }

    List<HistoryGroup> groups() {
        return groups;
    }

    /** The place behind everything that had happened by an instant. */
    int placeAt(Instant instant) {
        return (int) groups.stream().filter(group -> !group.at().isAfter(instant)).count();
    }

    /** The places in front of changes with an item like this, in order. */
    List<Integer> placesOf(Predicate<HistoryItem> items) {
        return IntStream.range(0, groups.size()).filter(place -> groups.get(place).items().stream().anyMatch(items)).boxed().toList();
    }

    /**
     * The id that was in a field of the host's own at an instant.
     *
     * @param now the id that is in it now
     */
    public String idAt(Instant instant, String field, String now) {
        return FieldHistory.ofOwn(this, field).next(placeAt(instant)).map(HistoryItem::from).orElse(now);
    }

    /** Whether it is about the status; another field may have the name. */
    static boolean isStatus(HistoryItem item) {
        return isOf(item, STATUS);
    }

    /** Whether it is about the field of the host's own that its history calls so. */
    static boolean isOf(HistoryItem item, String field) {
        return !item.custom() && item.field().equals(field);
    }
}
