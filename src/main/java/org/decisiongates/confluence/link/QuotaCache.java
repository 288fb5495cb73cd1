package org.decisiongates.confluence.link;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

import org.decisiongates.confluence.link.RequestCoordinator.Key;

/**
 * A bounded cache with a quota for each reader. When it is full, the reader who holds most loses the least recently used entry, so that nobody
 * displaces the entries of others by asking much. Guarded by its owner. See ADR-0038.
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

    /** What one reader holds, or all of them. */
    private static final class Usage {

        private int entries;
        private long bytes;

        private void add(int entry, long size) {
            entries += entry;
            bytes += size;
        }
    }

    private final Limits limits;
    /** Whatever was used longest ago comes first. */
    private final Map<Key, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Usage> usages = new HashMap<>();
    private final Usage all = new Usage();

    QuotaCache(Limits limits) {
        this.limits = limits;
    }

    Optional<V> get(Key key) {
        return Optional.ofNullable(entries.get(key)).filter(entry -> entry.key().equals(key)).map(Entry::value);
    }

    /** Keeps {@code value}, and forgets others' or the reader's own where there is no room for it. */
    void put(Key key, V value, long bytes) {
        remove(key);
        entries.put(key, new Entry<>(key, value, bytes));
        all.add(1, bytes);
        Usage own = usages.computeIfAbsent(key.reader(), any -> new Usage());
        own.add(1, bytes);
        while (own.entries > 1 && (own.entries > limits.entriesOfReader() || own.bytes > limits.bytesOfReader())) {
            removeEldest(key.reader());
        }
        while (all.entries > 1 && (all.entries > limits.entries() || all.bytes > limits.bytes())) {
            removeEldest(heaviest(all.entries > limits.entries() ? usage -> usage.entries : usage -> usage.bytes));
        }
    }

    /** Puts another value of the same size in the place of what is kept; does nothing when nothing is. */
    void replace(Key key, V value) {
        entries.computeIfPresent(key, (same, entry) -> new Entry<>(key, value, entry.bytes()));
    }

    void remove(Key key) {
        Entry<V> gone = entries.remove(key);
        if (gone != null) {
            forget(gone);
        }
    }

    int size() {
        return all.entries;
    }

    long bytes() {
        return all.bytes;
    }

    /** The reader who holds most; among equals the one whose entry was used longest ago. */
    private String heaviest(ToLongFunction<Usage> measure) {
        long most = usages.values().stream().mapToLong(measure).max().orElseThrow();
        return entries.values().stream().map(entry -> entry.key().reader())
                .filter(reader -> measure.applyAsLong(usages.get(reader)) == most)
                .findFirst().orElseThrow();
    }

    private void removeEldest(String reader) {
        Iterator<Entry<V>> eldestFirst = entries.values().iterator();
        while (eldestFirst.hasNext()) {
            Entry<V> entry = eldestFirst.next();
            if (entry.key().reader().equals(reader)) {
                eldestFirst.remove();
                forget(entry);
                return;
            }
        }
    }

    private void forget(Entry<V> gone) {
        all.add(-1, -gone.bytes());
        Usage usage = usages.get(gone.key().reader());
        usage.add(-1, -gone.bytes());
        if (usage.entries == 0) {
            usages.remove(gone.key().reader());
        }
    }
}
