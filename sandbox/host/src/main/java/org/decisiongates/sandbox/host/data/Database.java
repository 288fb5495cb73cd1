package org.decisiongates.sandbox.host.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.Statements;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;

/** The one database of a box, its pool and its transactions. */
public final class Database implements AutoCloseable {

    private final Optional<EmbeddedPostgres> server;
    private final HikariDataSource pool;
    private final WatchedDataSource watched;
    private final DataSource joining;
    private final PlatformTransactionManager transactions;
    private final Options.Database kind;

    private Database(Options.Database kind, Optional<EmbeddedPostgres> server, HikariDataSource pool, WatchedDataSource watched) {
        this.kind = kind;
        this.server = server;
        this.pool = pool;
        this.watched = watched;
        this.joining = new TransactionAwareDataSourceProxy(watched.asDataSource());
        this.transactions = new DataSourceTransactionManager(watched.asDataSource());
    }

    /** Opens the database of this box, creating it at the first start. */
    public static Database open(Options options) {
        Optional<EmbeddedPostgres> server = Optional.empty();
        HikariConfig config = new HikariConfig();
        config.setMaximumPoolSize(24);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(10_000);
        if (options.database() == Options.Database.POSTGRES) {
            EmbeddedPostgres postgres = postgres(options.home().resolve("postgres"));
            server = Optional.of(postgres);
            config.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        } else {
            config.setJdbcUrl("jdbc:h2:file:" + options.home().toAbsolutePath().resolve("database").resolve("box")
                    + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000");
            config.setUsername("sa");
        }
        HikariDataSource pool;
        try {
            pool = new HikariDataSource(config);
        } catch (RuntimeException e) {
            server.ifPresent(Database::stop);
            throw new IllegalStateException("The database under " + options.home()
                    + " does not open. Is another sandbox using it? " + e.getMessage(), e);
        }
        return new Database(options.database(), server, pool, new WatchedDataSource(pool, options.faults()));
    }

    private static EmbeddedPostgres postgres(Path folder) {
        try {
            Files.createDirectories(folder);
            return EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("data"))
                    .setOverrideWorkingDirectory(folder.resolve("server").toFile())
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start in " + folder, e);
        }
    }

    public Options.Database kind() {
        return kind;
    }

    /** Every call takes a connection of its own, whatever transaction is open on the thread. */
    public DataSource separate() {
        return watched.asDataSource();
    }

    /** Joins the open transaction of the thread. */
    public DataSource joining() {
        return joining;
    }

    public PlatformTransactionManager transactions() {
        return transactions;
    }

    public Statements statements() {
        return watched.statements();
    }

    @Override
    public void close() {
        pool.close();
        server.ifPresent(Database::stop);
    }

    private static void stop(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not stop", e);
        }
    }
}
