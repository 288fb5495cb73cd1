package org.decisiongates.sandbox.host.data;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import javax.sql.DataSource;

import org.decisiongates.sandbox.host.Faults;
import org.decisiongates.sandbox.host.KillPoint;
import org.decisiongates.sandbox.host.StatementLog;
import org.decisiongates.sandbox.host.Statements;
import org.decisiongates.sandbox.host.cluster.SandboxScheduler;

/**
 * Notes every statement that is sent while a test has a log, and fails those that a test wants to fail. What jobs send when their time has
 * come is not noted: no test can know whether they run while it counts.
 */
final class WatchedDataSource {

    private final AtomicReference<StatementLog> log = new AtomicReference<>();
    private final Faults faults;
    private final DataSource watched;

    WatchedDataSource(DataSource pool, Faults faults) {
        this.faults = faults;
        this.watched = proxy(DataSource.class, (self, method, arguments) -> {
            if (method.getName().equals("getConnection")) {
                faults.check("");
                return connection((Connection) call(pool, method, arguments));
            }
            return call(pool, method, arguments);
        });
    }

    DataSource asDataSource() {
        return watched;
    }

    /** Begins a log, and ends the one before. */
    StatementLog logStatements() {
        StatementLog begun = new StatementLog();
        Optional.ofNullable(log.getAndSet(begun)).ifPresent(StatementLog::end);
        return begun;
    }

    private Connection connection(Connection real) {
        AtomicBoolean kills = new AtomicBoolean();
        return proxy(Connection.class, (self, method, arguments) -> {
            if (method.getName().equals("commit")) {
                commit(real, kills.getAndSet(false));
                return null;
            }
            Object result = call(real, method, arguments);
            if (method.getName().equals("rollback") && arguments == null) {
                kills.set(false);
            }
            return switch (method.getName()) {
                case "prepareStatement" -> statement(PreparedStatement.class, result, (String) arguments[0], kills);
                case "prepareCall" -> statement(CallableStatement.class, result, (String) arguments[0], kills);
                case "createStatement" -> statement(Statement.class, result, null, kills);
                default -> result;
            };
        });
    }

    /** A commit that fails takes the transaction back, as a database does: the caller must find nothing of it afterwards. */
    private void commit(Connection real, boolean kills) throws SQLException {
        if (kills) {
            faults.reached(KillPoint.Moment.BEFORE_COMMIT);
        }
        try {
            faults.check(Faults.COMMIT);
        } catch (SQLException e) {
            real.rollback();
            throw e;
        }
        real.commit();
        if (kills) {
            faults.reached(KillPoint.Moment.AFTER_COMMIT);
        }
    }

    private <T extends Statement> T statement(Class<T> type, Object real, String prepared, AtomicBoolean kills) {
        return proxy(type, (self, method, arguments) -> {
            if (!method.getName().startsWith("execute")) {
                return call(real, method, arguments);
            }
            String sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : prepared;
            note(sql);
            if (sql == null || !faults.mayKillAt(sql)) {
                return call(real, method, arguments);
            }
            faults.reached(KillPoint.Moment.BEFORE_STATEMENT);
            Object result = call(real, method, arguments);
            faults.reached(KillPoint.Moment.AFTER_STATEMENT);
            if (((Statement) real).getConnection().getAutoCommit()) {
                faults.reached(KillPoint.Moment.AFTER_COMMIT);
            } else {
                kills.set(true);
            }
            return result;
        });
    }

    private void note(String sql) throws SQLException {
        String text = sql == null ? "(batch)" : sql;
        faults.check(text);
        String thread = Thread.currentThread().getName();
        StatementLog current = log.get();
        if (current != null && !thread.equals(SandboxScheduler.THREAD)) {
            current.note(new Statements.Sent(text, thread));
        }
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(WatchedDataSource.class.getClassLoader(), new Class<?>[] {type},
                (self, method, arguments) -> switch (method.getName()) {
                    case "equals" -> self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    default -> handler.invoke(self, method, arguments);
                }));
    }
}
