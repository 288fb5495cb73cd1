package org.decisiongates.sandbox.jira.model;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The one way to the database: statements that H2 and PostgreSQL read alike, joined to the transaction of the caller. */
final class Store {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    Store(DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transactions = new TransactionTemplate(transactions);
        // a refused part of a larger action takes back its own statements and no others
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    JdbcClient.StatementSpec sql(String sql, Object... arguments) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql);
        for (Object argument : arguments) {
            statement = statement.param(argument);
        }
        return statement;
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /** Inserts one row and returns the {@code id} the database gave it. */
    long insert(String sql, Object... arguments) {
        KeyHolder keys = new GeneratedKeyHolder();
        sql(sql, arguments).update(keys, "id");
        return Objects.requireNonNull(keys.getKey()).longValue();
    }

    /** Runs {@code work} in the caller's transaction, or in its own. */
    <T> T inTransaction(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }

    void inTransaction(Runnable work) {
        transactions.executeWithoutResult(status -> work.run());
    }

    static Instant instant(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    static Long millis(Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
