package org.decisiongates.sandbox.jira.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The one way to the database: statements that H2 and PostgreSQL read alike, joined to the transaction of the caller. */
final class Store {

    private static final Logger LOG = LoggerFactory.getLogger(Store.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final ThreadLocal<List<Runnable>> later = new ThreadLocal<>();

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
        List<Runnable> waiting = later.get();
        if (waiting != null) {
            int before = waiting.size();
            boolean done = false;
            try {
                T result = transactions.execute(status -> work.get());
                done = true;
                return result;
            } finally {
                if (!done) {
                    // what was taken back is nothing to tell anybody
                    waiting.subList(before, waiting.size()).clear();
                }
            }
        }
        List<Runnable> mine = new ArrayList<>();
        later.set(mine);
        T result;
        try {
            result = transactions.execute(status -> work.get());
        } finally {
            later.remove();
        }
        mine.forEach(Store::runSafely);
        return result;
    }

    void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return null;
        });
    }

    /** Runs {@code work} once the outermost {@link #inTransaction} of this thread has committed, on this thread; outside one at once. */
    void afterCommit(Runnable work) {
        List<Runnable> waiting = later.get();
        if (waiting == null) {
            runSafely(work);
        } else {
            waiting.add(work);
        }
    }

    /** What was committed stays so, whatever becomes of those who are told. */
    private static void runSafely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("Nobody could be told of a change that is stored", e);
        }
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
