package org.decisiongates.store.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import net.java.ao.Query;

import org.decisiongates.audit.GateSeal;
import org.decisiongates.audit.GateSeals;
import org.decisiongates.audit.RecordedEntry;
import org.decisiongates.audit.SealChain;
import org.decisiongates.store.SqlPlaceholders;
import org.decisiongates.store.UniqueInsert;
import org.decisiongates.store.timeline.GateEventRow;

/** Seals in the product's database. */
@JiraComponent
public final class AoGateSeals implements GateSeals {

    private final ActiveObjects ao;

    public AoGateSeals(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public boolean append(GateSeal seal) {
        Map<String, Object> row = new HashMap<>();
        row.put(GateSealRow.EVENT_ID, seal.eventId());
        row.put(GateSealRow.ISSUE_LINK, seal.issueLink());
        row.put(GateSealRow.PROJECT_LINK, seal.projectLink());
        row.put(GateSealRow.SEALED_MILLIS, seal.at().toEpochMilli());
        row.put(GateSealRow.SEAL_HASH, seal.hash());
        row.put(GateSealRow.PROJECT_HASH, seal.projectHash());
        return UniqueInsert.into(ao, GateSealRow.class, row, Query.select().where("EVENT_ID = ? OR ISSUE_LINK = ? OR PROJECT_LINK = ?",
                seal.eventId(), seal.issueLink(), seal.projectLink()));
    }

    @Override
    public long newestSealed() {
        return find(Query.select().order("EVENT_ID DESC").limit(1)).stream().mapToLong(GateSeal::eventId).findFirst().orElse(0);
    }

    @Override
    public long unsealed() {
        return ao.executeInTransaction(() -> ao.count(GateEventRow.class, Query.select()) - ao.count(GateSealRow.class, Query.select()));
    }

    @Override
    public List<Long> entries(long after, int limit) {
        Query query = Query.select().where("ID > ?", after).order("ID").limit(SqlPlaceholders.limit(limit, MAX_ROWS));
        return ao.executeInTransaction(
                () -> Arrays.stream(ao.find(GateEventRow.class, query)).map(GateEventRow::getID).toList());
    }

    @Override
    public Set<Long> sealed(long first, long last) {
        return find(Query.select().where("EVENT_ID >= ? AND EVENT_ID <= ?", first, last)).stream().map(GateSeal::eventId)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<Long, RecordedEntry> rows(Collection<Long> ids) {
        Query query = Query.select().where(SqlPlaceholders.in(GateEventRow.ID, ids), ids.toArray());
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(GateEventRow.class, query)).map(RowDigest::of)
                .collect(Collectors.toMap(RecordedEntry::id, Function.identity())));
    }

    @Override
    public Map<Long, GateSeal> of(Collection<Long> eventIds) {
        return find(Query.select().where(SqlPlaceholders.in(GateSealRow.EVENT_ID, eventIds), eventIds.toArray())).stream()
                .collect(Collectors.toMap(GateSeal::eventId, Function.identity()));
    }

    @Override
    public Optional<GateSeal> newest(SealChain chain) {
        String column = column(chain);
        return find(Query.select().where(column + " >= ? AND " + column + " <= ?", chain.link(0), chain.link(Long.MAX_VALUE))
                .order(column + " DESC").limit(1)).stream().findFirst();
    }

    @Override
    public List<GateSeal> after(SealChain chain, long position, int limit) {
        String column = column(chain);
        return find(Query.select().where(column + " > ? AND " + column + " <= ?", chain.link(position), chain.link(Long.MAX_VALUE))
                .order(column).limit(SqlPlaceholders.limit(limit, MAX_ROWS)));
    }

    @Override
    public Map<String, GateSeal> atIssueLinks(Collection<String> links) {
        return find(Query.select().where(SqlPlaceholders.in(GateSealRow.ISSUE_LINK, links), links.toArray())).stream()
                .collect(Collectors.toMap(GateSeal::issueLink, Function.identity()));
    }

    @Override
    public Map<String, GateSeal> atProjectLinks(Collection<String> links) {
        return find(Query.select().where(SqlPlaceholders.in(GateSealRow.PROJECT_LINK, links), links.toArray())).stream()
                .collect(Collectors.toMap(GateSeal::projectLink, Function.identity()));
    }

    @Override
    public List<GateSeal> onNewestEntries(SealChain chain, int limit) {
        Query newest = Query.select().where(entries(chain), chain.id()).order("ID DESC").limit(SqlPlaceholders.limit(limit, MAX_ROWS));
        List<Long> ids = ao.executeInTransaction(
                () -> Arrays.stream(ao.find(GateEventRow.class, newest)).map(GateEventRow::getID).toList());
        return ids.isEmpty() ? List.of() : List.copyOf(of(ids).values());
    }

    @Override
    public Counts counts(SealChain chain) {
        String column = column(chain);
        return ao.executeInTransaction(() -> new Counts(ao.count(GateEventRow.class, Query.select().where(entries(chain), chain.id())),
                ao.count(GateSealRow.class, Query.select().where(column + " >= ? AND " + column + " <= ?", chain.link(0),
                        chain.link(Long.MAX_VALUE)))));
    }

    private static String entries(SealChain chain) {
        return switch (chain.kind()) {
            case ISSUE -> "ISSUE_ID = ?";
            case PROJECT -> "PROJECT_ID = ?";
            case CREATIONS -> "PROJECT_ID = ? AND ISSUE_ID IS NULL";
        };
    }

    private List<GateSeal> find(Query query) {
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(GateSealRow.class, query)).map(AoGateSeals::seal).toList());
    }

    private static String column(SealChain chain) {
        return chain.kind() == SealChain.Kind.PROJECT ? GateSealRow.PROJECT_LINK : GateSealRow.ISSUE_LINK;
    }

    private static GateSeal seal(GateSealRow row) {
        return new GateSeal(row.getEventId(), row.getIssueLink(), row.getProjectLink(), Instant.ofEpochMilli(row.getSealedMillis()),
                row.getSealHash(), row.getProjectHash());
    }
}
