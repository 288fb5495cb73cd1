package org.decisiongates.sandbox.host.cluster;

import java.io.Serializable;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import com.atlassian.cache.Cache;
import com.atlassian.cache.CacheLoader;
import com.atlassian.cache.CacheSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.decisiongates.sandbox.host.NotInSandbox;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.Strict;
import org.decisiongates.sandbox.host.data.Database;

/**
 * Named caches of this node, with the limits they were asked for. An entry of a remote cache that was written, loaded or removed is dropped
 * by the other nodes a moment later, whatever becomes of a transaction that is open meanwhile.
 */
public final class SandboxCaches implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxCaches.class);
    private static final long LATE = 250;

    private final Clock clock;
    private final Map<String, Cache<?, ?>> caches = new ConcurrentHashMap<>();
    private final Map<String, Entries<?, ?>> remote = new ConcurrentHashMap<>();
    private final Optional<Neighbours> neighbours;

    public SandboxCaches(Database database, Options options) {
        this.clock = options.clock();
        this.neighbours = options.databaseUrl().map(url -> new Neighbours(database, options));
    }

    @Override
    public void close() {
        neighbours.ifPresent(Neighbours::close);
    }

    /** The same name is the same cache, but a new loader replaces the old: a plugin that was updated brings its own. */
    @SuppressWarnings("unchecked")
    public <K, V> Cache<K, V> getCache(String name, CacheLoader<K, V> loader, CacheSettings settings) {
        if (loader == null) {
            return (Cache<K, V>) caches.computeIfAbsent(name, one -> Strict.of(Cache.class, new Entries<K, V>(null, settings, clock)));
        }
        Entries<K, V> entries = new Entries<>(loader, settings, clock);
        if (settings != null && !settings.getLocal(true)) {
            if (settings.getReplicateViaCopy(true)) {
                throw new NotInSandbox(CacheSettings.class, "replicateViaCopy");
            }
            neighbours.ifPresent(others -> entries.tell = entry -> others.tell(name, entry));
            entries.remote = true;
            remote.put(name, entries);
        }
        Cache<K, V> fresh = Strict.of(Cache.class, entries);
        caches.put(name, fresh);
        return fresh;
    }

    /** The other nodes: a row for each entry they have to drop. */
    private final class Neighbours {

        private final JdbcClient jdbc;
        private final Options options;
        private final ScheduledExecutorService ear = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "remote-caches");
            thread.setDaemon(true);
            return thread;
        });
        private long heard;

        Neighbours(Database database, Options options) {
            this.jdbc = JdbcClient.create(database.separate());
            this.options = options;
            jdbc.sql("create table if not exists sandbox_dropped_entry (id bigint generated always as identity primary key, "
                    + "node varchar(100) not null, cache varchar(255) not null, entry varchar(255))").update();
            heard = jdbc.sql("select coalesce(max(id), 0) from sandbox_dropped_entry").query(Long.class).single();
            ear.scheduleWithFixedDelay(this::hear, LATE, LATE, TimeUnit.MILLISECONDS);
        }

        /** @param entry null for all */
        void tell(String cache, Object entry) {
            if (!options.faults().losesInvalidations()) {
                jdbc.sql("insert into sandbox_dropped_entry (node, cache, entry) values (?, ?, ?)").params(options.node(), cache, entry)
                        .update();
            }
        }

        private void hear() {
            try {
                jdbc.sql("select id, node, cache, entry from sandbox_dropped_entry where id > ? order by id").param(heard)
                        .query((row, number) -> {
                            heard = row.getLong("id");
                            Entries<?, ?> cache = remote.get(row.getString("cache"));
                            if (cache != null && !row.getString("node").equals(options.node())) {
                                cache.drop(row.getString("entry"));
                            }
                            return heard;
                        }).list();
            } catch (RuntimeException e) {
                LOG.warn("Whatever other nodes dropped is heard later", e);
            }
        }

        void close() {
            ear.shutdownNow();
        }
    }

    /** One cache: least recently used entries go first. */
    public static final class Entries<K, V> {

        private final CacheLoader<K, V> loader;
        private final Clock clock;
        private final Long afterAccess;
        private final Long afterWrite;
        private final int most;
        private final Map<K, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);
        private Consumer<Object> tell = entry -> {
        };
        private boolean remote;

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
            if (remote && !(key instanceof String && value.getClass().getClassLoader() == null && value instanceof Serializable)) {
                throw new IllegalArgumentException("A remote cache of the sandbox takes texts as keys, and as values serialisable types "
                        + "of the JDK, which outlive an update of the app; not " + value.getClass().getName());
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
            tell.accept(key);
        }

        public void remove(Object key) {
            drop(key);
            tell.accept(key);
        }

        /** @param key null for all */
        private void drop(Object key) {
            synchronized (entries) {
                if (key == null) {
                    entries.clear();
                } else {
                    entries.remove(key);
                }
            }
        }

        public void removeAll() {
            drop(null);
            tell.accept(null);
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
