package org.decisiongates.sandbox.host.store;

import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Set;

import net.java.ao.DatabaseProvider;
import net.java.ao.EntityManager;
import net.java.ao.EntityManagerConfiguration;
import net.java.ao.RawEntity;
import net.java.ao.SchemaConfiguration;
import net.java.ao.atlassian.AtlassianFieldNameConverter;
import net.java.ao.atlassian.AtlassianIndexNameConverter;
import net.java.ao.atlassian.AtlassianSequenceNameConverter;
import net.java.ao.atlassian.AtlassianTableNameConverter;
import net.java.ao.atlassian.AtlassianTriggerNameConverter;
import net.java.ao.atlassian.AtlassianUniqueNameConverter;
import net.java.ao.atlassian.TablePrefix;
import net.java.ao.builder.SimpleNameConverters;
import net.java.ao.db.H2DatabaseProvider;
import net.java.ao.db.PostgreSQLDatabaseProvider;
import net.java.ao.schema.FieldNameConverter;
import net.java.ao.schema.NameConverters;
import net.java.ao.schema.info.CachingEntityInfoResolverFactory;
import net.java.ao.schema.info.EntityInfoResolverFactory;

import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.data.Database;

/** Makes an entity manager with the products' naming rules. */
final class EntityManagers {

    private EntityManagers() {
    }

    static EntityManager on(Database database, String prefix) {
        PooledConnections connections = new PooledConnections(database::ofStores);
        DatabaseProvider provider = database.kind() == Options.Database.POSTGRES
                ? new PostgreSQLDatabaseProvider(connections, "public")
                : new H2DatabaseProvider(connections, "PUBLIC");
        TablePrefix tables = name -> prefix + "_" + name;
        NameConverters names = new SimpleNameConverters(new AtlassianTableNameConverter(tables), new CheckedFieldNames(),
                new AtlassianSequenceNameConverter(), new AtlassianTriggerNameConverter(), new AtlassianIndexNameConverter(),
                new AtlassianUniqueNameConverter());
        return new EntityManager(provider, new Configuration(names, prefix));
    }

    /** Which tables are ours to manage, and how things are called. */
    private record Configuration(NameConverters names, String prefix) implements EntityManagerConfiguration {

        @Override
        public boolean useWeakCache() {
            return true;
        }

        @Override
        public NameConverters getNameConverters() {
            return names;
        }

        @Override
        public SchemaConfiguration getSchemaConfiguration() {
            return (table, caseSensitive) -> table.toUpperCase(Locale.ROOT).startsWith(prefix + "_");
        }

        @Override
        public EntityInfoResolverFactory getEntityInfoResolverFactory() {
            return new CachingEntityInfoResolverFactory();
        }
    }

    /** Refuses the column names that the products' documentation forbids on every database. */
    private static final class CheckedFieldNames implements FieldNameConverter {

        private static final Set<String> FORBIDDEN = Set.of("BLOB", "CLOB", "NUMBER", "ROWID", "TIMESTAMP", "VARCHAR2");

        private final FieldNameConverter atlassian = new AtlassianFieldNameConverter();

        @Override
        public String getName(Method method) {
            return checked(atlassian.getName(method), method);
        }

        @Override
        public String getPolyTypeName(Method method) {
            return checked(atlassian.getPolyTypeName(method), method);
        }

        private static String checked(String name, Method method) {
            if (name != null && FORBIDDEN.contains(name.toUpperCase(Locale.ROOT))
                    && RawEntity.class.isAssignableFrom(method.getDeclaringClass())) {
                throw new IllegalArgumentException(
                        method.getDeclaringClass().getName() + " has a column " + name + ", a name that is forbidden on every database");
            }
            return name;
        }
    }
}
