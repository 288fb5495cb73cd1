package org.decisiongates.sandbox.host.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsModuleMetaData;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import com.atlassian.activeobjects.external.ModelVersion;
import com.atlassian.activeobjects.spi.DatabaseType;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.transaction.TransactionCallback;
import net.java.ao.ActiveObjectsException;
import net.java.ao.DBParam;
import net.java.ao.EntityManager;
import net.java.ao.EntityStreamCallback;
import net.java.ao.Query;
import net.java.ao.RawEntity;
import net.java.ao.Transaction;
import org.springframework.transaction.support.TransactionTemplate;

import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.PluginRefused;
import org.decisiongates.sandbox.host.data.Database;

/** One plugin's Active Objects on the box's database: the library itself behind the product's interface. */
public final class AoStore {

    private final String pluginKey;
    private final ThreadLocal<Joined> transaction = new ThreadLocal<>();
    private volatile EntityManager entities;
    private volatile Database database;

    AoStore(String pluginKey) {
        this.pluginKey = pluginKey;
    }

    void open(AoModule module, Database database, PluginSettings settings) {
        EntityManager manager = EntityManagers.on(database, module.prefix());
        String key = module.prefix() + "_#";
        try {
            upgrade(module, manager, database, settings, key);
            migrate(manager, module.entities());
        } catch (SQLException | RuntimeException e) {
            throw new PluginRefused(pluginKey, "its tables " + module.prefix() + "_… cannot be created. " + e.getMessage(), e);
        }
        this.database = database;
        entities = manager;
    }

