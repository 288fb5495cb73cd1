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
import org.decisiongates.timeline.ChangeContext;

/**
 * Impact lines in the product's database. A line and its entry in the journal are written in one transaction; what makes the entry
 * unique, line and version, also lets only one of two changes made at the same time through.
 */
@JiraComponent
public final class AoImpactLines implements ImpactLines {

    private static final int MAX_ISSUES = 200;
    private static final int MAX_CHANGES = 200;
    /** How often adding is tried when others add to the same issue at the same time. */
    private static final int MAX_TRIES = MAX;
    /** How often a change is tried when others change the same line at the same time. */
    private static final int MAX_ATTEMPTS = 4;
    private static final String NONE = "";

    private final ActiveObjects ao;

    public AoImpactLines(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public List<StoredLine> ofIssue(long issueId) {
        return ao.executeInTransaction(() -> rows(issueId).stream().map(ImpactColumns::line).toList());
    }

    @Override
    public Map<Long, List<StoredLine>> ofIssues(Collection<Long> issueIds) {
        if (issueIds.isEmpty()) {
            return Map.of();
        }
        SqlPlaceholders.limit(issueIds.size(), MAX_ISSUES);
        Query query = Query.select().where(SqlPlaceholders.in(ImpactLineRow.ISSUE_ID, issueIds), issueIds.toArray()).order("ID");
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(ImpactLineRow.class, query))
                .collect(Collectors.groupingBy(ImpactLineRow::getIssueId, Collectors.mapping(ImpactColumns::line, Collectors.toList()))));
    }

    @Override
    public List<Change> history(long issueId) {
        return AoChanges.newest(ao, issueId, Change.Item.IMPACT, MAX_CHANGES);
    }

    @Override
    public Outcome add(ChangeContext context, ImpactLine line) {
        return add(context, line, MAX_TRIES);
    }

    private Outcome add(ChangeContext context, ImpactLine line, int tries) {
        Set<String> taken = slots(context.issueId());
        Optional<String> free = IntStream.rangeClosed(1, MAX).mapToObj(number -> context.issueId() + ":" + number)
                .filter(slot -> !taken.contains(slot)).findFirst();
        if (free.isEmpty()) {
            return new Full();
        }
        try {
            return ao.executeInTransaction(() -> insert(context, free.get(), line));
        } catch (RuntimeException e) {
            // each database reports a repeated key in its own way, so look whether the slot was taken meanwhile
            if (tries == 1 || !slots(context.issueId()).contains(free.get())) {
                throw e;
            }
            return add(context, line, tries - 1);
        }
    }

    @Override
    public Outcome change(ChangeContext context, Revision revision, ImpactLine line) {
        return onCurrent(context, revision, (row, stored) -> {
            StoredLine changed = new StoredLine(new Revision(revision.id(), revision.version() + 1), line);
            if (stored.line().equals(line)) {
                return new Applied(stored);
            }
            write(context, changed.revision(), stored.line().text(), line.text());
            ImpactColumns.put(row, line);
            row.setLineVersion(changed.revision().version());
            row.save();
            return new Applied(changed);
        });
    }

    @Override
    public Outcome remove(ChangeContext context, Revision revision) {
        return onCurrent(context, revision, (row, stored) -> {
            write(context, new Revision(revision.id(), revision.version() + 1), stored.line().text(), NONE);
            ao.delete(row);
            return new Applied(stored);
        });
    }

    private Outcome onCurrent(ChangeContext context, Revision revision, BiFunction<ImpactLineRow, StoredLine, Outcome> work) {
        Supplier<Outcome> attempt = () -> ao.executeInTransaction(() -> {
            ImpactLineRow row = rows(context.issueId()).stream().filter(one -> one.getID() == revision.id()).findFirst().orElse(null);
            return row == null ? new Gone() : onVersion(revision, row, work);
        });
        return retried(attempt, context, revision, MAX_ATTEMPTS);
    }

    /**
     * Where another change of the same version was first, its entry in the journal is there, and ours cannot be: the next attempt finds the
     * line changed. A database that rolled ours back to end a deadlock has changed nothing.
     */
    private Outcome retried(Supplier<Outcome> attempt, ChangeContext context, Revision revision, int attempts) {
        try {
            return attempt.get();
        } catch (RuntimeException e) {
            if (attempts == 1 && ofIssue(context.issueId()).stream().anyMatch(stored -> stored.revision().equals(revision))) {
                throw e;
            }
            return retried(attempt, context, revision, Math.max(1, attempts - 1));
        }
    }

    private static Outcome onVersion(Revision revision, ImpactLineRow row, BiFunction<ImpactLineRow, StoredLine, Outcome> work) {
        StoredLine stored = ImpactColumns.line(row);
        return stored.revision().equals(revision) ? work.apply(row, stored) : new Stale(stored);
    }

    private Outcome insert(ChangeContext context, String slot, ImpactLine line) {
        Map<String, Object> columns = ImpactColumns.of(line);
        columns.put(ImpactLineRow.ISSUE_ID, context.issueId());
        columns.put(ImpactLineRow.SLOT, slot);
        columns.put(ImpactLineRow.LINE_VERSION, 1);
        Revision revision = new Revision(ao.create(ImpactLineRow.class, columns).getID(), 1);
        write(context, revision, NONE, line.text());
        return new Applied(new StoredLine(revision, line));
    }

    private void write(ChangeContext context, Revision revision, String from, String to) {
        ao.create(ChangeRow.class, AoChanges.row(context.entry("impact-" + revision.id() + "-" + revision.version(), Change.Item.IMPACT,
                String.valueOf(revision.id()), from, to)));
    }

    private Set<String> slots(long issueId) {
        return ao.executeInTransaction(() -> rows(issueId).stream().map(ImpactLineRow::getSlot).collect(Collectors.toSet()));
    }

    private List<ImpactLineRow> rows(long issueId) {
        return List.of(ao.find(ImpactLineRow.class, Query.select().where("ISSUE_ID = ?", issueId).order("ID")));
    }
}
