package org.decisiongates.sandbox.jira.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Links between issues, and their kinds. */
public final class Links {

    private static final String COLUMNS = "select l.id, t.id, t.name, t.inward, t.outward, l.source_id, l.destination_id"
            + " from jira_link l join jira_link_type t on t.id = l.link_type ";

    private final Store store;
    private final SandboxJira jira;

    Links(Store store, SandboxJira jira) {
        this.store = store;
        this.jira = jira;
    }

    public List<LinkTypeRow> types() {
        return store.sql("select id, name, inward, outward from jira_link_type order by name").query(Links::type).list();
    }

    public Optional<LinkTypeRow> type(long id) {
        return store.sql("select id, name, inward, outward from jira_link_type where id = ?", id).query(Links::type).optional();
    }

    public List<LinkTypeRow> typesNamed(String name) {
        return store.sql("select id, name, inward, outward from jira_link_type where lower(name) = lower(?) order by id", name)
                .query(Links::type).list();
    }

    /** Creates a kind of link; names are not unique, as in Jira. */
    public LinkTypeRow createType(String name, String inward, String outward) {
        return type(store.insert("insert into jira_link_type (name, inward, outward) values (?, ?, ?)", name, inward, outward))
                .orElseThrow();
    }

    public void updateType(long id, String name, String inward, String outward) {
        store.sql("update jira_link_type set name = ?, inward = ?, outward = ? where id = ?", name, inward, outward, id).update();
    }

    public void deleteType(long id) {
        store.sql("delete from jira_link where link_type = ?", id).update();
        store.sql("delete from jira_link_type where id = ?", id).update();
    }

    /** Links that start at the issue. */
    public List<LinkRow> outward(long issueId) {
        return store.sql(COLUMNS + "where l.source_id = ? order by t.name, l.id", issueId).query(Links::row).list();
    }

    /** Links that end at the issue. */
    public List<LinkRow> inward(long issueId) {
        return store.sql(COLUMNS + "where l.destination_id = ? order by t.name, l.id", issueId).query(Links::row).list();
    }

    public List<LinkRow> ofType(long typeId) {
        return store.sql(COLUMNS + "where t.id = ? order by l.id", typeId).query(Links::row).list();
    }

    public Optional<LinkRow> byId(long id) {
        return store.sql(COLUMNS + "where l.id = ?", id).query(Links::row).optional();
    }

    /** Links two issues and writes both histories; a second identical link is the first one. */
    public LinkRow create(long typeId, long sourceId, long destinationId, String userKey) {
        return store.inTransaction(() -> outward(sourceId).stream()
                .filter(link -> link.type().id() == typeId && link.destinationId() == destinationId).findFirst()
                .orElseGet(() -> {
                    LinkRow link = byId(insert(typeId, sourceId, destinationId)).orElseThrow();
                    write(link, userKey, true);
                    return link;
                }));
    }

    /** Links two issues as somebody did at an earlier moment, and writes both histories; apps are not told. */
    void take(long typeId, long sourceId, long destinationId, String userKey, Instant at) {
        write(byId(insert(typeId, sourceId, destinationId)).orElseThrow(), userKey, true, at);
    }

    long insert(long typeId, long sourceId, long destinationId) {
        return store.insert("insert into jira_link (link_type, source_id, destination_id) values (?, ?, ?)", typeId, sourceId,
                destinationId);
    }

    /** Removes a link and writes both histories. */
    public void delete(long id, String userKey) {
        store.inTransaction(() -> byId(id).ifPresent(link -> {
            store.sql("delete from jira_link where id = ?", id).update();
            write(link, userKey, false);
        }));
    }

    /** Apps are told before the histories are written: which of the two the product does first is not proven. */
    private void write(LinkRow link, String userKey, boolean added) {
        jira.apps().linked(link, added);
        write(link, userKey, added, jira.clock().instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private void write(LinkRow link, String userKey, boolean added, Instant now) {
        String source = jira.issues().byId(link.sourceId()).orElseThrow().key();
        String destination = jira.issues().byId(link.destinationId()).orElseThrow().key();
        write(link.sourceId(), userKey, now, item(destination, link.type().outward(), added));
        write(link.destinationId(), userKey, now, item(source, link.type().inward(), added));
    }

    /** A link counts as a change of both issues, but Jira sends no issue event for it. */
    private void write(long issueId, String userKey, Instant now, ChangeItemRow item) {
        jira.history().write(issueId, userKey, now, List.of(item));
        store.sql("update jira_issue set updated = ? where id = ? and updated < ?", Store.millis(now), issueId, Store.millis(now)).update();
    }

    private static ChangeItemRow item(String key, String reading, boolean added) {
        String text = "This issue " + reading + " " + key;
        return added ? new ChangeItemRow("jira", "Link", null, null, key, text) : new ChangeItemRow("jira", "Link", key, text, null, null);
    }

    private static LinkRow row(ResultSet rows, int number) throws SQLException {
        return new LinkRow(rows.getLong(1), new LinkTypeRow(rows.getLong(2), rows.getString(3), rows.getString(4), rows.getString(5)),
                rows.getLong(6), rows.getLong(7));
    }

    private static LinkTypeRow type(ResultSet rows, int number) throws SQLException {
        return new LinkTypeRow(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4));
    }
}
