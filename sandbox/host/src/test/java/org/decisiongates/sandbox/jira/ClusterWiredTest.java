package org.decisiongates.sandbox.jira;

import static org.awaitility.Awaitility.await;
import static org.decisiongates.sandbox.jira.WiredJira.assertStatus;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.Faults;
import org.decisiongates.sandbox.host.RunningBox;
import org.decisiongates.sandbox.host.SharedPostgres;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.host.data.PostgresServer;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;

/** Two nodes of one Jira on one PostgreSQL, started at the same moment. */
public class ClusterWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final String REST = "/rest/decision-gates/1.0";

    private static String database;
    private static WiredJira first;
    private static WiredJira second;

    @BeforeClass
    public static void start() throws Exception {
        database = SharedPostgres.newDatabase();
        CompletableFuture<WiredJira> other = CompletableFuture.supplyAsync(() -> node("node2"));
        first = node("node1");
        second = other.get(120, TimeUnit.SECONDS);
    }

    private static WiredJira node(String name) {
        JiraProduct product = new JiraProduct();
        RunningBox box = BOXES.start(product, BOXES.options().withDatabaseUrl(database).withNode(name), BuiltPlugin.jar());
        return WiredJira.around(box, product.jira());
    }

    @Test
    public void readsOnOneNodeWhatTheOtherWrote() throws Exception {
        IssueRow issue = first.decision("Written on the first node");
        assertEquals("Written on the first node",
                second.get("lead", "/rest/api/2/issue/" + issue.key()).json().at("/fields/summary").asText());
        assertTrue(second.jira.issues().update("lead", issue.id(), new IssueInput().set("summary", "Written on the second node")).done());
        assertEquals("Written on the second node",
                first.get("lead", "/rest/api/2/issue/" + issue.key()).json().at("/fields/summary").asText());
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
            await().pollInterval(Duration.ofMillis(20))
                    .until(() -> first.box.box().jdbc().sql("select next_run from sandbox_job where id = ?").param(job).query(Long.class)
                            .single() != 0);
        }
        String table = first.box.box().jdbc()
                .sql("select table_name from information_schema.tables where table_name like 'AO%WEEK_SNAPSHOT%'").query(String.class)
                .single();
        String count = "select count(*) from \"" + table + "\" where \"SCOPE\" = 'project:" + shop() + "'";
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertEquals(8L, (long) first.box.box().jdbc().sql(count).query(Long.class).single()));
        for (WiredJira node : List.of(first, second)) {
            assertTrue(
                    node.get("lead", "/rest/decision-gates/1.0/summary?project=SHOP&week=last").json().at("/header/frozenAt").isTextual());
        }
    }

    @Test
    public void twoNodesThatReadTheHistoryOfAProjectAtOnceWriteItOnce() throws Exception {
        first.open("TWIN");
        // what it finds of an empty project is nothing
        await().atMost(Duration.ofMinutes(1)).until(() -> progress(second).path("complete").asBoolean());
        List.of(first, second).forEach(node -> node.faults().deliver(Faults.Delivery.NEVER));
        for (int i = 0; i < 130; i++) {
            WiredJira node = i % 2 == 0 ? first : second;
            IssueRow issue = node.create("TWIN", "Decision", new IssueInput().set("summary", "Not heard of " + i));
            assertTrue(node.jira.issues().update("lead", issue.id(), new IssueInput().set(node.field("Owner"), "owner")).done());
        }
        List.of(first, second).forEach(node -> node.faults().heal());
        assertEquals("nobody listened", 0, twins());
        atOnce(ClusterWiredTest::enable);
        for (WiredJira node : List.of(first, second)) {
            JsonNode progress = await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(50)).until(() -> {
                JsonNode reported = progress(node);
                assertTrue(reported.toString(), reported.path("done").asInt() <= Math.max(0, reported.path("total").asInt()));
                return reported;
            }, reported -> reported.path("complete").asBoolean() && reported.path("total").asInt() == 130);
            assertEquals("{\"done\":130,\"total\":130,\"failed\":0,\"complete\":true}", progress.toString());
        }
        assertEquals(2 * 130, twins());
        List<String> written = twinLines();
        // no lock is between these two
        first.box.box().jdbc().sql("delete from \"" + first.proof().table() + "\" where \"PROJECT_ID\" = " + first.id("TWIN")).update();
        atOnce(ClusterWiredTest::sweep);
        assertEquals(written, twinLines());
        assertEquals(Set.of(), first.proof().twice());
    }

    private static void atOnce(Consumer<WiredJira> work) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        List<CompletableFuture<Void>> both = List.of(first, second).stream().map(node -> CompletableFuture.runAsync(() -> {
            try {
                together.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
            work.accept(node);
        })).toList();
        for (CompletableFuture<Void> one : both) {
            one.get(120, TimeUnit.SECONDS);
        }
    }

    private static void enable(WiredJira node) {
        try {
            node.enable("TWIN");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** As before a week is closed. */
    private static void sweep(WiredJira node) {
        Object completeness = node.box.plugin(BuiltPlugin.KEY).create(Object.class, "bean:journalCompleteness");
        try {
            completeness.getClass().getMethod("completeFor", Project.class).invoke(completeness,
                    node.box.service(ProjectManager.class).getProjectByCurrentKey("TWIN"));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode progress(WiredJira node) throws Exception {
        for (JsonNode project : node.get("admin", "/rest/decision-gates/1.0/projects").json().path("projects")) {
            if (project.path("key").asText().equals("TWIN")) {
                return project.path("journal");
            }
        }
        throw new AssertionError("TWIN is not there");
    }

    private static long twins() {
        return twinLines().size();
    }

    private static List<String> twinLines() {
        return first.proof().lines().stream().filter(line -> line.split("\\|")[2].equals(String.valueOf(first.id("TWIN")))).sorted()
                .toList();
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
                    .withSchedule(Schedule.forInterval(TimeUnit.HOURS.toMillis(1),
                            java.util.Date.from(TestTime.CLOCK.instant().plusMillis(1500)))));
        }
        assertTrue(ran.await(20, TimeUnit.SECONDS));
        // two rounds of both nodes' timers: time enough for a second run, if anything allowed one
        await().during(Duration.ofMillis(1_500)).until(() -> runs.get() == 1);
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
    public void readsAndCancelsOnOneNodeWhatTheOtherDoesInTheBackground() throws Exception {
        String id = BackgroundTasks.start(first, "lead", progress -> {
            progress.total(310);
            while (true) {
                progress.done(42);
            }
        });
        String address = REST + "/tasks/" + id;
        JsonNode seen = await().atMost(Duration.ofMinutes(1)).until(() -> second.get("lead", address).json(),
                task -> task.path("done").asInt() == 42);
        assertEquals("RUNNING 310 cluster-test", seen.path("state").asText() + " " + seen.path("total").asInt() + " "
                + seen.path("kind").asText());
        for (WiredJira node : List.of(first, second)) {
            for (String stranger : List.of("owner", "admin")) {
                assertEquals(404, node.get(stranger, address).status());
                assertEquals(404, node.call(stranger, "DELETE", address, null, null).status());
            }
            assertEquals("another of the kind", 429, BackgroundTasks.refusal(node, "lead"));
        }
        assertEquals(204, second.call("lead", "DELETE", address, null, null).status());
        await().atMost(Duration.ofMinutes(1)).until(() -> first.get("lead", address).json().path("state").asText().equals("CANCELLED"));
        assertTrue(second.get("lead", address).json().path("endedAt").isTextual());
    }

    /** It dies when all issues were looked at and nothing of the result is stored. */
    @Test
    public void whatANodeDidThatWasKilledIsLostAndStartedAgainOnAnother() throws Exception {
        String check = REST + "/readiness/check?jql=project+%3D+SHOP";
        try (JiraProcess third = JiraProcess.start(BOXES.folder(), database, "--node", "node3",
                "--kill", "before-statement:1:insert into .*TASK_PIECE")) {
            third.callAnyhow("owner", "POST", check, "{}");
            assertTrue("it dies while it works", third.diesWithin(Duration.ofMinutes(1)));
        }
        String id = first.box.box().jdbc().sql("select \"TASK_KEY\" from \"" + first.table("BACKGROUND_TASK")
                + "\" where \"TASK_KIND\" = 'bulk-check'").query(String.class).single();
        String address = REST + "/tasks/" + id;
        JsonNode left = first.get("owner", address).json();
        assertEquals("nobody can know yet", "RUNNING", left.path("state").asText());
        assertTrue(left.toString(), left.path("total").asInt() > 0);
        assertEquals(429, second.post("owner", check, "{}").status());

        // as if its node had been silent for so long
        assertEquals(1, first.box.box().jdbc().sql("update \"" + first.table("BACKGROUND_TASK")
                + "\" set \"TOLD_MILLIS\" = \"TOLD_MILLIS\" - " + Duration.ofMinutes(13).toMillis() + " where \"TASK_KEY\" = ?").param(id)
                .update());
        for (WiredJira node : List.of(first, second)) {
            assertEquals("LOST", node.get("owner", address).json().path("state").asText());
            assertEquals("nothing came of it", 409, node.get("owner", address + "/report").status());
            assertTrue("its page says what to do", node.get("owner", "/plugins/servlet/decision-gates/tasks?id=" + id).body()
                    .contains("start it again"));
        }
        Reply again = second.post("owner", check, "{}");
        assertStatus("once it is lost", 201, again);
        String anew = REST + "/tasks/" + again.json().path("task").asText();
        await().atMost(Duration.ofMinutes(1)).until(() -> first.get("owner", anew).json().path("state").asText(), "DONE"::equals);
        assertEquals("LOST", first.get("owner", address).json().path("state").asText());
        assertEquals(left.path("total").asInt(), first.get("owner", anew + "/report").json().path("total").asInt());
    }

    @Test
    public void startsNoSecondPostgreSqlOnOneFolder() throws Exception {
        java.nio.file.Path folder = BOXES.folder();
        try (PostgresServer running = PostgresServer.start(folder)) {
            IllegalStateException refused = assertThrows(IllegalStateException.class, () -> PostgresServer.start(folder));
            assertTrue(refused.getMessage(), refused.getMessage().contains("still runs"));
            assertTrue(running.url().startsWith("jdbc:postgresql:"));
        }
        PostgresServer.start(folder).close();
    }
}
