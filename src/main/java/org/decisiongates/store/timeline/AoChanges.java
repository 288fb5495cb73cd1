package org.decisiongates.store.timeline;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import net.java.ao.Query;

import org.decisiongates.store.SqlPlaceholders;
import org.decisiongates.store.TextColumn;
import org.decisiongates.store.UniqueInsert;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.Changes;
import org.decisiongates.timeline.Page;

/** The record of changes in the product's database. Appending is one INSERT; it takes place after the host's commit
 * (docs/decisions/0011-write-the-journal-after-the-commit.md). */
@JiraComponent
public final class AoChanges implements Changes {

    private static final int MAX_ROWS = 10_000;
    private static final int MAX_ISSUES = 200;
    private static final RowOrder<ChangeRow> ORDER = new RowOrder<>(List.of(ChangeRow.ISSUE_ID, ChangeRow.AT_MILLIS, ChangeRow.ID),
            row -> List.of(row.getIssueId(), row.getAtMillis(), row.getID()));

    private final ActiveObjects ao;

    public AoChanges(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public boolean append(Change change) {
        return UniqueInsert.into(ao, ChangeRow.class, row(change), Query.select().where("CHANGE_KEY = ?", change.identity()));
    }

    public static Map<String, Object> row(Change change) {
        if (change.identity().length() > ChangeRow.NAME_LENGTH) {
            throw new IllegalArgumentException("a change of " + change.issueKey() + " has too long a name: " + change.identity());
        }
        Map<String, Object> row = new HashMap<>(16);
        row.put(ChangeRow.CHANGE_KEY, change.identity());
        row.put(ChangeRow.ISSUE_ID, change.issueId());
        row.put(ChangeRow.PROJECT_ID, change.projectId());
        row.put(ChangeRow.ISSUE_KIND, change.kind().name());
        row.put(ChangeRow.GROUP_NAME, change.group());
        row.put(ChangeRow.ITEM, change.item().name());
        if (change.step() > 0) {
            row.put(ChangeRow.STEP, change.step());
        }
        row.put(ChangeRow.AT_MILLIS, change.at().toEpochMilli());
        TextColumn.put(row, ChangeRow.ISSUE_KEY, change.issueKey(), ChangeRow.NAME_LENGTH);
        TextColumn.put(row, ChangeRow.SUBJECT, change.subject());
        TextColumn.put(row, ChangeRow.VALUE_BEFORE, change.from());
        TextColumn.put(row, ChangeRow.VALUE_AFTER, change.to());
        TextColumn.put(row, ChangeRow.ACTOR_KEY, change.actor(), ChangeRow.NAME_LENGTH);
        return row;
    }

    @Override
    public List<Change> recorded(Collection<Long> issueIds) {
        if (issueIds.isEmpty()) {
            return List.of();
        }
        SqlPlaceholders.limit(issueIds.size(), MAX_ISSUES);
        return find(Query.select().where(SqlPlaceholders.in(ChangeRow.ISSUE_ID, issueIds), issueIds.toArray()));
    }

    @Override
    public Page<Change> ofProjects(Collection<Long> projectIds, Page.Position after, int limit) {
        if (projectIds.isEmpty()) {
            return new Page<>(List.of(), Optional.empty());
        }
        Query query = Query.select()
                .where(SqlPlaceholders.in(ChangeRow.PROJECT_ID, projectIds) + " AND " + ORDER.follows(),
                        SqlPlaceholders.values(projectIds, ORDER.values(after)))
                .order(ORDER.columns()).limit(SqlPlaceholders.limit(limit, MAX_ROWS));
        return ao.executeInTransaction(() -> ORDER.page(ao.find(ChangeRow.class, query), limit, AoChanges::change));
    }

    @Override
    public List<Change> ofIssues(Collection<Long> issueIds, int limit) {
        if (issueIds.isEmpty()) {
            return List.of();
        }
        return find(Query.select().where(SqlPlaceholders.in(ChangeRow.ISSUE_ID, issueIds), issueIds.toArray())
                .order(ORDER.columns()).limit(SqlPlaceholders.limit(limit, MAX_ROWS)));
    }

    @Override
    public OptionalLong newest(Collection<Long> projectIds) {
        if (projectIds.isEmpty()) {
            return OptionalLong.empty();
        }
        Query newest = Query.select().where(SqlPlaceholders.in(ChangeRow.PROJECT_ID, projectIds), projectIds.toArray()).order("ID DESC")
                .limit(1);
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(ChangeRow.class, newest)).mapToLong(ChangeRow::getID).findFirst());
    }

    /** What was done to what the host's history does not know of one issue, newest first: one statement. */
    public static List<Change> newest(ActiveObjects ao, long issueId, Change.Item item, int limit) {
        Query newestFirst = Query.select().where("ISSUE_ID = ? AND ITEM = ?", issueId, item.name()).order("ID DESC").limit(limit);
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(ChangeRow.class, newestFirst)).map(AoChanges::change).toList());
    }

    private List<Change> find(Query query) {
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(ChangeRow.class, query)).map(AoChanges::change).toList());
    }

    public static Change change(ChangeRow row) {
        return new Change(row.getIssueId(), row.getIssueKey(), row.getProjectId(), Change.Kind.stored(row.getIssueKind()),
                row.getGroupName(), Change.Item.stored(row.getItem()), TextColumn.read(row.getSubject()),
                row.getStep() == null ? 0 : row.getStep(),
                TextColumn.read(row.getValueBefore()), TextColumn.read(row.getValueAfter()), TextColumn.read(row.getActorKey()),
                Instant.ofEpochMilli(row.getAtMillis()));
    }
}
