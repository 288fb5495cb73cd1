package org.decisiongates.sandbox.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The one PostgreSQL of this process: the first who asks starts it, everybody gets a database of their own, and it ends with the process.
 */
public final class SharedPostgres {

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private SharedPostgres() {
    }

    /** The JDBC URL, user included, of a new empty database. */
    public static String newDatabase() {
        String name = "box" + DATABASES.incrementAndGet();
        execute("create database " + name);
        return SERVER.getJdbcUrl("postgres", name);
    }

    /** Creates and copies databases. */
    public static void execute(String sql) {
        JdbcClient.create(SERVER.getPostgresDatabase()).sql(sql).update();
    }

    /** A database by its name. */
    public static DataSource database(String name) {
        return SERVER.getDatabase("postgres", name);
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }
}
