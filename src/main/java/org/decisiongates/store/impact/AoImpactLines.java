package org.decisiongates.store.impact;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import net.java.ao.Query;

import org.decisiongates.impact.ImpactLines;
import org.decisiongates.issue.ImpactLine;
import org.decisiongates.store.SqlPlaceholders;
import org.decisiongates.store.timeline.AoChanges;
import org.decisiongates.store.timeline.ChangeRow;
import org.decisiongates.timeline.Change;

/**
 * Impact lines in the product's database. A line and its entry in the journal are written in one transaction; what makes the entry
 * unique, line and version, also lets only one of two changes made at the same time through.
 */
@JiraComponent
public final class AoImpactLines implements ImpactLines {

    private static final int MAX_ISSUES = 200;
    private static final int MAX_CHANGES = 200;
    /** How often adding is tried when others add to the same issue at the same time. */
    private static final int TRIES = MAX;
    private static final String NONE = "";

    private final ActiveObjects ao;

    public AoImpactLines(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public List<Kept> ofIssue(long issueId) {
        return ao.executeInTransaction(() -> rows(issueId).stream().map(ImpactColumns::kept).toList());
    }

    @Override
    public Map<Long, List<Kept>> ofIssues(Collection<Long> issueIds) {
        if (issueIds.isEmpty()) {
            return Map.of();
        }
        SqlPlaceholders.limit(issueIds.size(), MAX_ISSUES);
        Query query = Query.select().where(SqlPlaceholders.in(ImpactLineRow.ISSUE_ID, issueIds), issueIds.toArray()).order("ID");
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(ImpactLineRow.class, query))
                .collect(Collectors.groupingBy(ImpactLineRow::getIssueId, Collectors.mapping(ImpactColumns::kept, Collectors.toList()))));
    }

    @Override
    public List<Change> history(long issueId) {
        Query newestFirst = Query.select().where("ISSUE_ID = ? AND ITEM = ?", issueId, Change.Item.IMPACT.name())
                .order("ID DESC").limit(MAX_CHANGES);
        return ao.executeInTransaction(
                () -> Arrays.stream(ao.find(ChangeRow.class, newestFirst)).map(AoChanges::change).toList());
    }

    @Override
    public Outcome add(Occasion occasion, ImpactLine line) {
        return add(occasion, line, TRIES);
    }

    private Outcome add(Occasion occasion, ImpactLine line, int tries) {
        Set<String> taken = slots(occasion.issueId());
        Optional<String> free = IntStream.rangeClosed(1, MAX).mapToObj(number -> occasion.issueId() + ":" + number)
                .filter(slot -> !taken.contains(slot)).findFirst();
        if (free.isEmpty()) {
            return new Full();
        }
        try {
            return ao.executeInTransaction(() -> insert(occasion, free.get(), line));
        } catch (RuntimeException e) {
            // each database words a repeated key in its own way: whether somebody took the slot meanwhile is asked instead
            if (tries == 1 || !slots(occasion.issueId()).contains(free.get())) {
                throw e;
            }
            return add(occasion, line, tries - 1);
        }
    }

    @Override
    public Outcome change(Occasion occasion, Place place, ImpactLine line) {
        return onCurrent(occasion, place, (row, kept) -> {
            Kept changed = new Kept(new Place(place.id(), place.version() + 1), line);
            if (kept.line().equals(line)) {
                return new Done(kept);
            }
            write(occasion, changed.place(), kept.line().text(), line.text());
            ImpactColumns.put(row, line);
            row.setLineVersion(changed.place().version());
            row.save();
            return new Done(changed);
        });
    }

    @Override
    public Outcome remove(Occasion occasion, Place place) {
        return onCurrent(occasion, place, (row, kept) -> {
            write(occasion, new Place(place.id(), place.version() + 1), kept.line().text(), NONE);
            ao.delete(row);
            return new Done(kept);
        });
    }

    private Outcome onCurrent(Occasion occasion, Place place, BiFunction<ImpactLineRow, Kept, Outcome> work) {
        Supplier<Outcome> attempt = () -> ao.executeInTransaction(() -> {
            ImpactLineRow row = rows(occasion.issueId()).stream().filter(one -> one.getID() == place.id()).findFirst().orElse(null);
            return row == null ? new Gone() : onVersion(place, row, work);
        });
        try {
            return attempt.get();
        } catch (RuntimeException e) {
            // somebody else's change of the same version was first: its entry in the journal is there, and ours cannot be
            if (ofIssue(occasion.issueId()).stream().anyMatch(kept -> kept.place().equals(place))) {
                throw e;
            }
            return attempt.get();
        }
    }

    private static Outcome onVersion(Place place, ImpactLineRow row, BiFunction<ImpactLineRow, Kept, Outcome> work) {
        Kept kept = ImpactColumns.kept(row);
        return kept.place().equals(place) ? work.apply(row, kept) : new Stale(kept);
    }

    private Outcome insert(Occasion occasion, String slot, ImpactLine line) {
        Map<String, Object> columns = ImpactColumns.of(line);
        columns.put(ImpactLineRow.ISSUE_ID, occasion.issueId());
        columns.put(ImpactLineRow.SLOT, slot);
        columns.put(ImpactLineRow.LINE_VERSION, 1);
        Place place = new Place(ao.create(ImpactLineRow.class, columns).getID(), 1);
        write(occasion, place, NONE, line.text());
        return new Done(new Kept(place, line));
    }

    private void write(Occasion occasion, Place place, String from, String to) {
        ao.create(ChangeRow.class, AoChanges.row(new Change(occasion.issueId(), occasion.issueKey(), occasion.projectId(), occasion.kind(),
                "impact-" + place.id() + "-" + place.version(), Change.Item.IMPACT, String.valueOf(place.id()), from, to, occasion.actor(),
                occasion.at())));
    }

    private Set<String> slots(long issueId) {
        return ao.executeInTransaction(() -> rows(issueId).stream().map(ImpactLineRow::getSlot).collect(Collectors.toSet()));
    }

    private List<ImpactLineRow> rows(long issueId) {
        return List.of(ao.find(ImpactLineRow.class, Query.select().where("ISSUE_ID = ?", issueId).order("ID")));
    }
}
