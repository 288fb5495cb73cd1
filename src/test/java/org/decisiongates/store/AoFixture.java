package org.decisiongates.store;

import java.lang.reflect.Proxy;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.sal.api.transaction.TransactionCallback;
import net.java.ao.DatabaseProvider;
import net.java.ao.DisposableDataSource;
import net.java.ao.EntityManager;
import net.java.ao.EntityManagerConfiguration;
import net.java.ao.Query;
import net.java.ao.RawEntity;
import net.java.ao.SchemaConfiguration;
import net.java.ao.Transaction;
import net.java.ao.atlassian.AtlassianFieldNameConverter;
import net.java.ao.atlassian.AtlassianIndexNameConverter;
import net.java.ao.atlassian.AtlassianSequenceNameConverter;
import net.java.ao.atlassian.AtlassianTableNameConverter;
import net.java.ao.atlassian.AtlassianTriggerNameConverter;
import net.java.ao.atlassian.AtlassianUniqueNameConverter;
import net.java.ao.builder.SimpleNameConverters;
import net.java.ao.schema.NameConverters;
import net.java.ao.schema.info.CachingEntityInfoResolverFactory;
import net.java.ao.schema.info.EntityInfoResolverFactory;

import org.decisiongates.store.approval.ApprovalRequestRow;
import org.decisiongates.store.approval.ApprovalStepRow;
import org.decisiongates.store.approval.DelegationRow;
import org.decisiongates.store.approval.SealedContentRow;
import org.decisiongates.store.audit.ErasureRow;
import org.decisiongates.store.audit.GateSealRow;
import org.decisiongates.store.debt.IssueDebtRow;
import org.decisiongates.store.digest.DigestClaimRow;
import org.decisiongates.store.digest.DigestRow;
import org.decisiongates.store.health.JobRunRow;
import org.decisiongates.store.impact.ImpactLineRow;
import org.decisiongates.store.notification.ApprovalReminderRow;
import org.decisiongates.store.notification.NotificationChoiceRow;
import org.decisiongates.store.notification.NotificationProgressRow;
import org.decisiongates.store.notification.NotificationRow;
import org.decisiongates.store.policy.PolicyVersionRow;
import org.decisiongates.store.record.RecordRow;
import org.decisiongates.store.review.ThreadStepRow;
import org.decisiongates.store.summary.SnapshotRow;
import org.decisiongates.store.takeout.ImportedIssueRow;
import org.decisiongates.store.task.BackgroundTaskRow;
import org.decisiongates.store.task.TaskResultChunkRow;
import org.decisiongates.store.timeline.ChangeRow;
import org.decisiongates.store.timeline.GateEventRow;
import org.decisiongates.store.waiver.WaiverStepRow;

/** Real Active Objects on a real database, named as the products name; keeps every statement that is sent. */
public final class AoFixture {

    private static final String PREFIX = "AO_B0B0B0";
    private static final Pattern ROWS_READ = Pattern.compile("(?:Scan.*actual rows=|Rows Removed by Filter: )(\\d+)");

    public final List<String> statements = new ArrayList<>();
    private final Connections connections;
    private final EntityManager manager;
    private boolean down;
    private Connection keepAlive;
    private Predicate<String> failing = statement -> false;

    /** Without tables: for who only wants to know what would be sent. */
    AoFixture(Function<DisposableDataSource, DatabaseProvider> provider, Connections connections) {
        this.connections = connections;
        DisposableDataSource source = (DisposableDataSource) Proxy.newProxyInstance(AoFixture.class.getClassLoader(),
                new Class<?>[] {DisposableDataSource.class},
                (self, method, arguments) -> method.getName().equals("getConnection") ? connection() : null);
        manager = new EntityManager(provider.apply(source), new Configuration());
    }

    /** On what the database holds already, for one thread: it keeps its connection, as the products' pools do. */
    static AoFixture postgresAsItIs(String url) throws SQLException {
        AoFixture fixture = new AoFixture(AoDatabase.POSTGRESQL::provider, () -> DriverManager.getConnection(url));
        fixture.migrate();
        fixture.statements.clear();
        fixture.keepAlive = DriverManager.getConnection(url);
        return fixture;
    }

    static void makeTables(AoDatabase database, Connections connections) throws SQLException {
        new AoFixture(database::provider, connections).migrate();
    }

