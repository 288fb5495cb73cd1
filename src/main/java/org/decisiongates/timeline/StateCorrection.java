package org.decisiongates.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.issue.Person;
import org.decisiongates.timeline.Change.Item;
import org.decisiongates.timeline.Change.Kind;

/** Makes the corrections that lead the journal of an issue from where it ends to the issue's actual state. */
final class StateCorrection {

    private final ChangelogReader changelog;
    private final JournalOrdering recorded;
    private final Change last;
    private final ChangelogReader.Moment moment;

    StateCorrection(ChangelogReader changelog, JournalOrdering recorded, Instant noticed) {
        this.changelog = changelog;
        this.recorded = recorded;
        this.last = recorded.changes().get(recorded.changes().size() - 1);
        long before = recorded.changes().stream().filter(Change::isCorrection).map(Change::group).distinct().count();
        this.moment = new ChangelogReader.Moment(Change.correction((int) before + 1), "", afterAll(recorded, noticed));
    }

    /**
     * Also after an entry that was dated ahead by a clock that has been set back since: before it, the correction would not be the last
     * word, and would be repeated for ever.
     */
    private static Instant afterAll(JournalOrdering recorded, Instant noticed) {
        return recorded.changes().stream().map(Change::at).filter(at -> !at.isBefore(noticed)).max(Instant::compareTo)
                .map(at -> at.plusMillis(1)).orElse(noticed);
    }

    /**
     * @param phase that the issue stands in now
     * @param links that it has now
     */
    List<Change> to(IssueState now, String phase, List<CurrentLink> links) {
        Optional<Kind> kind = changelog.kind(now);
        if (kind.isEmpty()) {
            // a workflow that loses its gate, or cannot be read for a moment, takes no issue away
            return recorded.isPresent() && last.kind() != Kind.GATED ? List.of(where(Item.DELETED, "", "", "")) : List.of();
        }
        ChangelogReader.Rows rows = new ChangelogReader.Rows(now, kind.get(), moment);
        List<Change> corrections = new ArrayList<>();
        boolean moved = recorded.isPresent() && last.projectId() != now.projectId();
        // a project began or ceased to use the type of the issue as Decision or Blocker
        boolean another = recorded.isPresent() && (last.kind() == Kind.GATED) != (kind.get() == Kind.GATED);
        if (moved) {
            corrections.add(where(Item.MOVED, Change.LEFT, last.issueKey(), now.key()));
        }
        if (moved || another || !recorded.isPresent()) {
            corrections.add(rows.of(Item.CREATED, "", changelog.initialState(now)));
        } else {
            // of an owner who was erased the journal cannot say whether it is still the same, and must not name the person again
            values(now, phase).forEach((item, value) -> recorded.last(item).filter(end -> !end.equals(Person.ERASED))
                    .flatMap(end -> rows.different(item, end, value)).ifPresent(corrections::add));
        }
        corrections.addAll(links(rows, links));
        return corrections;
    }

    /** A link that is missing in the history, or there in unknown words, is found by the id of its type. */
    private List<Change> links(ChangelogReader.Rows rows, List<CurrentLink> present) {
        Map<String, Change> known = new LinkedHashMap<>();
        for (Change change : recorded.changes()) {
            if (change.item() == Item.LINK || change.item() == Item.SUCCESSOR) {
                known.put(change.item() + change.subject(), change);
            }
        }
        List<Change> corrections = new ArrayList<>();
        // links of several types to one issue mean the same and make one entry
        Set<String> seen = new HashSet<>();
        for (CurrentLink link : present) {
            if (!seen.add(link.item() + Long.toString(link.issueId()))) {
                continue;
            }
            Change entry = known.remove(link.item() + Long.toString(link.issueId()));
            if (entry == null || entry.to().isEmpty()) {
                corrections.add(rows.of(link.item(), Long.toString(link.issueId()), "", link.issueKey()));
            }
        }
        known.values().stream().filter(gone -> !gone.to().isEmpty())
                .forEach(gone -> corrections.add(rows.of(gone.item(), gone.subject(), gone.to(), "")));
        return corrections;
    }

    private static Map<Item, String> values(IssueState now, String phase) {
        Map<Item, String> values = new EnumMap<>(Item.class);
        values.put(Item.PHASE, phase);
        values.put(Item.OWNER, now.owner());
        values.put(Item.DUE, now.due().map(Objects::toString).orElse(""));
        values.put(Item.CUSTOMER_FACING, ChangelogReader.yes(now.customerFacing()));
        values.put(Item.FALLBACK, ChangelogReader.yes(now.fallback()));
        return values;
    }

    /** Visible in the project in which the journal has the issue. */
    private Change where(Item item, String subject, String from, String to) {
        return new Change(last.issueId(), last.issueKey(), last.projectId(), last.kind(), moment.group(), item, subject, from, to, "",
                moment.at());
    }
}
