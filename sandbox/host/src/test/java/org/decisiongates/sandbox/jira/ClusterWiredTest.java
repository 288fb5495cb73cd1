package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.RunningBox;
import org.decisiongates.sandbox.host.SandboxHost;
import org.decisiongates.sandbox.host.data.PostgresServer;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Two nodes of one Jira on one PostgreSQL, started at the same moment. */
public class ClusterWiredTest {

    @ClassRule
    public static final TemporaryFolder HOMES = new TemporaryFolder();

    private static PostgresServer database;
    private static WiredJira first;
    private static WiredJira second;

    @BeforeClass
    public static void start() throws Exception {
        database = PostgresServer.start(HOMES.newFolder().toPath());
        CompletableFuture<WiredJira> other = CompletableFuture.supplyAsync(() -> node("node2"));
        first = node("node1");
        second = other.get(120, TimeUnit.SECONDS);
    }

    private static WiredJira node(String name) {
        try {
            JiraProduct product = new JiraProduct();
            RunningBox box = SandboxHost.start(product, Options.in(HOMES.newFolder().toPath()).withDatabaseUrl(database.url()).withNode(name),
                    List.of(BuiltPlugin.jar()));
            return WiredJira.around(box, product.jira());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @AfterClass
    public static void stop() {
        first.close();
        second.close();
        database.close();
    }

    @Test
    public void readsOnOneNodeWhatTheOtherWrote() throws Exception {
        IssueRow issue = first.decision("Written on the first node");
        assertEquals("Written on the first node", second.get("lead", "/rest/api/2/issue/" + issue.key()).json().at("/fields/summary").asText());
        assertTrue(second.jira.issues().update("lead", issue.id(), new IssueInput().set("summary", "Written on the second node")).done());
        assertEquals("Written on the second node", first.get("lead", "/rest/api/2/issue/" + issue.key()).json().at("/fields/summary").asText());
        assertEquals(1, first.get("lead", "/rest/api/2/search?jql=summary~%22Written+on+the+second+node%22").json().path("total").asInt());
    }

    @Test
    public void loadsTheSampleOnceAndNumbersIssuesWithoutGaps() {
        long before = first.jira.issues().idsOf(shop()).size();
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> create(second));
        create(first);
        other.join();
        List<IssueRow> all = first.jira.issues().idsOf(shop()).stream().map(id -> second.jira.issues().byId(id).orElseThrow()).toList();
        assertEquals(before + 20, all.size());
        assertEquals(all.size(), all.stream().map(IssueRow::key).distinct().count());
    }

    private static void create(WiredJira node) {
        for (int i = 0; i < 10; i++) {
            node.decision("Number " + i);
        }
    }

    private static long shop() {
        return first.jira.projects().byKey("SHOP").orElseThrow().id();
    }

    @Test
    public void twoNodesAndAJobThatRunsTwiceFreezeAWeekOnce() throws Exception {
        String job = "org.decisiongates.decision-gates.close-weeks";
        for (int run = 0; run < 3; run++) {
            // taken by whichever node looks first, while the one before is still at work
            first.box.box().jdbc().sql("update sandbox_job set next_run = 0 where id = ?").param(job).update();
            while (first.box.box().jdbc().sql("select next_run from sandbox_job where id = ?").param(job).query(Long.class).single() == 0) {
                Thread.sleep(20);
            }
        }
        String table = first.box.box().jdbc().sql("select table_name from information_schema.tables where table_name like 'AO%WEEK_SNAPSHOT%'").query(String.class).single();
        String count = "select count(*) from \"" + table + "\" where \"SCOPE\" = 'project:" + shop() + "'";
        for (int i = 0; i < 300 && first.box.box().jdbc().sql(count).query(Long.class).single() < 8; i++) {
            Thread.sleep(100);
        }
        assertEquals(8L, (long) first.box.box().jdbc().sql(count).query(Long.class).single());
        for (WiredJira node : List.of(first, second)) {
            assertTrue(node.get("lead", "/rest/decision-gates/1.0/summary?project=SHOP&week=last").json().at("/frame/frozenAt").isTextual());
        }
    }

    @Test
    public void runsAJobOfTheClusterOnce() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch ran = new CountDownLatch(1);
        JobRunnerKey key = JobRunnerKey.of("cluster-runner");
        JobId id = JobId.of("cluster-job");
        for (WiredJira node : List.of(first, second)) {
            SchedulerService scheduler = node.box.service(SchedulerService.class);
            scheduler.registerJobRunner(key, request -> {
                runs.incrementAndGet();
                ran.countDown();
                return JobRunnerResponse.success();
            });
            scheduler.scheduleJob(id, JobConfig.forJobRunnerKey(key).withRunMode(RunMode.RUN_ONCE_PER_CLUSTER)
                    .withSchedule(Schedule.forInterval(TimeUnit.HOURS.toMillis(1), new java.util.Date(System.currentTimeMillis() + 1500))));
        }
        assertTrue(ran.await(20, TimeUnit.SECONDS));
        // two rounds of both nodes' timers: time enough for a second run, if anything allowed one
        Thread.sleep(1_500);
        assertEquals(1, runs.get());
    }

    @Test
    public void sharesSettingsAndLocks() {
        first.box.service(PluginSettingsFactory.class).createGlobalSettings().put("org.example.shared", "from the first");
        assertEquals("from the first", second.box.service(PluginSettingsFactory.class).createGlobalSettings().get("org.example.shared"));
        assertTrue(first.box.service(ClusterLockService.class).getLockForName("org.example.lock").tryLock());
        assertFalse(second.box.service(ClusterLockService.class).getLockForName("org.example.lock").tryLock());
        first.box.service(ClusterLockService.class).getLockForName("org.example.lock").unlock();
        assertTrue(second.box.service(ClusterLockService.class).getLockForName("org.example.lock").tryLock());
    }

    @Test
    public void startsNoSecondPostgreSqlOnOneFolder() throws Exception {
        java.nio.file.Path folder = HOMES.newFolder().toPath();
        try (PostgresServer running = PostgresServer.start(folder)) {
            IllegalStateException refused = assertThrows(IllegalStateException.class, () -> PostgresServer.start(folder));
            assertTrue(refused.getMessage(), refused.getMessage().contains("still runs"));
            assertTrue(running.url().startsWith("jdbc:postgresql:"));
        }
        PostgresServer.start(folder).close();
    }
}
