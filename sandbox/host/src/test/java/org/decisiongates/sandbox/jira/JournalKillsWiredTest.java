package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.decisiongates.sandbox.host.data.PostgresServer;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Jira is killed again and again while people work; afterwards the journal holds what Jira's history holds, and nothing twice. The history is
 * read over REST and put into the journal's words by {@link ChangelogModel}; what people were told was done is in {@link JournalLoad}.
 * {@code -Dkills=50} kills that often; without it a few times.
 */
public class JournalKillsWiredTest {

    @ClassRule
    public static final TemporaryFolder HOMES = new TemporaryFolder();

    private static final String STORES = "insert into jira_change_group";
    private static final String CREATES = "insert into jira_issue ";
    private static final String JOURNALS = "insert into .*ISSUE_CHANGE";
    /** Before and after Jira stores, before and after the journal's row; the last one is {@code kill -9} from outside at no moment in particular. */
    private static final List<String> POINTS = List.of("before-statement:%d:" + STORES, "before-commit:%d:" + STORES, "after-commit:%d:" + STORES,
            "before-statement:%d:" + JOURNALS, "after-commit:%d:" + JOURNALS, "before-commit:%d:" + CREATES, "after-commit:%d:" + CREATES,
            "after-commit:%d:delete from jira_issue", "outside");
    private static final int SETTLED_WITHIN_SECONDS = 90;

    private final Random random = new Random(47);
    private final Map<String, Integer> killed = new java.util.TreeMap<>();
    private int missedAndFound;
    private int checks;

