package org.decisiongates.confluence.link;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.decisiongates.confluence.link.RequestCoordinator.Key;

/**
 * A bounded cache with a quota for each reader. When it is full, the reader who holds most loses the least recently used entry, so that
 * asking much displaces nobody else's entries. Caffeine holds the entries, knows their order of use and drops those not used for a while;
 * who has to make room is decided here, because Caffeine limits the whole and not each reader's part. Guarded by its owner.
 * See ADR-0038 and ADR-0056.
 */
final class QuotaCache<V> {

    /**
     * How much the cache holds, in all and for one reader; it holds the newest entry of a reader whatever its size.
     *
     * @param entries         entries in all
     * @param bytes           bytes in all, roughly
     * @param entriesOfReader entries of one reader
     * @param bytesOfReader   bytes of one reader
     */
    record Limits(int entries, long bytes, int entriesOfReader, long bytesOfReader) {
    }

    private record Entry<V>(Key key, V value, long bytes) {
    }

    private final Limits limits;
    private final Cache<Key, Entry<V>> entries;

    /** @param unused how long an unused entry stays */
    QuotaCache(Limits limits, Duration unused, MonotonicClock clock) {
        this.limits = limits;
        this.entries = Caffeine.newBuilder().ticker(clock::nanos).expireAfterAccess(unused).executor(Runnable::run).build();
    }

    Optional<V> get(Key key) {
        return Optional.ofNullable(entries.getIfPresent(key)).map(Entry::value);
    }

    /** Stores {@code value}, and drops entries of others or of the same reader to make room. */
    void put(Key key, V value, long bytes) {
        entries.put(key, new Entry<>(key, value, bytes));
        for (Optional<Key> surplus = surplus(key.reader()); surplus.isPresent(); surplus = surplus(key.reader())) {
            entries.invalidate(surplus.get());
        }
    }

    /** Replaces the value of an entry by another of the same size; does nothing when there is no entry. */
    void replace(Key key, V value) {
        entries.asMap().computeIfPresent(key, (same, entry) -> new Entry<>(key, value, entry.bytes()));
    }

    void remove(Key key) {
        entries.invalidate(key);
    }

    int size() {
        return usage(any -> true).entries;
    }

    long bytes() {
        return usage(any -> true).bytes;
    }

    /**
     * What has to make room for an entry of {@code reader}: their own eldest entry, else that of the reader who holds most; empty while
     * there is room.
     */
    private Optional<Key> surplus(String reader) {
        if (usage(entry -> entry.key().reader().equals(reader)).exceeds(limits.entriesOfReader(), limits.bytesOfReader())) {
            return Optional.of(eldest(key -> key.reader().equals(reader)));
        }
        Usage all = usage(any -> true);
        return all.exceeds(limits.entries(), limits.bytes())
                ? Optional.of(heaviest(all.entries > limits.entries() ? entry -> 1 : Entry::bytes))
                : Optional.empty();
    }

    /** The eldest entry of the reader who holds most; among equals of the one whose entry was used longest ago. */
    private Key heaviest(ToLongFunction<Entry<V>> measure) {
        Map<String, Long> held = new HashMap<>();
        entries.asMap().values().forEach(entry -> held.merge(entry.key().reader(), measure.applyAsLong(entry), Long::sum));
        long most = Collections.max(held.values());
        return eldest(key -> held.get(key.reader()) == most);
    }

    private Usage usage(Predicate<Entry<V>> which) {
        Usage usage = new Usage();
        for (Entry<V> entry : entries.asMap().values()) {
            if (which.test(entry)) {
                usage.entries++;
                usage.bytes += entry.bytes();
            }
        }
        return usage;
    }

    private Key eldest(Predicate<Key> which) {
        return entries.policy().expireAfterAccess().orElseThrow()
                .oldest(eldestFirst -> eldestFirst.map(Map.Entry::getKey).filter(which).findFirst()).orElseThrow();
    }

    /** What one reader holds, or all of them. */
    private static final class Usage {

        private int entries;
        private long bytes;

        boolean exceeds(long mostEntries, long mostBytes) {
            return entries > 1 && (entries > mostEntries || bytes > mostBytes);
        }
    }
}
