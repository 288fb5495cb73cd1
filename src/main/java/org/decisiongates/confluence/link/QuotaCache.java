package org.decisiongates.confluence.link;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.decisiongates.confluence.link.RequestCoordinator.Key;

/**
 * A bounded cache with a quota for each reader. When it is full, the reader who holds most loses the least recently used entry, so that nobody
 * displaces the entries of others by asking much. Caffeine holds the entries, knows their order of use and drops what nobody asked for in a
 * while; who has to make room is decided here, because Caffeine bounds the whole and not the part of each. Guarded by its owner. See ADR-0038
 * and ADR-0056.
 */
final class QuotaCache<V> {

    /**
     * How much is kept, in all and of one reader; the newest entry of a reader is kept whatever its size.
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

    /** @param unused how long an entry is kept that nobody asks for */
    QuotaCache(Limits limits, Duration unused, MonotonicClock clock) {
        this.limits = limits;
        this.entries = Caffeine.newBuilder().ticker(clock::nanos).expireAfterAccess(unused).executor(Runnable::run).build();
    }

    Optional<V> get(Key key) {
        return Optional.ofNullable(entries.getIfPresent(key)).map(Entry::value);
    }

    /** Keeps {@code value}, and forgets others' or the reader's own where there is no room for it. */
    void put(Key key, V value, long bytes) {
        entries.put(key, new Entry<>(key, value, bytes));
        while (usage(key.reader()).exceeds(limits.entriesOfReader(), limits.bytesOfReader())) {
            removeEldest(key.reader());
        }
        for (Usage all = usage(); all.exceeds(limits.entries(), limits.bytes()); all = usage()) {
            removeEldest(heaviest(all.entries() > limits.entries() ? entry -> 1 : Entry::bytes));
        }
    }

    /** Puts another value of the same size in the place of what is kept; does nothing when nothing is. */
    void replace(Key key, V value) {
        entries.asMap().computeIfPresent(key, (same, entry) -> new Entry<>(key, value, entry.bytes()));
    }

    void remove(Key key) {
        entries.invalidate(key);
    }

    int size() {
        return (int) usage().entries();
    }

    long bytes() {
        return usage().bytes();
    }

    private Usage usage() {
        return Usage.of(entries.asMap().values().stream());
    }

    private Usage usage(String reader) {
        return Usage.of(entries.asMap().values().stream().filter(entry -> entry.key().reader().equals(reader)));
    }

    /** The reader who holds most; among equals the one whose entry was used longest ago. */
    private String heaviest(ToLongFunction<Entry<V>> measure) {
        Map<String, Long> held = entries.asMap().values().stream()
                .collect(Collectors.groupingBy(entry -> entry.key().reader(), Collectors.summingLong(measure)));
        long most = Collections.max(held.values());
        return eldest(key -> held.get(key.reader()) == most).reader();
    }

    private void removeEldest(String reader) {
        entries.invalidate(eldest(key -> key.reader().equals(reader)));
    }

    private Key eldest(Predicate<Key> which) {
        return entries.policy().expireAfterAccess().orElseThrow()
                .oldest(eldestFirst -> eldestFirst.map(Map.Entry::getKey).filter(which).findFirst()).orElseThrow();
    }

    /** What one reader holds, or all of them. */
    private record Usage(long entries, long bytes) {

        static Usage of(Stream<? extends Entry<?>> entries) {
            return entries.map(entry -> new Usage(1, entry.bytes())).reduce(new Usage(0, 0),
                    (one, other) -> new Usage(one.entries + other.entries, one.bytes + other.bytes));
        }

        boolean exceeds(long mostEntries, long mostBytes) {
            return entries > 1 && (entries > mostEntries || bytes > mostBytes);
        }
    }
}
