package org.decisiongates.sandbox.host.cluster;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.atlassian.cache.Cache;
import com.atlassian.cache.CacheLoader;
import com.atlassian.cache.CacheSettings;

import org.decisiongates.sandbox.host.Strict;

/** Named caches of this node, with the limits they were asked for. */
public final class SandboxCaches {

    private final Clock clock;
    private final Map<String, Cache<?, ?>> caches = new ConcurrentHashMap<>();

    public SandboxCaches(Clock clock) {
        this.clock = clock;
    }

    /** The same name is the same cache, but a new loader replaces the old: a plugin that was updated brings its own. */
    @SuppressWarnings("unchecked")
    public <K, V> Cache<K, V> getCache(String name, CacheLoader<K, V> loader, CacheSettings settings) {
        if (loader == null) {
            return (Cache<K, V>) caches.computeIfAbsent(name, one -> Strict.of(Cache.class, new Entries<K, V>(null, settings, clock)));
        }
        Cache<K, V> fresh = Strict.of(Cache.class, new Entries<>(loader, settings, clock));
        caches.put(name, fresh);
        return fresh;
    }

    /** One cache: least recently used entries go first. */
    public static final class Entries<K, V> {

        private final CacheLoader<K, V> loader;
        private final Clock clock;
        private final Long afterAccess;
        private final Long afterWrite;
        private final int most;
        private final Map<K, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);

        Entries(CacheLoader<K, V> loader, CacheSettings settings, Clock clock) {
            this.clock = clock;
            this.loader = loader;
            this.afterAccess = settings == null ? null : settings.getExpireAfterAccess();
            this.afterWrite = settings == null ? null : settings.getExpireAfterWrite();
            this.most = settings == null || settings.getMaxEntries() == null ? 10_000 : settings.getMaxEntries();
        }

        public V get(Object key) {
            @SuppressWarnings("unchecked")
            K wanted = (K) key;
            synchronized (entries) {
                Entry<V> found = live(wanted);
                if (found != null) {
                    found.read = clock.millis();
                    return found.value;
                }
            }
            if (loader == null) {
                return null;
            }
            V loaded = loader.load(wanted);
            if (loaded == null) {
                throw new IllegalStateException("The loader of a cache returned null for " + key + "; caches hold no nulls");
            }
            put(wanted, loaded);
            return loaded;
        }

        public void put(Object key, Object value) {
            if (key == null || value == null) {
                throw new IllegalArgumentException("Caches hold no nulls");
            }
            @SuppressWarnings("unchecked")
            Entry<V> entry = new Entry<>((V) value, clock.millis());
            synchronized (entries) {
                @SuppressWarnings("unchecked")
                K typed = (K) key;
                entries.put(typed, entry);
                if (entries.size() > most) {
                    entries.remove(entries.keySet().iterator().next());
                }
            }
        }

        public void removeAll() {
            synchronized (entries) {
                entries.clear();
            }
        }

        public boolean containsKey(Object key) {
            synchronized (entries) {
                @SuppressWarnings("unchecked")
                K typed = (K) key;
                return live(typed) != null;
            }
        }

        private Entry<V> live(K key) {
            Entry<V> found = entries.get(key);
            long now = clock.millis();
            boolean stale = found != null
                    && (afterWrite != null && now - found.written > afterWrite || afterAccess != null && now - found.read > afterAccess);
            if (stale) {
                entries.remove(key);
                return null;
            }
            return found;
        }
    }

    /** A value and when it was written and last read. */
    private static final class Entry<V> {

        private final V value;
        private final long written;
        private long read;

        Entry(V value, long now) {
            this.value = value;
            this.written = now;
            this.read = now;
        }
    }
}
