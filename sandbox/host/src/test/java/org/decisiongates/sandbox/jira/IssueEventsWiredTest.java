package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import com.atlassian.event.api.EventListener;
import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.type.EventType;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.Faults;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.jira.model.ChangeRow;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.TransitionRow;

/** When, where and how often apps hear of what becomes of issues, and what the events carry. */
public class IssueEventsWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static WiredJira jira;

    private final List<IssueEvent> heard = new ArrayList<>();
    private final Listener listener = new Listener(heard::add);

    @BeforeClass
    public static void start() throws Exception {
        jira = WiredJira.start(BOXES, Options.Database.H2);
    }

    @AfterClass
    public static void uninstall() {
        jira.box.uninstall(BuiltPlugin.KEY);
        assertEquals("what the app leaves behind", List.of(), jira.box.leaks());
    }

    @Before
    public void listen() {
        jira.box.box().events().register(listener);
    }

    @After
    public void hushed() {
        jira.faults().heal();
        jira.box.box().events().unregister(listener);
    }

    @Test
    public void namesTheKindOfEveryEventAndTheChangeBehindIt() {
        IssueRow issue = jira.decision("Tells of itself");
        jira.jira.issues().update("lead", issue.id(), new IssueInput().set("summary", "Tells of its summary"));
        jira.jira.issues().assign("lead", issue.id(), "owner");
        jira.jira.issues().comment("lead", issue.id(), "Said.");
        jira.jira.issues().delete("lead", issue.id());
        assertEquals(
                List.of(EventType.ISSUE_CREATED_ID, EventType.ISSUE_UPDATED_ID, EventType.ISSUE_ASSIGNED_ID, EventType.ISSUE_COMMENTED_ID,
                        EventType.ISSUE_DELETED_ID),
                heard.stream().map(IssueEvent::getEventTypeId).toList());
        assertEquals(List.of(false, true, true, false, false), heard.stream().map(event -> event.getChangeLog() != null).toList());
        assertEquals("Said.", heard.get(3).getComment().getBody());
        assertEquals("lead", heard.get(4).getUser().getKey());
        assertEquals("SHOP", heard.get(4).getProject().getKey());
    }

    @Test
    public void carriesTheIdOfTheChangeGroupThatTheHistoryHas() {
        IssueRow issue = jira.create("OPS", "Task", new IssueInput().set("summary", "Moves on"));
        heard.clear();
        TransitionRow first = jira.jira.issues().transitions("lead", issue).get(0);
        assertTrue(jira.jira.issues().transition("lead", issue.id(), first.id(), new IssueInput()).done());
        List<ChangeRow> history = jira.jira.history().of(issue.id());
        assertEquals(List.of(history.get(0).id()), heard.stream().map(event -> event.getChangeLog().getLong("id")).toList());
        assertEquals("workflow", heard.get(0).getParams().get("eventsource"));
    }

    @Test
    public void countsALinkAsAChangeOfBothIssuesButSendsNoEvent() {
        IssueRow one = jira.decision("One");
        IssueRow other = jira.decision("Other");
        heard.clear();
        long type = jira.jira.links().types().get(0).id();
        assertTrue(jira.jira.issues().link("lead", type, one.id(), other.id()).done());
        assertEquals(List.of(), heard);
        for (IssueRow issue : List.of(one, other)) {
            assertEquals("Link", jira.jira.history().of(issue.id()).get(0).items().get(0).field());
            assertEquals(jira.jira.history().of(issue.id()).get(0).at(), jira.jira.issues().byId(issue.id()).orElseThrow().updated());
        }
    }

    @Test
    public void tellsOnTheUsersThreadWhatOthersCanAlreadyRead() {
        List<String> seen = new ArrayList<>();
        Listener reader = new Listener(event -> seen.add(Thread.currentThread().getName() + " " + elsewhere(event.getIssue().getId())));
        jira.box.box().events().register(reader);
        try {
            jira.decision("Committed");
            jira.faults().tellBeforeCommit();
            jira.decision("Not yet");
        } finally {
            jira.box.box().events().unregister(reader);
        }
        String here = Thread.currentThread().getName();
        assertEquals(List.of(here + " true", here + " false"), seen);
    }

    /** Whether another connection finds the issue. */
    private static boolean elsewhere(long id) {
        return CompletableFuture.supplyAsync(() -> jira.box.box().jdbc().sql("select count(*) from jira_issue where id = ?").param(id)
                .query(Long.class).single() == 1).join();
    }

    @Test
    public void tellsNothingOfWhatWasTakenBack() {
        IssueRow issue = jira.decision("Stays");
        heard.clear();
        jira.faults().failStatements(sql -> sql.equals(Faults.COMMIT));
        assertFalse(jira.jira.issues().update("lead", issue.id(), new IssueInput().set("summary", "Is taken back")).done());
        assertEquals(List.of(), heard);
        jira.faults().tellBeforeCommit();
        assertFalse(jira.jira.issues().update("lead", issue.id(), new IssueInput().set("summary", "Is told too early")).done());
        assertEquals(1, heard.size());
    }

    @Test
    public void keepsTheUsersChangeWhenAListenerFails() {
        Listener failing = new Listener(event -> {
            throw new IllegalStateException("on purpose");
        });
        jira.box.box().events().register(failing);
        try {
            assertEquals("Stored", jira.decision("Stored").summary());
        } finally {
            jira.box.box().events().unregister(failing);
        }
    }

    @Test
    public void deliversTwiceNeverOrSwappedWhereATestAsks() {
        Map<Faults.Delivery, List<String>> expected = Map.of(Faults.Delivery.TWICE, List.of("a", "a", "b", "b"), Faults.Delivery.NEVER,
                List.of(),
                Faults.Delivery.SWAPPED, List.of("b", "a"));
        expected.forEach((delivery, names) -> {
            heard.clear();
            jira.faults().deliver(delivery);
            // two small publications each, so ask what of the issue event arrives
            jira.box.box().events().publish(event("a"));
            jira.box.box().events().publish(event("b"));
            jira.faults().heal();
            assertEquals(delivery.toString(), names, heard.stream().map(event -> event.getParams().get("name")).toList());
        });
    }

    private static IssueEvent event(String name) {
        return new IssueEvent(null, Map.of("name", name), null, EventType.ISSUE_UPDATED_ID);
    }

    /** Passes issue events on. */
    public record Listener(Consumer<IssueEvent> to) {

        @EventListener
        public void on(IssueEvent event) {
            to.accept(event);
        }
    }
}
