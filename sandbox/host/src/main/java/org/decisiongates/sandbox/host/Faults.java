package org.decisiongates.sandbox.host;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** Breaks the database on demand, so that tests can see what people are told when it is down. */
public final class Faults {

    /** What {@link #check} is asked when a transaction commits. */
    public static final String COMMIT = "commit";

    private final AtomicReference<Predicate<String>> broken = new AtomicReference<>();

    /** From now on no connection and no statement succeeds. */
    public void databaseDown() {
        broken.set(sql -> true);
    }

    /** From now on statements whose SQL matches fail; others and new connections succeed. */
    public void failStatements(Predicate<String> matching) {
        broken.set(sql -> !sql.isEmpty() && matching.test(sql));
    }

    public void heal() {
        broken.set(null);
    }

    /** Throws when a statement with this SQL (empty: a new connection) is to fail now. */
    public void check(String sql) throws SQLException {
        Optional<Predicate<String>> rule = Optional.ofNullable(broken.get());
        if (rule.isPresent() && rule.get().test(sql)) {
            throw new SQLException("The database is down (a fault asked for by the test)", "08006");
        }
    }
}
