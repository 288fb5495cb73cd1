package org.decisiongates.summary.compose;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.decisiongates.issue.Person;
import org.decisiongates.metric.Contribution;
import org.decisiongates.metric.Listing;
import org.decisiongates.summary.Closure;
import org.decisiongates.summary.EstimateChange;
import org.decisiongates.summary.ItemDifference;
import org.decisiongates.summary.ItemDifference.Kind;
import org.decisiongates.summary.ItemDifferenceCounts;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.SnapshotEntry;
import org.decisiongates.summary.WeekComparison;
import org.decisiongates.summary.WeekState;
import org.decisiongates.summary.WeeklySummary;

/** Compares the Blockers, or the Decisions, of two weeks as one reader may see them. */
final class WeekComparer {

    private final WeekState from;
    private final List<WeekState> since;
    private final boolean blocker;
    private final Map<Long, OpenItem> then;
    private final Map<Long, OpenItem> now;
    private final List<ItemDifference> found = new ArrayList<>();
    private final Map<Kind, Set<Long>> changed = new EnumMap<>(Kind.class);

    private WeekComparer(WeekState from, List<WeekState> since, LongPredicate visible, boolean blocker) {
        this.from = from;
        this.since = since;
        this.blocker = blocker;
        this.then = byId(items(from), visible);
        this.now = byId(items(since.get(0)), visible);
    }

    /**
     * Compares the end of a week with a later one.
     *
     * @param since   the later week, then closed weeks between the two: where closings are on record
     * @param visible which issues, by id, the reader may see
     */
    public static WeekComparison compare(WeekState from, List<WeekState> since, LongPredicate visible) {
        WeekComparer blockers = new WeekComparer(from, since, visible, true);
        WeekComparer decisions = new WeekComparer(from, since, visible, false);
        ItemDifferenceCounts ofBlockers = blockers.compared();
        ItemDifferenceCounts ofDecisions = decisions.compared();
        List<ItemDifference> changes = Stream.concat(blockers.found.stream(), decisions.found.stream())
                .sorted(Comparator.comparing(WeekComparer::order).thenComparing(change -> !change.blocker())
                        .thenComparing(ItemDifference::key, OpenItemOrder.KEYS))
                .toList();
        return new WeekComparison(from.week(), since.get(0).week(), ofBlockers, ofDecisions,
                Listing.of(changes).first(WeeklySummary.MAX_ROWS));
    }

    private static int order(ItemDifference change) {
        return Stream.of(Kind.values()).filter(kind -> kind.key().equals(change.kind())).findFirst().orElseThrow().ordinal();
    }

    private static Map<Long, OpenItem> byId(Listing<SnapshotEntry<OpenItem>> items, LongPredicate visible) {
        Map<Long, OpenItem> byId = new LinkedHashMap<>();
        items.rows().stream().filter(entry -> visible.test(entry.issueId())).forEach(entry -> byId.put(entry.issueId(), entry.row()));
        return byId;
    }

    private Listing<SnapshotEntry<OpenItem>> items(WeekState week) {
        return blocker ? week.blockers() : week.decisions();
    }

    private ItemDifferenceCounts compared() {
        findNew();
        findClosed();
        now.forEach((id, item) -> Optional.ofNullable(then.get(id)).ifPresent(earlier -> compare(id, earlier, item)));
        findEstimates();
        return new ItemDifferenceCounts(items(from).isWhole() && items(since.get(0)).isWhole(), count(Kind.NEW), count(Kind.REOPENED),
                count(Kind.CLOSED), count(Kind.LEFT), count(Kind.SLIPPED), count(Kind.OWNER_CHANGED), count(Kind.RE_ESTIMATED));
    }

    /** Where the earlier week lists a part, only what is younger than that week is new for certain. */
    private void findNew() {
        boolean isAllListed = items(from).isWhole();
        long days = Duration.between(from.at(), since.get(0).at()).toDays();
        Set<Long> reopened = since.stream().flatMap(week -> week.reopened().rows().stream()).map(SnapshotEntry::issueId)
                .collect(Collectors.toSet());
        now.forEach((id, item) -> {
            // ages are whole days: it is up to a day older than it says
            if (!then.containsKey(id) && (isAllListed || item.ageDays() < days)) {
                Kind kind = reopened.contains(id) ? Kind.REOPENED : Kind.NEW;
                add(id, kind, ItemDifference.of(kind, item, blocker));
            }
        });
    }

    /** Where the later week lists a part, only what was closed on record is not open for certain. */
    private void findClosed() {
        boolean isAllListed = items(since.get(0)).isWhole();
        Map<Long, Closure> closures = new HashMap<>();
        since.stream().flatMap(week -> week.closures().rows().stream())
                .forEach(entry -> closures.putIfAbsent(entry.issueId(), entry.row()));
        then.forEach((id, item) -> {
            if (now.containsKey(id)) {
                return;
            }
            if (closures.containsKey(id)) {
                add(id, Kind.CLOSED, ItemDifference.of(Kind.CLOSED, item, blocker).with(closures.get(id)));
            } else if (isAllListed) {
                add(id, Kind.LEFT, ItemDifference.of(Kind.LEFT, item, blocker));
            }
        });
    }

    private void compare(long id, OpenItem earlier, OpenItem item) {
        if (earlier.due().isPresent() && item.due().filter(earlier.due().get()::isBefore).isPresent()) {
            add(id, Kind.SLIPPED, ItemDifference.of(Kind.SLIPPED, item, blocker).dueBefore(earlier.due()));
        }
        if (!earlier.isOwnedAs(item) && !isErased(earlier) && !isErased(item)) {
            add(id, Kind.OWNER_CHANGED, ItemDifference.of(Kind.OWNER_CHANGED, item, blocker).ownedBefore(earlier.owner()));
        }
    }

    /** Who it was is not known any more. */
    private static boolean isErased(OpenItem item) {
        return item.owner().filter(Person.ERASED::equals).isPresent();
    }

    private void findEstimates() {
        Map<String, Contribution> earlier = from.impact().rows().stream()
                .collect(Collectors.toMap(Contribution::lineId, line -> line, (one, same) -> one));
        for (Contribution line : since.get(0).impact().rows()) {
            OpenItem item = now.get(line.issueId());
            Contribution before = earlier.get(line.lineId());
            if (item != null && before != null && before.issueId() == line.issueId()) {
                EstimateChange.between(before.line(), line.line()).ifPresent(estimate -> add(line.issueId(), Kind.RE_ESTIMATED,
                        ItemDifference.of(Kind.RE_ESTIMATED, item, blocker).with(estimate)));
            }
        }
    }

    private void add(long id, Kind kind, ItemDifference change) {
        found.add(change);
        changed.computeIfAbsent(kind, any -> new HashSet<>()).add(id);
    }

    private long count(Kind kind) {
        return changed.getOrDefault(kind, Set.of()).size();
    }
}
