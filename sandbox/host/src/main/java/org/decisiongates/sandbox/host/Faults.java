package org.decisiongates.sandbox.host;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
    private volatile boolean elsewhere;
    private volatile boolean deaf;
    private final Map<Step, Runnable> others = new ConcurrentHashMap<>();
    private volatile boolean interleaving;
    private volatile boolean joining = "join".equals(System.getProperty("sandbox.stores"));

    /** How often, and in which order, listeners hear of something. */
    public enum Delivery {
        /** As it should be. */
        ONCE,
        /** Everything a second time. */
        TWICE,
        /** Nothing. */
        NEVER,
        /** Of each kind of event the second before the first, the fourth before the third. */
        SWAPPED,
        /** Nothing for now; {@link Events#catchUp} brings everything, the last first. */
        LATE
    }

    /** From now on listeners hear of things so; {@link #heal} makes it right again. */
    public void deliver(Delivery value) {
        delivery = value;
    }

    public Delivery delivery() {
        return delivery;
    }

    /** A moment of an action on an issue at which somebody else may come in between. */
    public enum Step {
        /** The issue was read; nothing was examined. */
        READ,
        /** The validators let the transition through; nothing was stored. */
        EXAMINED
    }

    /**
     * From now on actions lock no row before they store, as the product does, and the next one to come to this step lets {@code other}
     * happen meanwhile, on another thread, and waits for its end.
     */
    public void interleave(Step step, Runnable other) {
        interleaving = true;
        others.put(step, other);
    }

    public boolean interleaves() {
        return interleaving;
    }

    /** An action is at this step. */
    public void at(Step step) {
        Runnable other = others.remove(step);
        if (other != null) {
            onAnotherThread(other);
        }
    }

    /**
     * From now on what an app stores belongs to the transaction that is open on its thread, and is taken back with it; {@link #heal}
     * changes nothing in that.
     */
    public void storesJoin() {
        joining = true;
    }

    /** What an app stores stays, whatever becomes of a transaction that is open on its thread. */
    public void storesStandAlone() {
        joining = false;
    }

    public boolean doStoresJoin() {
        return joining;
    }

    /** From now on apps hear of changes of issues while the transaction is still open, so also of some that never come to be. */
    public void tellBeforeCommit() {
        eventsBeforeCommit = true;
    }

    public boolean tellsBeforeCommit() {
        return eventsBeforeCommit;
    }

    /** From now on apps hear of what was committed on a thread of its own, on which nobody is logged in. */
    public void tellElsewhere() {
        elsewhere = true;
    }

    /** From now on no other node hears of entries that were removed from caches. */
    public void loseInvalidations() {
        deaf = true;
    }

    public boolean losesInvalidations() {
        return deaf;
    }

    /** Runs on the thread on which apps hear of what was committed, and waits for the end. */
    public void onTheirThread(Runnable work) {
        if (elsewhere) {
            onAnotherThread(work);
        } else {
            work.run();
        }
    }

    private static void onAnotherThread(Runnable work) {
        try {
            Thread thread = new Thread(work, "sandbox-elsewhere");
            thread.start();
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
        elsewhere = false;
        deaf = false;
        interleaving = false;
        others.clear();
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