    @Test
    public void holdsWhatJirasHistoryHoldsHoweverOftenJiraIsKilled() throws Exception {
        int kills = Integer.getInteger("kills", 3);
        Path home = HOMES.newFolder().toPath();
        try (PostgresServer database = PostgresServer.start(HOMES.newFolder().toPath())) {
            Map<String, String> fieldIds;
            try (JiraProcess first = JiraProcess.start(home, database.url())) {
                fieldIds = fieldIds(first);
            }
            JournalLoad load = new JournalLoad(fieldIds, 47);
            for (int kill = 0; kill < kills; kill++) {
                String point = String.format(POINTS.get(kill % POINTS.size()), 1 + random.nextInt(12));
                try (JiraProcess jira = point.equals("outside") ? JiraProcess.start(home, database.url())
                        : JiraProcess.start(home, database.url(), "--kill", point)) {
                    missedAndFound += check(jira, database.url(), load);
                    if (jira.isAlive()) {
                        killUnderLoad(jira, point, load);
                    }
                }
            }
            try (JiraProcess last = JiraProcess.start(home, database.url())) {
                missedAndFound += check(last, database.url(), load);
            }
            System.out.println("kills " + killed + ", compared " + checks + " times, operations attempted " + load.attempted + ", acknowledged " + load.acknowledged + ", created "
                    + load.created.size() + ", moved " + load.moved.size() + ", deleted " + load.deleted.size() + ", entries in the journal "
                    + journal(database.url()).size() + ", of these found in Jira's history after a kill " + missedAndFound);
            assertTrue("people got some work done", load.acknowledged.get() > kills);
        }
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
     * Waits until the journal is as it must be after the kill before; says how many entries were found in the history. Entries that are found
     * count as turns, so that Jira may die already while it looks: then the next start has to find what is left.
     */
    private int check(JiraProcess jira, String url, JournalLoad load) throws Exception {
        int before = journal(url).size();
        long deadline = System.nanoTime() + Duration.ofSeconds(SETTLED_WITHIN_SECONDS).toNanos();
        Difference difference;
        try {
            difference = difference(jira, url);
            while (!difference.isNone() && System.nanoTime() < deadline) {
                Thread.sleep(500);
                difference = difference(jira, url);
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            // the answer stops a moment before the process is gone
            if (!jira.diesWithin(Duration.ofSeconds(5))) {
                throw e;
            }
            killed.merge("while it was looking for what was missed", 1, Integer::sum);
            return journal(url).size() - before;
        }
        assertEquals("missing", Set.of(), difference.missing());
        assertEquals("nothing in Jira's history tells of", Set.of(), difference.surplus());
        List<String> journal = journal(url);
        assertEquals("nothing is written down twice", journal.size(), journal.stream().map(line -> line.substring(0, line.indexOf('|'))).distinct().count());
        checkLedger(load, journal);
        checks++;
        return journal.size() - before;
    }

    private void checkLedger(JournalLoad load, List<String> journal) {
        Set<String> told = journal.stream().map(line -> line.split("\\|", -1))
                .map(parts -> parts[0].split(":")[2] + " " + parts[1] + (parts[0].contains(":DUE") ? " " + parts[5] : "")).collect(Collectors.toSet());
        load.created.forEach(key -> assertTrue("Jira said " + key + " was created", told.contains("CREATED " + key)));
        load.deleted.forEach(key -> assertTrue("Jira said " + key + " was deleted", told.contains("DELETED " + key)));
        load.moved.forEach(key -> assertTrue("Jira said " + key + " was moved on", told.contains("PHASE " + key)));
        // a date that was set to what it was already is no change
        load.dated.forEach(dated -> assertTrue("Jira said " + dated + " was set", told.contains("DUE " + dated)
                || journal.stream().anyMatch(line -> line.contains(":CREATED|" + dated.split(" ")[0] + "|") && line.contains("due=" + dated.split(" ")[1]))));
    }

    /** What one side has and the other has not. */
    private record Difference(Set<String> missing, Set<String> surplus) {

        boolean isNone() {
            return missing.isEmpty() && surplus.isEmpty();
        }
    }

    private Difference difference(JiraProcess jira, String url) throws Exception {
        List<JsonNode> issues = issues(jira);
        Map<String, String> ids = issues.stream().collect(Collectors.toMap(issue -> issue.path("key").asText(), issue -> issue.path("id").asText()));
        ChangelogModel model = new ChangelogModel(fieldIds(jira), key -> ids.getOrDefault(key, idOf(jira, key)));
        Set<String> expected = new TreeSet<>();
        issues.forEach(issue -> expected.addAll(model.lines(issue)));
        Set<String> there = issues.stream().map(issue -> issue.path("id").asText()).collect(Collectors.toSet());
        List<String> journal = journal(url).stream().filter(line -> !line.contains("|GATED|")).toList();
        Set<String> missing = new TreeSet<>(expected);
        journal.forEach(missing::remove);
        Set<String> surplus = new TreeSet<>(journal);
        surplus.removeAll(expected);
        Set<String> ended = new HashSet<>();
        surplus.stream().filter(line -> line.contains(":gone:DELETED|")).forEach(line -> ended.add(line.substring(0, line.indexOf(':'))));
        // the history of what was deleted is gone; of those the journal must say so, and may say what was before
        Set<String> unended = surplus.stream().map(line -> line.substring(0, line.indexOf(':'))).filter(id -> !there.contains(id) && !ended.contains(id))
                .map(id -> id + ":gone:DELETED").collect(Collectors.toCollection(TreeSet::new));
        surplus.removeIf(line -> !there.contains(line.substring(0, line.indexOf(':'))));
        missing.addAll(unended);
        return new Difference(missing, surplus);
    }

    private static String idOf(JiraProcess jira, String key) {
        try {
            JiraProcess.Reply reply = jira.call("admin", "GET", "/rest/api/2/issue/" + key + "?fields=summary", null);
            return reply.done() ? reply.json().path("id").asText() : null;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<JsonNode> issues(JiraProcess jira) throws Exception {
        List<JsonNode> all = new ArrayList<>();
        int total = 1;
        while (all.size() < total) {
            JsonNode page = jira.get("/rest/api/2/search?jql=issuetype+in+(Decision,Blocker)+order+by+key&expand=changelog&maxResults=500&startAt=" + all.size());
            page.path("issues").forEach(all::add);
            total = page.path("total").asInt();
        }
        return all;
    }

    private static Map<String, String> fieldIds(JiraProcess jira) throws Exception {
        Map<String, String> ids = new HashMap<>();
        jira.get("/rest/api/2/field").forEach(field -> ids.put(field.path("name").asText(), field.path("id").asText()));
        return ids;
    }

    /** Everything in the journal, in the words of {@link ChangelogModel}. */
    private static List<String> journal(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            String table = null;
            try (ResultSet tables = connection.createStatement().executeQuery("select table_name from information_schema.tables where table_name like 'AO%ISSUE_CHANGE'")) {
                tables.next();
                table = tables.getString(1);
            }
            List<String> lines = new ArrayList<>();
            try (ResultSet rows = connection.createStatement().executeQuery("select \"CHANGE_KEY\", \"ISSUE_KEY\", \"PROJECT_ID\", \"ISSUE_KIND\", \"VALUE_BEFORE\","
                    + " \"VALUE_AFTER\", \"ACTOR_KEY\", \"AT_MILLIS\" from \"" + table + "\" where \"ITEM\" not in ('RELEASE', 'IMPACT')")) {
                while (rows.next()) {
                    String line = "";
                    for (int column = 1; column <= 8; column++) {
                        String value = rows.getString(column) == null ? "" : rows.getString(column);
                        line += (column == 1 ? "" : "|") + value.replaceAll(";release-[a-z]+=[^;]*", "");
                    }
                    lines.add(line);
                }
            }
            return lines;
        }
    }
}