    private void upgrade(AoModule module, EntityManager manager, Database database, PluginSettings settings, String key) {
        List<ActiveObjectsUpgradeTask> tasks = module.upgradeTasks();
        ModelVersion current = ModelVersion.valueOf((String) settings.get(key));
        for (ActiveObjectsUpgradeTask task : tasks) {
            if (task.getModelVersion().isNewerThan(current)) {
                AoStore during = new AoStore(pluginKey);
                during.entities = manager;
                during.database = database;
                task.upgrade(current, org.decisiongates.sandbox.host.Strict.of(ActiveObjects.class, during));
                current = task.getModelVersion();
                settings.put(key, current.toString());
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void migrate(EntityManager manager, List<Class<? extends RawEntity<?>>> types) throws SQLException {
        manager.migrate(types.toArray(Class[]::new));
    }

    private EntityManager open() {
        EntityManager manager = entities;
        if (manager == null) {
            throw new IllegalStateException(
                    "Active Objects of plugin " + pluginKey + " cannot be used yet: not in a constructor or @PostConstruct, "
                            + "and only with an <ao> module. Wait for LifecycleAware.onStart.");
        }
        return manager;
    }

    @SafeVarargs
    public final void migrate(Class<? extends RawEntity<?>>... types) {
        sql(() -> {
            open().migrate(types);
            return null;
        });
    }

    public void flushAll() {
        open().flushAll();
    }

    public void flush(RawEntity<?>... rows) {
        open().flush(rows);
    }

    @SafeVarargs
    public final <T extends RawEntity<K>, K> T[] get(Class<T> type, K... keys) {
        return sql(() -> open().get(type, keys));
    }

    public <T extends RawEntity<K>, K> T get(Class<T> type, K key) {
        return sql(() -> open().get(type, key));
    }

    public <T extends RawEntity<K>, K> T create(Class<T> type, DBParam... params) {
        return sql(() -> open().create(type, params));
    }

    public <T extends RawEntity<K>, K> T create(Class<T> type, Map<String, Object> params) {
        return sql(() -> open().create(type, params));
    }

    public <T extends RawEntity<K>, K> void create(Class<T> type, List<Map<String, Object>> rows) {
        sql(() -> {
            open().create(type, rows);
            return null;
        });
    }

    public void delete(RawEntity<?>... rows) {
        sql(() -> {
            open().delete(rows);
            return null;
        });
    }

    public <K> int deleteWithSQL(Class<? extends RawEntity<K>> type, String criteria, Object... parameters) {
        return sql(() -> open().deleteWithSQL(type, portable(criteria), parameters));
    }

    public <T extends RawEntity<K>, K> T[] find(Class<T> type) {
        return sql(() -> open().find(type));
    }

    public <T extends RawEntity<K>, K> T[] find(Class<T> type, String criteria, Object... parameters) {
        return sql(() -> open().find(type, portable(criteria), parameters));
    }

    public <T extends RawEntity<K>, K> T[] find(Class<T> type, Query query) {
        return sql(() -> open().find(type, portable(query)));
    }

    public <T extends RawEntity<K>, K> T[] find(Class<T> type, String field, Query query) {
        return sql(() -> open().find(type, field, portable(query)));
    }

    public <T extends RawEntity<K>, K> T[] findWithSQL(Class<T> type, String keyField, String sql, Object... parameters) {
        return sql(() -> open().findWithSQL(type, keyField, sql, parameters));
    }

    public <T extends RawEntity<K>, K> void stream(Class<T> type, EntityStreamCallback<T, K> callback) {
        sql(() -> {
            open().stream(type, callback);
            return null;
        });
    }

    public <T extends RawEntity<K>, K> void stream(Class<T> type, Query query, EntityStreamCallback<T, K> callback) {
        sql(() -> {
            open().stream(type, portable(query), callback);
            return null;
        });
    }

    public <K> int count(Class<? extends RawEntity<K>> type) {
        return sql(() -> open().count(type));
    }

    public <K> int count(Class<? extends RawEntity<K>> type, String criteria, Object... parameters) {
        return sql(() -> open().count(type, portable(criteria), parameters));
    }

    public <K> int count(Class<? extends RawEntity<K>> type, Query query) {
        return sql(() -> open().count(type, portable(query)));
    }

    /** Joins a transaction that is open on this thread; a failure inside, even if swallowed, undoes all of it. */
    public <T> T executeInTransaction(TransactionCallback<T> callback) {
        EntityManager manager = open();
        if (database.storesJoin()) {
            return new TransactionTemplate(database.transactions()).execute(status -> callback.doInTransaction());
        }
        Joined outer = transaction.get();
        if (outer != null) {
            return outer.join(callback);
        }
        Joined own = new Joined();
        transaction.set(own);
        try {
            return sql(() -> new Transaction<T>(manager) {
                @Override
                protected T run() {
                    T result = callback.doInTransaction();
                    if (own.failed) {
                        throw new IllegalStateException(
                                "The transaction was undone: something inside it failed and the failure was swallowed");
                    }
                    return result;
                }
            }.execute());
        } finally {
            transaction.remove();
        }
    }

    public ActiveObjectsModuleMetaData moduleMetaData() {
        return org.decisiongates.sandbox.host.Strict.of(ActiveObjectsModuleMetaData.class, new State(this));
    }

    /** A name that is quoted already is left alone by the library: what is a column to one database is a text to another. */
    private static String portable(String criteria) {
        if (criteria != null && (criteria.indexOf('"') >= 0 || criteria.indexOf('`') >= 0)) {
            throw new IllegalArgumentException(
                    "Quotes of its own in " + criteria + ": name columns bare, Active Objects quotes them for each database");
        }
        return criteria;
    }

    private static Query portable(Query query) {
        portable(query.getWhereClause());
        portable(query.getOrderClause());
        return query;
    }

    private static <T> T sql(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw new ActiveObjectsException(e);
        }
    }

    /** Work on the database. */
    private interface Work<T> {
        T run() throws SQLException;
    }

    /** The state of a transaction others may join. */
    private static final class Joined {

        private boolean failed;

        <T> T join(TransactionCallback<T> callback) {
            boolean done = false;
            try {
                T result = callback.doInTransaction();
                done = true;
                return result;
            } finally {
                failed |= !done;
            }
        }
    }

    /** What a plugin may ask about its store. */
    public record State(AoStore store) {

        public boolean isInitialized() {
            return store.entities != null;
        }

        public DatabaseType getDatabaseType() {
            return store.database.kind() == Options.Database.POSTGRES ? DatabaseType.POSTGRESQL : DatabaseType.H2;
        }
    }
}
