package org.decisiongates.sandbox.host.cluster;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import com.atlassian.beehive.ClusterLock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.decisiongates.sandbox.host.data.Database;

/** Locks that hold across nodes: a row names the owner and when its hold expires; a heartbeat prolongs it. */
public final class SandboxClusterLocks implements AutoCloseable {

    private static final long EXPIRY = TimeUnit.MINUTES.toMillis(5);
    private static final long HEARTBEAT = TimeUnit.MINUTES.toMillis(1);

    private final JdbcClient jdbc;
    private final String node;
    private final Clock clock;
    private final Map<String, Row> locks = new ConcurrentHashMap<>();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "cluster-lock-heartbeat");
        thread.setDaemon(true);
        return thread;
    });

    public SandboxClusterLocks(Database database, String node, Clock clock) {
        this.jdbc = JdbcClient.create(database.separate());
        this.node = node;
        this.clock = clock;
        jdbc.sql("create table if not exists sandbox_lock (name varchar(255) primary key, owner varchar(100), held_until bigint not null)")
                .update();
        // A node that died keeps nothing once it is back.
        jdbc.sql("update sandbox_lock set owner = null, held_until = 0 where owner = ?").param(node).update();
        heart.scheduleAtFixedRate(() -> locks.values().forEach(Row::beat), HEARTBEAT, HEARTBEAT, TimeUnit.MILLISECONDS);
    }

    /** The same name is the same lock on every node. */
    public ClusterLock getLockForName(String name) {
        if (name == null || name.isEmpty() || name.length() > 255) {
            throw new IllegalArgumentException("A cluster lock's name has 1 to 255 characters");
        }
        return locks.computeIfAbsent(name, Row::new);
    }

    @Override
    public void close() {
        heart.shutdownNow();
    }

    /** One lock: the threads of this node queue locally, the nodes in the database. */
    private final class Row implements ClusterLock {

        private final String name;
        private final ReentrantLock local = new ReentrantLock();

        Row(String name) {
            this.name = name;
        }

        @Override
        public void lock() {
            boolean interrupted = false;
            while (true) {
                try {
                    lockInterruptibly();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void lockInterruptibly() throws InterruptedException {
            tryLock(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        }

        @Override
        public boolean tryLock() {
            if (!local.tryLock()) {
                return false;
            }
            return taken();
        }

        @Override
        public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
            long start = System.nanoTime();
            long most = unit.toNanos(time);
            if (!local.tryLock(time, unit)) {
                return false;
            }
            if (local.getHoldCount() > 1) {
                return true;
            }
            boolean acquired = false;
            try {
                while (!(acquired = claim())) {
                    if (System.nanoTime() - start >= most) {
                        return false;
                    }
                    Thread.sleep(50);
                }
                return true;
            } finally {
                if (!acquired) {
                    local.unlock();
                }
            }
        }

        @Override
        public void unlock() {
            if (!local.isHeldByCurrentThread()) {
                throw new IllegalMonitorStateException("Cluster lock " + name + " is not held by this thread");
            }
            try {
                if (local.getHoldCount() == 1) {
                    jdbc.sql("update sandbox_lock set owner = null, held_until = 0 where name = ? and owner = ?").params(name, node)
                            .update();
                }
            } finally {
                local.unlock();
            }
        }

        @Override
        public Condition newCondition() {
            throw new UnsupportedOperationException("Cluster locks have no conditions");
        }

        @Override
        public boolean isHeldByCurrentThread() {
            return local.isHeldByCurrentThread();
        }

        private boolean taken() {
            if (local.getHoldCount() > 1) {
                return true;
            }
            boolean acquired = false;
            try {
                acquired = claim();
                return acquired;
            } finally {
                if (!acquired) {
                    local.unlock();
                }
            }
        }

        private boolean claim() {
            long now = clock.millis();
            if (jdbc.sql("update sandbox_lock set owner = ?, held_until = ? where name = ? and (owner is null or held_until < ?)")
                    .params(node, now + EXPIRY, name, now).update() == 1) {
                return true;
            }
            try {
                return jdbc.sql("select count(*) from sandbox_lock where name = ?").param(name).query(Integer.class).single() == 0
                        && jdbc.sql("insert into sandbox_lock (name, owner, held_until) values (?, ?, ?)").params(name, node, now + EXPIRY)
                                .update() == 1;
            } catch (DuplicateKeyException e) {
                return false;
            }
        }

        private void beat() {
            if (local.isLocked()) {
                jdbc.sql("update sandbox_lock set held_until = ? where name = ? and owner = ?")
                        .params(clock.millis() + EXPIRY, name, node).update();
            }
        }
    }
}
