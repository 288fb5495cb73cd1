package org.decisiongates.store.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import net.java.ao.Query;

import org.decisiongates.audit.Erasure;
import org.decisiongates.audit.Erasures;
import org.decisiongates.store.SqlPlaceholders;
import org.decisiongates.store.timeline.GateEventRow;
import org.decisiongates.store.timeline.StoredActor;
import org.decisiongates.text.Abbreviation;

/**
 * Erases people in the product's database. The record is written first: what stops in the middle leaves entries that name it, and the
 * next call goes on.
 */
@JiraComponent
public final class AoErasures implements Erasures {

    private final ActiveObjects ao;

    public AoErasures(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public Result erase(String userKey, String by, Instant at) {
        long named = ao.executeInTransaction(() -> ao.count(GateEventRow.class, of(userKey)));
        if (named == 0) {
            return new Result(Optional.empty(), 0);
        }
        long entries = Math.min(named, MAX_ENTRIES);
        Erasure erasure = Erasure.of(StoredActor.random(), Abbreviation.cut(by, ErasureRow.NAME_LENGTH), at, entries);
        append(erasure);
        ao.executeInTransaction(() -> {
            for (GateEventRow row : ao.find(GateEventRow.class, of(userKey).order("ID").limit(MAX_ENTRIES))) {
                row.setActorKey(null);
                row.setActorSalt(null);
                row.setErasureKey(erasure.key());
                row.save();
            }
            return null;
        });
        return new Result(Optional.of(erasure), named - entries);
    }

    @Override
    public Map<String, Erasure> named(Collection<String> keys) {
        Query query = Query.select().where(SqlPlaceholders.in(ErasureRow.ERASURE_KEY, keys), keys.toArray());
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(ErasureRow.class, query)).map(AoErasures::erasure)
                .collect(Collectors.toMap(Erasure::key, Function.identity())));
    }

    private void append(Erasure erasure) {
        Map<String, Object> row = new HashMap<>();
        row.put(ErasureRow.ERASURE_KEY, erasure.key());
        row.put(ErasureRow.ERASED_BY, erasure.by());
        row.put(ErasureRow.ERASED_MILLIS, erasure.at().toEpochMilli());
        row.put(ErasureRow.ENTRIES, erasure.entries());
        row.put(ErasureRow.ERASURE_HASH, erasure.hash());
        ao.create(ErasureRow.class, row);
    }

    private static Query of(String userKey) {
        return Query.select().where("ACTOR_KEY = ?", userKey);
    }

    private static Erasure erasure(ErasureRow row) {
        return new Erasure(row.getErasureKey(), row.getErasedBy(), Instant.ofEpochMilli(row.getErasedMillis()), row.getEntries(),
                row.getErasureHash());
    }
}
