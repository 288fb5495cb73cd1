package org.decisiongates.sandbox.jira;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.slf4j.LoggerFactory;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.Faults;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;

/** The app is disabled while people go on working, or while it is reading their history; enabled again it misses nothing. */
@RunWith(Parameterized.class)
public class AwayWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final String TASKS = "/rest/decision-gates/1.0/tasks/";
    private static final int MANY = 150;
    private static WiredJira wired;

    public AwayWiredTest(Options.Database database) {
        BOXES.on(database, () -> wired = WiredJira.start(BOXES, database));
    }

    @Parameters(name = "{0}")
    public static Options.Database[] databases() {
        return Options.Database.values();
    }

    @Test
    public void findsWhatHappenedWhileItWasDisabled() throws Exception {
        IssueRow known = decision("Known before");
        IssueRow doomed = decision("Deleted meanwhile");
        wired.box.uninstall(BuiltPlugin.KEY);
        assertEquals(List.of(), wired.box.leaks());
        edit(known, "duedate", TestTime.today().plusDays(9).toString());
        edit(known, wired.field("Owner"), "lead");
        IssueRow born = decision("Born meanwhile");
        edit(born, wired.field("Owner"), "");
        wired.jira.issues().remove("lead", doomed);
        int before = wired.proof().lines().size();
        assertEquals("nobody listens", 5, wired.proof().difference().missing().size());
        wired.box.install(BuiltPlugin.jar());
        assertEverythingIsFound();
        assertEquals(before + 5, wired.proof().lines().size());
    }

    @Test
    public void tellsOfBackgroundTasksAndLosesThoseThatItIsStoppedIn() throws Exception {
        AtomicReference<Optional<String>> actor = new AtomicReference<>();
        String done = BackgroundTasks.start(wired, "owner", progress -> {
            actor.set(wired.box.box().currentUser().key());
            progress.total(3);
            progress.done(2);
        });
        assertEquals("DONE 3 of 3", task(done, "DONE"));
        assertEquals("who is logged in where the work is done", Optional.of("owner"), actor.get());
        String cancelled = endless();
        assertEquals("RUNNING 42 of 310", task(cancelled, "RUNNING"));
        assertEquals(204, wired.call("owner", "DELETE", TASKS + cancelled, null, null).status());
        assertEquals("CANCELLED 42 of 310", task(cancelled, "CANCELLED"));
        String lost = endless();
        task(lost, "RUNNING");

        wired.box.uninstall(BuiltPlugin.KEY);
        assertEquals(List.of(), wired.box.leaks());
        wired.box.install(BuiltPlugin.jar());

        assertEquals("LOST 42 of 310", task(lost, "LOST"));
        assertEquals("DONE 3 of 3", task(done, "DONE"));
        assertEquals("DONE 0 of 0", task(BackgroundTasks.start(wired, "owner", progress -> {}), "DONE"));
    }

    private static String endless() {
        return BackgroundTasks.start(wired, "owner", progress -> {
            progress.done(42);
            progress.total(310);
            while (true) {
                progress.done(42);
                Thread.yield();
            }
        });
    }

    /** How the task stands as soon as it is in this state. */
    private static String task(String id, String state) {
        JsonNode task = await().atMost(Duration.ofMinutes(1)).until(() -> wired.get("owner", TASKS + id).json(),
                seen -> seen.path("state").asText().equals(state));
        return state + " " + task.path("done").asInt() + " of " + task.path("total").asInt();
    }

    @Test
    public void endsAtOnceWhileItReadsHistoryAndGoesOnWhenItIsBack() throws Exception {
        wired.faults().deliver(Faults.Delivery.NEVER);
        List<IssueRow> unheard = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            unheard.add(decision("Not heard of " + i));
        }
        AtomicInteger inserts = new AtomicInteger();
        CountDownLatch half = new CountDownLatch(1);
        wired.faults().failStatements(sql -> {
            String statement = sql.toUpperCase(Locale.ROOT);
            if (statement.startsWith("INSERT") && statement.contains("ISSUE_CHANGE") && inserts.incrementAndGet() >= MANY / 2) {
                half.countDown();
                // leaves the stop its time to come in between
                pause();
            }
            return false;
        });
        Queue<ILoggingEvent> events;
        try (Ear ear = new Ear()) {
            events = ear.heard;
            wired.post("admin", "/rest/decision-gates/1.0/projects/SHOP/enable", "{}");
            assertTrue(half.await(60, TimeUnit.SECONDS));
            wired.box.uninstall(BuiltPlugin.KEY);
        }
        wired.faults().heal();
        assertTrue("it was stopped in the middle: " + inserts, inserts.get() < MANY);
        List<String> lines = events.stream().map(event -> event.getLevel() + " " + event.getFormattedMessage()).toList();
        assertEquals(lines.toString(), 0, events.stream().filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN)).count());
        assertEquals(lines.toString(), 1, lines.stream().filter(line -> line.contains("project SHOP: the app is being stopped")).count());
        assertFalse("the database goes on", wired.jira.issues().idsOf(shop()).isEmpty());
        assertTrue(wired.proof().difference().missing().size() > 10);

        wired.box.install(BuiltPlugin.jar());
        assertEverythingIsFound();
        JsonNode progress = await().atMost(Duration.ofMinutes(2)).until(AwayWiredTest::progress, now -> now.path("complete").asBoolean());
        int issues = wired.jira.issues().idsOf(shop()).size();
        assertEquals("{\"done\":" + issues + ",\"total\":" + issues + ",\"failed\":0,\"complete\":true}", progress.toString());
    }

    private static JsonNode progress() throws Exception {
        for (JsonNode project : wired.get("admin", "/rest/decision-gates/1.0/projects").json().path("projects")) {
            if (project.path("key").asText().equals("SHOP")) {
                return project.path("journal");
            }
        }
        throw new AssertionError("SHOP is not there");
    }

    private static void assertEverythingIsFound() throws Exception {
        wired.proof().await(Duration.ofSeconds(60));
        assertEquals("written down twice", Set.of(), wired.proof().twice());
    }

    private static long shop() {
        return wired.jira.projects().byKey("SHOP").orElseThrow().id();
    }

    private static IssueRow decision(String summary) {
        return wired.create("SHOP", "Decision", new IssueInput().set("summary", summary).set(wired.field("Owner"), "owner"));
    }

    private static void edit(IssueRow issue, String field, String value) {
        assertTrue(wired.jira.issues().update("lead", issue.id(), new IssueInput().set(field, value)).done());
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hears what the app logs. */
    private static final class Ear extends AppenderBase<ILoggingEvent> implements AutoCloseable {

        private final Queue<ILoggingEvent> heard = new ConcurrentLinkedQueue<>();
        private final Logger logger = (Logger) LoggerFactory.getLogger("org.decisiongates.jira");
        private final Level level = logger.getLevel();

        Ear() {
            logger.setLevel(Level.INFO);
            setContext(logger.getLoggerContext());
            start();
            logger.addAppender(this);
        }

        @Override
        protected void append(ILoggingEvent event) {
            heard.add(event);
        }

        @Override
        public void close() {
            logger.detachAppender(this);
            logger.setLevel(level);
        }
    }
}