    /** Of a database in which the tables were made. */
    static AoFixture empty(AoDatabase database, Connections connections) throws SQLException {
        AoFixture fixture = new AoFixture(database::provider, connections);
        fixture.manager.deleteWithSQL(GateEventRow.class, "1 = 1");
        fixture.manager.deleteWithSQL(GateSealRow.class, "1 = 1");
        fixture.manager.deleteWithSQL(ErasureRow.class, "1 = 1");
        fixture.manager.deleteWithSQL(ChangeRow.class, "1 = 1");
        fixture.manager.deleteWithSQL(SnapshotRow.class, "1 = 1");
        fixture.manager.deleteWithSQL(ImpactLineRow.class, "1 = 1");
        fixture.manager.deleteWithSQL(PolicyVersionRow.class, "1 = 1");
        fixture.manager.deleteWithSQL(WaiverStepRow.class, "1 = 1");
        fixture.manager.deleteWithSQL(ThreadStepRow.class, "1 = 1");
        fixture.manager.deleteWithSQL(ApprovalStepRow.class, "1 = 1");
        fixture.manager.deleteWithSQL(SealedContentRow.class, "1 = 1");
        fixture.manager.deleteWithSQL(ApprovalRequestRow.class, "1 = 1");
        fixture.manager.deleteWithSQL(DelegationRow.class, "1 = 1");
        fixture.manager.deleteWithSQL(IssueDebtRow.class, "1 = 1");
        fixture.manager.deleteWithSQL(DigestRow.class, "1 = 1");
        fixture.manager.deleteWithSQL(DigestClaimRow.class, "1 = 1");
        fixture.manager.deleteWithSQL(NotificationRow.class, "1 = 1");
        fixture.manager.deleteWithSQL(NotificationProgressRow.class, "1 = 1");
        fixture.manager.deleteWithSQL(NotificationChoiceRow.class, "1 = 1");
        fixture.manager.deleteWithSQL(ApprovalReminderRow.class, "1 = 1");
        fixture.manager.deleteWithSQL(RecordRow.class, "1 = 1");
        fixture.manager.deleteWithSQL(TaskResultChunkRow.class, "1 = 1");
        fixture.manager.deleteWithSQL(ImportedIssueRow.class, "1 = 1");
        fixture.manager.deleteWithSQL(BackgroundTaskRow.class, "1 = 1");
        fixture.manager.deleteWithSQL(JobRunRow.class, "1 = 1");
        fixture.statements.clear();
        return fixture;
    }

    @SuppressWarnings("unchecked")
    private void migrate() throws SQLException {
        manager.migrate(GateEventRow.class, GateSealRow.class, ErasureRow.class, ChangeRow.class, SnapshotRow.class, ImpactLineRow.class,
                PolicyVersionRow.class, WaiverStepRow.class, ThreadStepRow.class, ApprovalStepRow.class, SealedContentRow.class,
                DelegationRow.class, ApprovalRequestRow.class,
                IssueDebtRow.class, DigestRow.class, DigestClaimRow.class, NotificationRow.class, NotificationProgressRow.class,
                NotificationChoiceRow.class, ApprovalReminderRow.class,
                RecordRow.class, BackgroundTaskRow.class, TaskResultChunkRow.class, JobRunRow.class,
                ImportedIssueRow.class);
    }

    public void goDown() {
        down = true;
    }

