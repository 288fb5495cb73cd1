package org.decisiongates.jira.timeline;

import static org.decisiongates.fixture.ChangeBuilder.aChange;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.LongStream;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.project.Project;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.Changes;

public class BackFillTest {

    private static final int ISSUES = 250;

    private final Project shop = mock(Project.class);
    private final Map<String, Object> stored = new ConcurrentHashMap<>();
    private final List<Long> looked = new ArrayList<>();
    private final Map<String, Change> written = new HashMap<>();
    private final Map<BackFill, Reconciler> reconcilers = new ConcurrentHashMap<>();
    private final ReconcileCursors cursors = marks();
    private volatile Consumer<Long> atIssue = id -> {};
    private volatile int there = ISSUES;

    @Before
    public void setUp() {
        when(shop.getId()).thenReturn(10000L);
        when(shop.getKey()).thenReturn("SHOP");
    }

    @Test
    public void endsWithTheIssueItIsAtAndGoesOnAtTheNextStart() throws Exception {
        BackFill first = fill();
        CountDownLatch half = new CountDownLatch(1);
        atIssue = id -> {
            if (id == 149) {
                half.countDown();
                // stopped from outside while this issue is being read
                await(() -> isStopping(first));
            }
        };
        String log = logged(() -> {
            first.joined(shop);
            half.await();
            first.stop();
        });
        assertEquals("the issue it was at is the last", 149L, (long) looked.get(looked.size() - 1));
        assertEquals(new Progress(100, ISSUES, 0), first.progress(shop).orElseThrow());
        assertFalse(log, log.contains("ERROR") || log.contains("WARN"));
        assertEquals(log, 1, log.lines().filter(line -> line.contains("its next start will go on")).count());

        atIssue = id -> {};
        looked.clear();
        BackFill second = fill();
        second.joined(shop);
        settle(second);
        assertEquals("what was looked at before is not looked at again", 101L, (long) looked.get(0));
        assertEquals(new Progress(ISSUES, ISSUES, 0), second.progress(shop).orElseThrow());
        assertEquals(ISSUES, written.size());
    }

    @Test
    public void blamesNoIssueForWhatIsGoneWhenItIsStopped() throws Exception {
        BackFill backFill = fill();
        CountDownLatch half = new CountDownLatch(1);
        atIssue = id -> {
            if (id == 20) {
                half.countDown();
                await(() -> isStopping(backFill));
                throw new IllegalStateException("the app's services are gone");
            }
        };
        String log = logged(() -> {
            backFill.joined(shop);
            half.await();
            backFill.stop();
        });
        assertFalse(log, log.contains("ERROR"));
        assertEquals(new Progress(0, ISSUES, 0), backFill.progress(shop).orElseThrow());
    }

    @Test
    public void blamesTheIssueThatCannotBeReadAndReadsTheOthers() throws Exception {
        atIssue = id -> {
            if (id == 20) {
                throw new IllegalStateException("broken");
            }
        };
        BackFill backFill = fill();
        String log = logged(() -> {
            backFill.joined(shop);
            settle(backFill);
        });
        assertEquals(log, 1, log.lines().filter(line -> line.contains("ERROR")).count());
        assertEquals(new Progress(ISSUES, ISSUES, 1), backFill.progress(shop).orElseThrow());
        assertEquals(ISSUES - 1, written.size());
    }

    @Test
    public void readsAProjectOnceMoreWhenItIsEnabledWhileItIsBeingRead() throws Exception {
        BackFill backFill = fill();
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch enabled = new CountDownLatch(1);
        atIssue = id -> {
            if (id == 249) {
                reading.countDown();
                await(() -> enabled.getCount() == 0);
            }
        };
        backFill.joined(shop);
        reading.await();
        backFill.joined(shop);
        backFill.joined(shop);
        enabled.countDown();
        settle(backFill);
        assertEquals("once for the first time of asking, once for all others", 2L * ISSUES, looked.size());
        assertEquals(new Progress(ISSUES, ISSUES, 0), backFill.progress(shop).orElseThrow());
    }

