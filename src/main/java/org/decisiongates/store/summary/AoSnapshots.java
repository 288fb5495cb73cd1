package org.decisiongates.store.summary;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import net.java.ao.Query;

import org.decisiongates.store.SqlPlaceholders;
import org.decisiongates.store.TextColumn;
import org.decisiongates.store.UniqueInsert;
import org.decisiongates.summary.SealedSnapshot;
import org.decisiongates.summary.Snapshots;

/** The closed weeks in the product's database. */
@JiraComponent
public final class AoSnapshots implements Snapshots {

    private static final int MAX_WEEKS = 200;

    private final ActiveObjects ao;

    public AoSnapshots(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public boolean append(SealedSnapshot snapshot) {
        return UniqueInsert.into(ao, SnapshotRow.class, row(snapshot), Query.select().where("SCOPE_WEEK = ?", name(snapshot)));
    }

    private static Map<String, Object> row(SealedSnapshot snapshot) {
        if (name(snapshot).length() > SnapshotRow.NAME_LENGTH) {
            throw new IllegalArgumentException("no scope has so long a name: " + name(snapshot));
        }
        Map<String, Object> row = new HashMap<>(8);
        row.put(SnapshotRow.SCOPE_WEEK, name(snapshot));
        row.put(SnapshotRow.SCOPE, snapshot.scope());
        row.put(SnapshotRow.ISO_WEEK, snapshot.week());
        row.put(SnapshotRow.CLOSED_AT_MILLIS, snapshot.closedAt().toEpochMilli());
        row.put(SnapshotRow.REBUILT, snapshot.rebuilt());
        row.put(SnapshotRow.BODY, snapshot.body());
        row.put(SnapshotRow.SEAL, snapshot.seal());
        TextColumn.put(row, SnapshotRow.PREVIOUS_SEAL, snapshot.previous());
        return row;
    }

    private static String name(SealedSnapshot snapshot) {
        return snapshot.scope() + " " + snapshot.week();
    }

    @Override
    public List<SealedSnapshot> latest(String scope, String upTo, int limit) {
        Query newestFirst = Query.select().where("SCOPE = ? AND ISO_WEEK <= ?", scope, upTo)
                .order("ISO_WEEK DESC").limit(SqlPlaceholders.limit(limit, MAX_WEEKS));
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(SnapshotRow.class, newestFirst)).map(AoSnapshots::snapshot).toList());
    }

    /** The week that a row holds. */
    public static SealedSnapshot snapshot(SnapshotRow row) {
        return new SealedSnapshot(row.getScope(), row.getIsoWeek(), Instant.ofEpochMilli(row.getClosedAtMillis()), row.isRebuilt(),
                row.getBody(),
                TextColumn.read(row.getPreviousSeal()), row.getSeal(), Optional.ofNullable(row.getErasureKey())
                        .map(erasure -> new SealedSnapshot.Erased(erasure, TextColumn.read(row.getErasedSeal()))));
    }
}
