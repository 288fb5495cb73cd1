package org.decisiongates.sandbox.host;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.cache.Cache;
import com.atlassian.cache.CacheManager;
import com.atlassian.cache.CacheSettingsBuilder;
import com.atlassian.event.api.EventListener;
import com.atlassian.event.api.EventPublisher;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.cluster.SandboxClusterLocks;
import org.decisiongates.sandbox.host.data.Database;

/** The services every plugin finds in both products. */
public class NodeWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static RunningBox box;

    @BeforeClass
    public static void start() throws IOException {
        box = BOXES.start(TinyProduct.jira(), BOXES.options());
    }

    @Test
    public void lendsALockToOneThreadAtATime() throws Exception {
        ClusterLock lock = box.service(ClusterLockService.class).getLockForName("one at a time");
        assertTrue(lock.tryLock());
        assertTrue("a thread may take its own lock again", lock.tryLock());
        assertFalse(elsewhere(lock::tryLock));
        lock.unlock();
        assertFalse(elsewhere(lock::tryLock));
        lock.unlock();
        assertTrue(elsewhere(() -> {
            boolean taken = lock.tryLock(1, TimeUnit.SECONDS);
            lock.unlock();
            return taken;
        }));
        assertThrows(IllegalMonitorStateException.class, lock::unlock);
    }

    @Test
    public void lendsALockToOneNodeAtATime() throws IOException {
        try (Database database = Database.open(BOXES.options());
                SandboxClusterLocks first = new SandboxClusterLocks(database, "first", TestTime.CLOCK);
                SandboxClusterLocks second = new SandboxClusterLocks(database, "second", TestTime.CLOCK)) {
            assertTrue(first.getLockForName("shared").tryLock());
            assertFalse(second.getLockForName("shared").tryLock());
            try (SandboxClusterLocks firstAgain = new SandboxClusterLocks(database, "first", TestTime.CLOCK)) {
                assertTrue("a node that comes back has lost its locks", second.getLockForName("shared").tryLock());
                assertFalse(firstAgain.getLockForName("shared").tryLock());
            }
        }
    }

    @Test
    public void runsAJobAtItsTime() throws Exception {
        SchedulerService scheduler = box.service(SchedulerService.class);
        for (RunMode mode : RunMode.values()) {
            JobRunnerKey key = JobRunnerKey.of("runner-" + mode);
            CountDownLatch ran = new CountDownLatch(2);
            scheduler.registerJobRunner(key, request -> {
                ran.countDown();
                return JobRunnerResponse.success();
            });
            JobId id = JobId.of("job-" + mode);
            scheduler.scheduleJob(id, JobConfig.forJobRunnerKey(key).withRunMode(mode).withSchedule(Schedule.forInterval(1, null)));
            assertTrue(ran.await(20, TimeUnit.SECONDS));
            assertEquals(1, scheduler.getJobsByJobRunnerKey(key).size());
            scheduler.unscheduleJob(id);
            scheduler.unregisterJobRunner(key);
            assertEquals(null, scheduler.getJobDetails(id));
        }
    }

    @Test
    public void refusesJobParametersItCannotKeep() {
        SchedulerService scheduler = box.service(SchedulerService.class);
        JobConfig config = JobConfig.forJobRunnerKey(JobRunnerKey.of("never")).withParameters(Map.of("bad", new Unkept()));
        assertThrows(SchedulerServiceException.class, () -> scheduler.scheduleJob(JobId.of("never"), config));
    }

    /** Serialisable by promise only. */
    private static final class Unkept implements java.io.Serializable {

        private static final long serialVersionUID = 1L;

        @SuppressWarnings("unused")
        private final Object inside = new Object();
    }

    @Test
    public void cachesWithinTheLimitsAskedFor() {
        AtomicInteger loads = new AtomicInteger();
        Cache<String, Integer> cache = box.service(CacheManager.class).getCache("limited", key -> loads.incrementAndGet(),
                new CacheSettingsBuilder().maxEntries(2).build());
        assertEquals(Integer.valueOf(1), cache.get("a"));
        assertEquals(Integer.valueOf(1), cache.get("a"));
        cache.get("b");
        cache.get("c");
        assertFalse(cache.containsKey("a"));
        cache.removeAll();
        assertEquals(Integer.valueOf(4), cache.get("c"));
        assertThrows(IllegalArgumentException.class, () -> cache.put("x", null));
    }

    @Test
    public void takesIntoARemoteCacheOnlyWhatOutlivesAnUpdateOfAnApp() {
        Cache<Object, Object> cache = box.service(CacheManager.class).getCache("remote", key -> new Unkept(),
                new CacheSettingsBuilder().remote().replicateViaInvalidation().build());
        assertThrows(IllegalArgumentException.class, () -> cache.get("of a class of an app"));
        assertThrows(IllegalArgumentException.class, () -> cache.put(1, "under a key that is no text"));
        cache.put("a", "b");
        assertEquals("b", cache.get("a"));
        cache.remove("a");
        assertFalse(cache.containsKey("a"));
    }

    @Test
    public void tellsEveryListenerEvenAfterOneFailed() {
        EventPublisher events = box.service(EventPublisher.class);
        List<String> heard = new ArrayList<>();
        Object failing = new FailingListener();
        Object hearing = new HearingListener(heard);
        events.register(failing);
        events.register(hearing);
        events.publish("hello");
        events.publish(5);
        events.unregister(failing);
        events.unregister(hearing);
        events.publish("again");
        assertEquals(List.of("hello"), heard);
    }

    /** Fails on everything. */
    public static final class FailingListener {

        @EventListener
        public void on(Object event) {
            throw new IllegalStateException("listener");
        }
    }

    /** Hears strings. */
    public record HearingListener(List<String> heard) {

        @EventListener
        public void on(String event) {
            heard.add(event);
        }
    }

    @Test
    public void knowsItsPeopleThroughSal() {
        UserManager users = box.service(UserManager.class);
        assertEquals(null, users.getRemoteUserKey());
        assertEquals("reader", box.box().currentUser().as("key-reader", () -> users.getRemoteUser().getUsername()));
        assertTrue(users.isSystemAdmin(new UserKey("key-admin")));
        assertFalse(users.isAdmin(new UserKey("key-reader")));
        assertEquals(null, users.getUserProfile("nobody"));
    }

    @Test
    public void answersAnUnknownTextWithItsKey() {
        assertEquals("no.such.key", box.service(I18nResolver.class).getText("no.such.key"));
    }

    private static boolean elsewhere(Callable<Boolean> work) throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            return thread.submit(work).get();
        } finally {
            thread.shutdownNow();
        }
    }
}