    @Test
    public void readsWhatCameWhileItWasReading() throws Exception {
        BackFill backFill = fill();
        atIssue = id -> there = id < ISSUES ? there : ISSUES + 3;
        backFill.joined(shop);
        settle(backFill);
        assertEquals(ISSUES + 3, written.size());
        assertEquals(new Progress(ISSUES + 3, ISSUES + 3, 0), backFill.progress(shop).orElseThrow());
    }

    @Test
    public void whatWaitsIsLeftToTheNextStart() throws Exception {
        Project next = mock(Project.class);
        when(next.getId()).thenReturn(10001L);
        BackFill backFill = fill();
        CountDownLatch begun = new CountDownLatch(1);
        atIssue = id -> {
            begun.countDown();
            await(() -> isStopping(backFill));
        };
        backFill.joined(shop);
        begun.await();
        backFill.joined(next);
        backFill.stop();
        assertTrue(backFill.progress(next).isEmpty());
        assertEquals(List.of(1L), looked);
    }

    private boolean isStopping(BackFill backFill) {
        return reconcilers.get(backFill).isStopped();
    }

    private BackFill fill() {
        IssueManager issues = mock(IssueManager.class);
        IssueHistories histories = mock(IssueHistories.class);
        Changes changes = mock(Changes.class);
        ProjectTime time = mock(ProjectTime.class);
        when(time.now()).thenReturn(Instant.EPOCH.atZone(ZoneOffset.UTC));
        try {
            when(issues.getIssueIdsForProject(anyLong())).thenAnswer(call -> LongStream.rangeClosed(1, there).boxed().toList());
        } catch (org.ofbiz.core.entity.GenericEntityException e) {
            throw new AssertionError(e);
        }
        when(issues.getIssueObject(anyLong())).thenAnswer(call -> issue(call.getArgument(0)));
        when(histories.concerns(any())).thenReturn(true);
        when(histories.whole(any())).thenAnswer(call -> {
            long id = ((MutableIssue) call.getArgument(0)).getId();
            looked.add(id);
            atIssue.accept(id);
            return List.of(
                    aChange().issue(id, "SHOP-" + id).group(Change.CREATION).item(Change.Item.CREATED).by("").at(Instant.EPOCH).change());
        });
        when(changes.recorded(any())).thenAnswer(call -> List.copyOf(written.values()));
        when(changes.append(any()))
                .thenAnswer(call -> written.putIfAbsent(((Change) call.getArgument(0)).identity(), call.getArgument(0)) == null);
        ClusterLockService locks = mock(ClusterLockService.class);
        ClusterLock lock = mock(ClusterLock.class);
        when(lock.tryLock()).thenReturn(true);
        when(locks.getLockForName(anyString())).thenReturn(lock);
        Reconciler reconciler = new Reconciler(changes, histories, issues, time);
        BackFill backFill = new BackFill(reconciler, cursors, locks);
        reconcilers.put(backFill, reconciler);
        return backFill;
    }

    private static MutableIssue issue(long id) {
        MutableIssue issue = mock(MutableIssue.class);
        when(issue.getId()).thenReturn(id);
        when(issue.getKey()).thenReturn("SHOP-" + id);
        return issue;
    }

    private ReconcileCursors marks() {
        PluginSettings settings = mock(PluginSettings.class);
        when(settings.get(anyString())).thenAnswer(call -> stored.get(call.<String>getArgument(0)));
        when(settings.put(anyString(), any())).thenAnswer(call -> stored.put(call.getArgument(0), call.getArgument(1)));
        PluginSettingsFactory factory = mock(PluginSettingsFactory.class);
        when(factory.createGlobalSettings()).thenReturn(settings);
        return new ReconcileCursors(factory);
    }

    /** Waits until everything it was given is done. */
    private static void settle(BackFill backFill) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        backFill.then(done::countDown);
        assertTrue(done.await(60, TimeUnit.SECONDS));
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    /** What is logged meanwhile. */
    private static String logged(Work work) throws Exception {
        PrintStream before = System.err;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        System.setErr(new PrintStream(text, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    /** What is watched. */
    private interface Work {
        void run() throws Exception;
    }
}
