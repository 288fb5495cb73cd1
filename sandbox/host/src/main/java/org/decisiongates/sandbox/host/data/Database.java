package org.decisiongates.sandbox.host.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;

import org.decisiongates.sandbox.host.Faults;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.StatementLog;

/** The one database of a box, its pool and its transactions. */
public final class Database implements AutoCloseable {

    /** Any number will do, as long as it is the same on every node. */
    private static final long START_LOCK = 7_218_341_903L;

    private final Optional<PostgresServer> server;
    private final HikariDataSource pool;
    private final WatchedDataSource watched;
    private final DataSource joining;
    private final PlatformTransactionManager transactions;
    private final Options.Database kind;
    private final Faults faults;

    private Database(Options options, Optional<PostgresServer> server, HikariDataSource pool, WatchedDataSource watched) {
        this.kind = options.database();
        this.faults = options.faults();
        this.server = server;
        this.pool = pool;
        this.watched = watched;
        this.joining = new TransactionAwareDataSourceProxy(watched.asDataSource());
        this.transactions = new DataSourceTransactionManager(watched.asDataSource());
    }

    /** Opens the database of this box, creating it at the first start; one that the options give by URL is there already. */
    public static Database open(Options options) {
        Optional<PostgresServer> server = Optional.empty();
        HikariConfig config = new HikariConfig();
        config.setMaximumPoolSize(24);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(10_000);
        if (options.databaseUrl().isPresent()) {
            config.setJdbcUrl(options.databaseUrl().get());
        } else if (options.database() == Options.Database.POSTGRES) {
            server = Optional.of(PostgresServer.start(options.home().resolve("postgres")));
            config.setJdbcUrl(server.get().url());
        } else {
            config.setJdbcUrl("jdbc:h2:file:" + options.home().toAbsolutePath().resolve("database").resolve("box")
                    + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=512");
            config.setUsername("sa");
        }
        HikariDataSource pool;
        try {
            pool = new HikariDataSource(config);
        } catch (RuntimeException e) {
            server.ifPresent(PostgresServer::close);
            throw new IllegalStateException("The database " + options.databaseUrl().orElse("under " + options.home())
                    + " does not open. Is another sandbox using it? " + e.getMessage(), e);
        }
        return new Database(options, server, pool, new WatchedDataSource(pool, options.faults()));
    }

    public Options.Database kind() {
        return kind;
    }

    /** Every call takes a connection of its own, whatever transaction is open on the thread. */
    public DataSource separate() {
        return watched.asDataSource();
    }

    /** Separate or joining: nothing public says what the product does for what apps store, so tests take both. */
    public DataSource ofStores() {
        return storesJoin() ? joining : separate();
    }

    public boolean storesJoin() {
        return faults.doStoresJoin();
    }

    /** Joins the open transaction of the thread. */
    public DataSource joining() {
        return joining;
    }

    public PlatformTransactionManager transactions() {
        return transactions;
    }

    public StatementLog logStatements() {
        return watched.logStatements();
    }

    /** Nodes that start together create tables and sample data one after the other. A node that dies gives its turn back. */
    public void startAlone(Runnable work) {
        if (kind != Options.Database.POSTGRES) {
            work.run();
            return;
        }
        try (Connection connection = pool.getConnection()) {
            JdbcClient held = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            held.sql("select pg_advisory_lock(?)").param(START_LOCK).query((row, number) -> number).list();
            try {
                work.run();
            } finally {
                held.sql("select pg_advisory_unlock(?)").param(START_LOCK).query((row, number) -> number).list();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The node's turn to start is lost", e);
        }
    }

    @Override
    public void close() {
        pool.close();
        server.ifPresent(PostgresServer::close);
    }
}
