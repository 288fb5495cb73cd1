package org.decisiongates.sandbox.jira;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.awaitility.core.ConditionTimeoutException;
import org.junit.ClassRule;
import org.junit.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Proofs;
import org.decisiongates.sandbox.host.SharedPostgres;

/**
 * Jira is killed again and again while people work; afterwards the journal holds what Jira's history holds, and nothing twice. The
 * history is read over REST and put into the journal's words by {@link ChangelogModel}; what people were told was done is in
 * {@link JournalLoad}. {@code -Dkills=50} kills that often, as {@code -Dproofs} does; without it twice.
 */
public class JournalKillsWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final String STORES = "insert into jira_change_group";
    private static final String CREATES = "insert into jira_issue ";
    private static final String JOURNALS = "insert into .*ISSUE_CHANGE";
    /**
     * Before and after Jira stores, before and after the journal's row; the last one is {@code kill -9} from outside at no moment in
     * particular.
     */
    private static final List<String> POINTS = List.of("before-statement:%d:" + STORES, "before-commit:%d:" + STORES,
            "after-commit:%d:" + STORES,
            "before-statement:%d:" + JOURNALS, "after-commit:%d:" + JOURNALS, "before-commit:%d:" + CREATES, "after-commit:%d:" + CREATES,
            "after-commit:%d:delete from jira_issue", "outside");
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(90);

    private final Random random = new Random(47);
    private final Map<String, Integer> killed = new java.util.TreeMap<>();
    private int missedAndFound;
    private int checks;

    @Test
    public void holdsWhatJirasHistoryHoldsHoweverOftenJiraIsKilled() throws Exception {
        int kills = Proofs.number("kills", 2, 50);
        Path home = BOXES.folder();
        String database = SharedPostgres.newDatabase();
        Map<String, String> fieldIds;
        try (JiraProcess first = JiraProcess.start(home, database)) {
            fieldIds = proof(first, database).fieldIds();
        }
        JournalLoad load = new JournalLoad(fieldIds, 47);
        for (int kill = 0; kill < kills; kill++) {
            String point = String.format(POINTS.get(kill % POINTS.size()), 1 + random.nextInt(12));
            try (JiraProcess jira = point.equals("outside") ? JiraProcess.start(home, database)
                    : JiraProcess.start(home, database, "--kill", point)) {
                missedAndFound += check(jira, database, load);
                if (jira.isAlive()) {
                    killUnderLoad(jira, point, load);
                }
            }
        }
        try (JiraProcess last = JiraProcess.start(home, database)) {
            missedAndFound += check(last, database, load);
        }
        int entries = proof(null, database).lines().size();
        System.out.println("kills " + killed + ", compared " + checks + " times, operations attempted " + load.attempted + ", acknowledged "
                + load.acknowledged + ", created "
                + load.created.size() + ", moved " + load.moved.size() + ", deleted " + load.deleted.size() + ", entries in the journal "
                + entries + ", of these found in Jira's history after a kill " + missedAndFound);
        assertTrue("people got some work done", load.acknowledged.get() > kills);
    }

    @Test
    public void aHistoryThatWasReadHalfIsReadToItsEndAtTheNextStart() throws Exception {
        Path home = BOXES.folder();
        String database = SharedPostgres.newDatabase();
        JdbcClient rows = JdbcClient.create(new DriverManagerDataSource(database));
        String filled = "select content from sandbox_setting where name like '%journal.filled.' || (select id from jira_project where project_key = 'SHOP')";
        try (JiraProcess first = JiraProcess.start(home, database)) {
            JournalProof proof = proof(first, database);
            String owner = proof.fieldIds().get("Owner");
            for (int i = 0; i < 120; i++) {
                JiraProcess.Reply made = first.call("lead", "POST", "/rest/api/2/issue",
                        "{\"fields\":{\"project\":{\"key\":\"SHOP\"},\"issuetype\":{\"name\":\"Decision\"},\"summary\":\"One of many\"}}");
                first.call("lead", "PUT", "/rest/api/2/issue/" + made.json().path("key").asText(),
                        "{\"fields\":{\"" + owner + "\":{\"name\":\"owner\"}}}");
            }
            settle(proof);
            first.kill();
            // what was touched lately, or is not known at all, would be found without reading the whole history
            rows.sql("update jira_issue set updated = updated - 3600000").update();
            rows.sql("delete from \"" + proof.table()
                    + "\" where \"ITEM\" = 'OWNER' and \"ISSUE_ID\" in (select id from jira_issue where summary = 'One of many')").update();
            rows.sql("delete from sandbox_setting where name like '%journal.filled.%'").update();
        }
        try (JiraProcess second = JiraProcess.start(home, database, "--kill", "before-statement:60:" + JOURNALS)) {
            assertTrue("it dies while it reads", second.diesWithin(Duration.ofSeconds(60)));
        }
        String half = rows.sql(filled).query(String.class).single();
        // in an order that differs from one process to the next
        assertTrue(half, List.of(half.split(";")).contains("done=100") && !half.contains("total=100"));
        try (JiraProcess third = JiraProcess.start(home, database)) {
            settle(proof(third, database));
            int issues = third.ask("/rest/api/2/search?jql=project=SHOP&maxResults=0").orElseThrow().path("total").asInt();
            String whole = "\"journal\":{\"done\":" + issues + ",\"total\":" + issues + ",\"failed\":0,\"complete\":true}";
            await().atMost(Duration.ofMinutes(1)).until(() -> third.ask("/rest/decision-gates/1.0/projects").orElseThrow().toString(),
                    recorded -> recorded.contains(whole));
        }
    }

    /** Waits until the journal is what the history is. */
    private static void settle(JournalProof proof) throws Exception {
        proof.await(SETTLED_WITHIN);
        assertEquals("written down twice", Set.of(), proof.twice());
    }

    private void killUnderLoad(JiraProcess jira, String point, JournalLoad load) throws Exception {
        List<Thread> people = load.on(jira);
        if (point.equals("outside")) {
            Thread.sleep(500 + random.nextInt(2500));
            jira.kill();
        } else if (!jira.diesWithin(Duration.ofSeconds(40))) {
            // nobody came by that point in time
            jira.kill();
            killed.merge("outside, the point not reached", 1, Integer::sum);
            point = "";
        }
        for (Thread person : people) {
            person.join(60_000);
        }
        if (!point.isEmpty()) {
            killed.merge(point.replaceFirst(":\\d+:", " "), 1, Integer::sum);
        }
    }

    /**
     * Waits until the journal is as it must be after the kill before; says how many entries were found in the history. Entries that are
     * found count as turns, so that Jira may die already while it looks: then the next start has to find what is left.
     */
    private int check(JiraProcess jira, String url, JournalLoad load) throws Exception {
        JournalProof proof = proof(jira, url);
        int before = proof.lines().size();
        try {
            proof.await(SETTLED_WITHIN);
        } catch (Exception e) {
            // the answer stops a moment before the process is gone
            if (e instanceof ConditionTimeoutException || !jira.diesWithin(Duration.ofSeconds(5))) {
                throw e;
            }
            killed.merge("while it was looking for what was missed", 1, Integer::sum);
            return proof.lines().size() - before;
        }
        List<String> journal = proof.lines();
        assertEquals("nothing is written down twice", Set.of(), proof.twice());
        checkLedger(load, journal);
        checks++;
        return journal.size() - before;
    }

    private void checkLedger(JournalLoad load, List<String> journal) {
        Set<String> recorded = journal.stream().map(line -> line.split("\\|", -1))
                .map(parts -> parts[0].split(":")[2] + " " + parts[1] + (parts[0].contains(":DUE") ? " " + parts[5] : ""))
                .collect(Collectors.toSet());
        load.created.forEach(key -> assertTrue("Jira said " + key + " was created", recorded.contains("CREATED " + key)));
        load.deleted.forEach(key -> assertTrue("Jira said " + key + " was deleted", recorded.contains("DELETED " + key)));
        load.moved.forEach(key -> assertTrue("Jira said " + key + " was moved on", recorded.contains("PHASE " + key)));
        // a date that was set to what it was already is no change
        load.dated.forEach(dated -> assertTrue("Jira said " + dated + " was set", recorded.contains("DUE " + dated)
                || journal.stream().anyMatch(
                        line -> line.contains(":CREATED|" + dated.split(" ")[0] + "|") && line.contains("due=" + dated.split(" ")[1]))));
    }

    private static JournalProof proof(JiraProcess jira, String url) {
        return new JournalProof(path -> jira.ask(path), JdbcClient.create(new DriverManagerDataSource(url)));
    }
}
