package org.decisiongates.store.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import net.java.ao.Query;

import org.decisiongates.audit.ErasedPerson;
import org.decisiongates.audit.Erasure;
import org.decisiongates.audit.ErasurePart;
import org.decisiongates.audit.Erasures;
import org.decisiongates.audit.PersonalSettings;
import org.decisiongates.store.SqlPlaceholders;
import org.decisiongates.store.timeline.StoredActor;
import org.decisiongates.text.Abbreviation;
import org.decisiongates.text.NamedValues;

/** Erases people in the product's database, table by table, and in the settings beside it. */
@JiraComponent
public final class AoErasures implements Erasures {

    private static final int MAX_LISTED = 100;

    private final ActiveObjects ao;
    private final List<Erasable> places;

    public AoErasures(ActiveObjects ao, List<PersonalSettings> settings) {
        this.ao = ao;
        this.places = Stream.concat(ErasableTables.all().stream(), Stream.of(new ErasableSettings(settings))).toList();
    }

    @Override
    public Found count(ErasedPerson person) {
        Map<ErasurePart, Long> counts = new EnumMap<>(ErasurePart.class);
        long kept = 0;
        for (Erasable place : places) {
            Erasable.Count count = place.count(ao, person);
            counts.merge(place.part(), count.named(), Long::sum);
            kept += count.kept();
        }
        counts.values().removeIf(count -> count == 0);
        return new Found(counts, kept);
    }

    @Override
    public Result erase(ErasedPerson person, String by, Instant at, int most) {
        Found found = count(person);
        Map<ErasurePart, Long> now = first(found.parts(), Math.min(most, MAX_ENTRIES));
        if (now.isEmpty()) {
            return new Result(Optional.empty(), found);
        }
        Erasure erasure = Erasure.of(StoredActor.random(), Abbreviation.cut(by, ErasureRow.NAME_LENGTH), at, now);
        append(erasure);
        Map<ErasurePart, Long> left = new EnumMap<>(now);
        for (Erasable place : places) {
            left.computeIfPresent(place.part(), (part, rows) -> rows - place.erase(ao, person, erasure, this::isOnRecord, rows));
        }
        Map<ErasurePart, Long> remaining = new EnumMap<>(found.parts());
        now.forEach((part, rows) -> remaining.computeIfPresent(part, (same, all) -> all > rows ? all - rows : null));
        return new Result(Optional.of(erasure), new Found(remaining, found.kept()));
    }

    private boolean isOnRecord(String key) {
        return Arrays.stream(ao.find(ErasureRow.class, of(List.of(key)))).map(AoErasures::erasure).anyMatch(Erasure::isSound);
    }

    @Override
    public Map<String, Erasure> named(Collection<String> keys) {
        return find(of(keys)).stream()
                .collect(Collectors.toMap(Erasure::key, Function.identity()));
    }

    @Override
    public List<Erasure> latest(int limit) {
        return find(Query.select().order("ERASED_MILLIS DESC, ERASURE_KEY").limit(SqlPlaceholders.limit(limit, MAX_LISTED)));
    }

    private static Map<ErasurePart, Long> first(Map<ErasurePart, Long> found, long limit) {
        Map<ErasurePart, Long> first = new EnumMap<>(ErasurePart.class);
        long left = limit;
        for (Map.Entry<ErasurePart, Long> part : found.entrySet()) {
            long some = Math.min(left, part.getValue());
            if (some > 0) {
                first.put(part.getKey(), some);
            }
            left -= some;
        }
        return first;
    }

    private void append(Erasure erasure) {
        Map<String, String> parts = new java.util.LinkedHashMap<>();
        erasure.parts().forEach((part, rows) -> parts.put(part.name(), String.valueOf(rows)));
        Map<String, Object> row = new HashMap<>();
        row.put(ErasureRow.ERASURE_KEY, erasure.key());
        row.put(ErasureRow.ERASED_BY, erasure.by());
        row.put(ErasureRow.ERASED_MILLIS, erasure.at().toEpochMilli());
        row.put(ErasureRow.PARTS, NamedValues.write(parts));
        row.put(ErasureRow.ERASURE_HASH, erasure.hash());
        ao.create(ErasureRow.class, row);
    }

    private static Query of(Collection<String> keys) {
        return Query.select().where(SqlPlaceholders.in(ErasureRow.ERASURE_KEY, keys), keys.toArray());
    }

    private List<Erasure> find(Query query) {
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(ErasureRow.class, query)).map(AoErasures::erasure).toList());
    }

    private static Erasure erasure(ErasureRow row) {
        Map<ErasurePart, Long> parts = new EnumMap<>(ErasurePart.class);
        readable(row.getParts()).forEach((name, rows) -> Arrays.stream(ErasurePart.values()).filter(part -> part.name().equals(name))
                .filter(part -> rows.matches("[1-9][0-9]{0,17}")).forEach(part -> parts.put(part, Long.valueOf(rows))));
        return new Erasure(row.getErasureKey(), row.getErasedBy(), Instant.ofEpochMilli(row.getErasedMillis()), parts,
                row.getErasureHash());
    }

    /** Nothing of what was changed behind the app's back: the hash then shows it. */
    private static Map<String, String> readable(String parts) {
        try {
            return NamedValues.read(parts);
        } catch (IllegalArgumentException e) {
            return Map.of();
        }
    }
}