    /** Changes what is stored behind the app's back; names in double quotes, and tables without their prefix. */
    public int alter(String sql, Object... values) throws SQLException {
        try (Connection connection = connections.open(); PreparedStatement statement = prepare(connection, sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    /** Every row of a table, with the values that are not null. */
    public List<Map<String, Object>> stored(String table) throws SQLException {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (Connection connection = connections.open();
                ResultSet found = prepare(connection, "SELECT * FROM \"" + table + "\"").executeQuery()) {
            while (found.next()) {
                Map<String, Object> row = new TreeMap<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    Object value = found.getObject(i) instanceof Clob ? found.getString(i) : found.getObject(i);
                    if (value != null) {
                        row.put(found.getMetaData().getColumnName(i), value);
                    }
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** How many rows of its tables PostgreSQL looks at to answer a statement. */
    public long rowsRead(String sql, Object... values) throws SQLException {
        long rows = 0;
        try (Connection connection = connections.open();
                PreparedStatement statement = connection.prepareStatement("EXPLAIN (ANALYZE, TIMING OFF) " + sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            ResultSet plan = statement.executeQuery();
            while (plan.next()) {
                Matcher counted = ROWS_READ.matcher(plan.getString(1));
                rows += counted.find() ? Long.parseLong(counted.group(1)) : 0;
            }
        }
        return rows;
    }

    private static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString();
        return connection
                .prepareStatement(sql.replaceAll("(?<=FROM |UPDATE |INTO )\"([A-Z_]+)\"", "\"" + PREFIX + "_$1\"").replace("\"", quote));
    }

    /** From now on these statements fail. */
    public void failOn(Predicate<String> statements) {
        failing = statements;
    }

    public ActiveObjects ao() {
        return (ActiveObjects) Proxy.newProxyInstance(AoFixture.class.getClassLoader(), new Class<?>[] {ActiveObjects.class},
                (self, method, arguments) -> {
                    try {
                        return switch (method.getName()) {
                            case "create" -> create((Class<?>) arguments[0], (Map<?, ?>) arguments[1]);
                            case "find" -> find((Class<?>) arguments[0], (Query) arguments[1]);
                            case "delete" -> {
                                manager.delete((RawEntity<?>[]) arguments[0]);
                                yield null;
                            }
                            case "deleteWithSQL" -> remove((Class<?>) arguments[0], (String) arguments[1], (Object[]) arguments[2]);
                            case "count" -> count((Class<?>) arguments[0], (Query) arguments[1]);
                            case "executeInTransaction" -> together((TransactionCallback<?>) arguments[0]);
                            default -> throw new UnsupportedOperationException(method.toString());
                        };
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    @SuppressWarnings("unchecked")
    private Object create(Class<?> type, Map<?, ?> values) throws SQLException {
        return manager.create((Class<RawEntity<Object>>) type, (Map<String, Object>) values);
    }

    @SuppressWarnings("unchecked")
    private Object find(Class<?> type, Query query) throws SQLException {
        return manager.find((Class<RawEntity<Object>>) type, query);
    }

    @SuppressWarnings("unchecked")
    private int count(Class<?> type, Query query) throws SQLException {
        return manager.count((Class<RawEntity<Object>>) type, query);
    }

    @SuppressWarnings("unchecked")
    private int remove(Class<?> type, String criteria, Object... values) throws SQLException {
        return manager.deleteWithSQL((Class<RawEntity<Object>>) type, criteria, values);
    }

    private Object together(TransactionCallback<?> work) throws SQLException {
        return new Transaction<Object>(manager) {
            @Override
            protected Object run() {
                return work.doInTransaction();
            }
        }.execute();
    }

    private Connection connection() throws SQLException {
        if (down) {
            throw new SQLException("the database is down");
        }
        Connection connection = keepAlive == null ? connections.open() : keepAlive;
        return (Connection) Proxy.newProxyInstance(AoFixture.class.getClassLoader(), new Class<?>[] {Connection.class},
                (self, method, arguments) -> {
                    if (method.getName().startsWith("prepare")) {
                        statements.add((String) arguments[0]);
                        if (failing.test((String) arguments[0])) {
                            throw new SQLException("this statement fails here");
                        }
                    }
                    try {
                        return method.getName().equals("close") && connection == keepAlive ? null : method.invoke(connection, arguments);
                    } catch (java.lang.reflect.InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Opens a connection. */
    interface Connections {
        Connection open() throws SQLException;
    }

    private static final class Configuration implements EntityManagerConfiguration {

        @Override
        @SuppressWarnings("deprecation")
        public boolean useWeakCache() {
            return true;
        }

        @Override
        public NameConverters getNameConverters() {
            return new SimpleNameConverters(new AtlassianTableNameConverter(name -> PREFIX + "_" + name), new AtlassianFieldNameConverter(),
                    new AtlassianSequenceNameConverter(), new AtlassianTriggerNameConverter(), new AtlassianIndexNameConverter(),
                    new AtlassianUniqueNameConverter());
        }

        @Override
        public SchemaConfiguration getSchemaConfiguration() {
            return (table, caseSensitive) -> table.toUpperCase(Locale.ROOT).startsWith(PREFIX);
        }

        @Override
        public EntityInfoResolverFactory getEntityInfoResolverFactory() {
            return new CachingEntityInfoResolverFactory();
        }
    }
}
