package org.decisiongates.sandbox.jira;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.springframework.transaction.support.TransactionTemplate;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.RunningBox;
import org.decisiongates.sandbox.host.SharedPostgres;
import org.decisiongates.sandbox.host.StatementLog;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;

/** What two nodes of one Jira know of policies, and when. */
public class PoliciesWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static Node first;
    private static Node second;
    private static int keys;

    private final String key = "decision-" + keys++;

    @BeforeClass
    public static void start() throws Exception {
        String database = SharedPostgres.newDatabase();
        CompletableFuture<Node> other = CompletableFuture.supplyAsync(() -> new Node(database, "node2"));
        first = new Node(database, "node1");
        second = other.get(120, TimeUnit.SECONDS);
    }

    @Before
    public void hearEachOther() {
        first.box.box().options().faults().heal();
        second.box.box().options().faults().heal();
    }

    @Test
    public void usesAtOnceWhatItStoredItselfAndSoonWhatAnotherNodeStored() {
        first.append(key, 1);
        assertEquals(List.of(1), first.versions(key));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertEquals(List.of(1), second.versions(key)));

        second.append(key, 2);
        assertEquals(List.of(2), second.versions(key));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertEquals(List.of(2), first.versions(key)));
    }

    @Test
    public void asksTheDatabaseNothingWhileNobodyTells() {
        first.append(key, 1);
        first.versions(key);
        // what the nodes told each other has arrived
        await().during(Duration.ofSeconds(1)).until(() -> first.statementsOf(() -> first.versions(key)) == 0);
        Object inForce = first.inForce();

        assertEquals(0, first.statementsOf(() -> {
            for (int i = 0; i < 1_000; i++) {
                assertSame(inForce, first.inForce());
            }
        }));
    }

    @Test
    public void findsWithinAMinuteWhatItWasNotTold() {
        deafen();
        first.append(key, 1);
        await().during(Duration.ofSeconds(1)).until(() -> second.versions(key).isEmpty());

        second.runJob();
        assertEquals(List.of(1), second.versions(key));
        Object inForce = second.inForce();
        assertEquals("comparing costs two statements", 2, second.statementsOf(second::runJob));
        assertSame("and what did not change stays the same object", inForce, second.inForce());
    }

    @Test
    public void findsAVersionThatWasToldBeforeItsCommit() {
        first.box.box().options().faults().storesJoin();
        try {
            new TransactionTemplate(first.box.box().transactions()).executeWithoutResult(open -> {
                first.append(key, 1);
                await().during(Duration.ofSeconds(1)).until(() -> second.versions(key).isEmpty());
            });
        } finally {
            first.box.box().options().faults().storesStandAlone();
        }
        second.runJob();
        assertEquals(List.of(1), second.versions(key));
    }

    @Test
    public void refusesAtATransitionByWhatTheOtherNodeStored() {
        WiredJira there = WiredJira.around(second.box, second.product.jira());
        GatedWorkflow.named(there, key).policyGate(4, key + "/start").usedBy("RISK");
        IssueRow task = there.create("RISK", "Task", new IssueInput().set("summary", "Has no due date"));
        first.append(key, 1, gates("enforce"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertEquals(List.of(1), second.versions(key)));
        assertFalse(there.jira.issues().transition("lead", task.id(), 4, new IssueInput()).done());

        first.append(key, 2, gates("advise"));
        await().atMost(Duration.ofSeconds(20)).until(() -> there.jira.issues().transition("lead", task.id(), 4, new IssueInput()).done());
        assertEquals(List.of(2), second.versions(key));
    }

    private static String gates(String enforcement) {
        return "[{\"key\":\"start\",\"name\":\"Start\",\"enforcement\":\"" + enforcement
                + "\",\"rules\":[{\"rule\":\"has-due-date\"}]}]";
    }

    @Test
    public void keepsWhatItKnowsWhileTheDatabaseIsDown() {
        first.append(key, 1);
        first.versions(key);
        await().during(Duration.ofSeconds(1)).until(() -> first.statementsOf(() -> first.versions(key)) == 0);
        Object inForce = first.inForce();
        first.box.box().options().faults().databaseDown();
        first.runJob();
        assertSame(inForce, first.inForce());
        first.box.box().options().faults().heal();
        first.append(key, 2);
        assertNotSame(inForce, first.inForce());
        assertEquals(List.of(2), first.versions(key));
    }

    /** From now on neither node hears of the other, and what was on its way has arrived. */
    private static void deafen() {
        List.of(first, second).forEach(node -> node.box.box().options().faults().loseInvalidations());
        await().during(Duration.ofSeconds(1)).until(() -> second.statementsOf(second::inForce) == 0);
    }

    /** A node, and the app's policies on it. */
    private static final class Node {

        private final JiraProduct product = new JiraProduct();
        private final RunningBox box;
        private final AppPolicies policies;

        Node(String database, String name) {
            box = BOXES.start(product, BOXES.options().withDatabaseUrl(database).withNode(name), BuiltPlugin.jar());
            policies = AppPolicies.of(box);
        }

        Object inForce() {
            return policies.inForce();
        }

        List<Integer> versions(String key) {
            return policies.versions(key);
        }

        void append(String key, int version) {
            append(key, version, "[]");
        }

        void append(String key, int version, String gates) {
            policies.append(version, "{\"format\":1,\"key\":\"" + key + "\",\"name\":\"Decisions\",\"issueType\":\"decision\",\"gates\":"
                    + gates + "}");
        }

        void runJob() {
            policies.compare();
        }

        /** How many statements to the table of policies something sends. */
        int statementsOf(Runnable work) {
            StatementLog log = box.logStatements();
            work.run();
            List<String> sent = log.sent().with("POLICY_VERSION").sql();
            assertTrue(sent.toString(), sent.stream().allMatch(sql -> sql.startsWith("SELECT")));
            return sent.size();
        }
    }
}
