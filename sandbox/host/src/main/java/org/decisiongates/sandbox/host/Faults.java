package org.decisiongates.sandbox.host;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/**
 * Breaks the database on demand, so that tests can see what people are told when it is down, or what is left when the process dies;
 * and delivers events otherwise than once and in order.
 */
public final class Faults {

    /** What {@link #check} is asked when a transaction commits. */
    public static final String COMMIT = "commit";

    private final AtomicReference<Predicate<String>> broken = new AtomicReference<>();
    private final AtomicReference<KillPoint> kill = new AtomicReference<>();

    private volatile Delivery delivery = Delivery.ONCE;
    private volatile boolean eventsBeforeCommit;

    /** How often, and in which order, listeners hear of something. */
    public enum Delivery {
        /** As it should be. */
        ONCE,
        /** Everything a second time. */
        TWICE,
        /** Nothing. */
        NEVER,
        /** Of each kind of event the second before the first, the fourth before the third. */
        SWAPPED
    }

    /** From now on listeners hear of things so; {@link #heal} makes it right again. */
    public void deliver(Delivery value) {
        delivery = value;
    }

    public Delivery delivery() {
        return delivery;
    }

    /** From now on apps hear of changes of issues while the transaction is still open, so also of some that never come to be. */
    public void tellBeforeCommit() {
        eventsBeforeCommit = true;
    }

    public boolean tellsBeforeCommit() {
        return eventsBeforeCommit;
    }

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
        delivery = Delivery.ONCE;
        eventsBeforeCommit = false;
    }

    /** Throws when a statement with this SQL (empty: a new connection) is to fail now. */
    public void check(String sql) throws SQLException {
        Optional<Predicate<String>> rule = Optional.ofNullable(broken.get());
        if (rule.isPresent() && rule.get().test(sql)) {
            throw new SQLException("The database is down (a fault asked for by the test)", "08006");
        }
    }

    /** The process ends there; for processes that a test starts to kill them. */
    void killAt(KillPoint point) {
        kill.set(point);
    }

    /** Whether the process is to end at a statement like this, or at the commit after it. */
    public boolean mayKillAt(String sql) {
        KillPoint point = kill.get();
        return point != null && point.concerns(sql);
    }

    /** Something {@link #mayKillAt} said yes to has come to this moment. */
    public void reached(KillPoint.Moment moment) {
        kill.get().reached(moment);
    }
}
