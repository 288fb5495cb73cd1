package org.decisiongates.sandbox.jira.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What changed on issues: append-only. */
public final class History {

    private static final String COLUMNS = "select g.id, g.issue_id, g.author, g.created, i.field_type, i.field, i.old_value, i.old_string,"
            + " i.new_value, i.new_string from jira_change_group g join jira_change_item i on i.group_id = g.id ";

    /** How many ids a node takes at once, as the products' sequences do: in a cluster a larger id need not be a later one. */
    private static final int BLOCK = 10;
    private static final long SPREAD = 1_000;

    private final Store store;
    private long nextId;
    private int left;

    History(Store store) {
        this.store = store;
    }

    /** Everything that changed on the issue, oldest first. */
    public List<ChangeRow> of(long issueId) {
        return read(store.sql(COLUMNS + "where g.issue_id = ? order by g.created, g.id, i.id", issueId));
    }

    public List<ChangeRow> since(long issueId, Instant since) {
        return read(store.sql(COLUMNS + "where g.issue_id = ? and g.created >= ? order by g.created, g.id, i.id", issueId,
                Store.millis(since)));
    }

    public Optional<ChangeRow> byId(long id) {
        return read(store.sql(COLUMNS + "where g.id = ? order by i.id", id)).stream().findFirst();
    }

    /**
     * Appends what another node with a clock of its own, an import or an app wrote: any time, several steps of one field, names of then.
     * The issue itself stays as it is.
     */
    public ChangeRow append(long issueId, String authorKey, Instant at, List<ChangeItemRow> items) {
        return write(issueId, authorKey, at, items).orElseThrow();
    }

    private synchronized long nextId() {
        if (left == 0) {
            nextId = store.insert("insert into jira_id_block (taken) values (1)") * SPREAD;
            left = BLOCK;
        }
        left--;
        return nextId++;
    }

    /** Appends one change; nothing is written when no item changed. */
    Optional<ChangeRow> write(long issueId, String authorKey, Instant at, List<ChangeItemRow> items) {
        if (items.isEmpty()) {
            return Optional.empty();
        }
        long group = nextId();
        store.sql("insert into jira_change_group (id, issue_id, author, created) values (?, ?, ?, ?)", group, issueId, authorKey,
                Store.millis(at)).update();
        items.forEach(item -> store.sql("insert into jira_change_item (group_id, field_type, field, old_value, old_string, new_value,"
                + " new_string) values (?, ?, ?, ?, ?, ?, ?)", group, item.fieldType(), item.field(), item.from(), item.fromText(),
                item.to(), item.toText()).update());
        return Optional.of(new ChangeRow(group, issueId, authorKey, at, items));
    }

    private static List<ChangeRow> read(org.springframework.jdbc.core.simple.JdbcClient.StatementSpec statement) {
        Map<Long, ChangeRow> groups = new LinkedHashMap<>();
        Map<Long, List<ChangeItemRow>> items = new LinkedHashMap<>();
        statement.query(rows -> {
            long id = rows.getLong(1);
            groups.putIfAbsent(id, new ChangeRow(id, rows.getLong(2), rows.getString(3), Store.instant(rows.getLong(4)), List.of()));
            items.computeIfAbsent(id, none -> new ArrayList<>()).add(new ChangeItemRow(rows.getString(5), rows.getString(6),
                    rows.getString(7), rows.getString(8), rows.getString(9), rows.getString(10)));
        });
        return groups.values().stream()
                .map(group -> new ChangeRow(group.id(), group.issueId(), group.authorKey(), group.at(), items.get(group.id()))).toList();
    }
}
