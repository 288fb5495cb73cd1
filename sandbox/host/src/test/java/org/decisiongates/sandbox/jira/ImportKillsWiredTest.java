package org.decisiongates.sandbox.jira;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.ClassRule;
import org.junit.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Proofs;
import org.decisiongates.sandbox.host.SharedPostgres;
import org.decisiongates.sandbox.host.TestTime;

/**
 * Jira is killed again and again while a file is imported, and while what came of it is taken out. After the next start the same file is
 * imported again, and the take-out gone on with: in the end every issue is there once, with its row, its comment and its links, and a
 * take-out that was interrupted is the same as one that was not. {@code -Dkills=40} kills that often, as {@code -Dproofs} does; without it
 * twice.
 */
public class ImportKillsWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final String REST = "/rest/decision-gates/1.0";
    private static final String NEW = """
            {"key":"CUT","name":"Interrupted","projectTypeKey":"business","lead":"admin",
            "projectTemplateKey":"com.atlassian.jira-core-project-templates:jira-core-project-management"}""";
    private static final String OF_AN_IMPORT = "(insert into|update) .*"
            + "(jira_issue|jira_comment|jira_link|_imported_issue|_issue_record)\\b";
    private static final String OF_A_TASK = "insert into .*_task_piece\\b";
    private static final List<String> MOMENTS = List.of("after-commit:", "before-commit:", "after-statement:", "before-statement:");
    private static final Set<String> UNDER_WAY = Set.of("QUEUED", "RUNNING");
    private static final int ISSUES = 120;
    /** More than an import of them writes. */
    private static final int MOST_WRITES = 700;
    /** So many pieces are stored before the first issues are taken out. */
    private static final int PIECES_BEFORE = 12;

    /** The take-out that was interrupted last; empty text for none. */
    private String interrupted = "";

    @Test
    public void endsAsUndisturbedHoweverOftenJiraIsKilled() throws Exception {
        int kills = Proofs.number("kills", 2, 40);
        Path home = BOXES.folder();
        String database = SharedPostgres.newDatabase();
        String file = file();
        try (JiraProcess first = JiraProcess.start(home, database)) {
            done(first.call("admin", "POST", "/rest/api/2/project", NEW));
            done(first.call("admin", "POST", REST + "/projects/CUT/enable", "{}"));
        }
        for (int kill = 0; kill < kills; kill++) {
            String point = MOMENTS.get(kill % MOMENTS.size()) + (kill % 2 == 0 ? 100 + kill * 53 % MOST_WRITES + ":" + OF_AN_IMPORT
                    : PIECES_BEFORE + kill / 2 % 4 + ":" + OF_A_TASK);
            try (JiraProcess jira = at(kill, home, database, "--kill", point)) {
                goOnUntilItDies(jira, file);
                assertTrue(point, jira.diesWithin(Duration.ofSeconds(30)));
            }
        }
        try (JiraProcess last = at(kills, home, database)) {
            importAgain(last, file);
            assertEquals(ISSUES, lines(last, file, "FOUND"));
            byte[] resumed = takeOut(last);
            assertArrayEquals(resumed, takeOut(last));
        }
        assertWhole(JdbcClient.create(new DriverManagerDataSource(database)));
    }

    private void goOnUntilItDies(JiraProcess jira, String file) throws Exception {
        try {
            for (int round = 0; round < MOST_WRITES; round++) {
                importAgain(jira, file);
                takeOut(jira);
            }
        } catch (IOException died) {
            // the next process goes on
        }
    }

    /** What was under way when Jira was killed is given up for lost by then. */
    private static JiraProcess at(int kill, Path home, String database, String... more) throws IOException {
        List<String> all = new ArrayList<>(List.of(more));
        all.addAll(List.of("--now", TestTime.CLOCK.instant().plus(Duration.ofMinutes(20L * (kill + 1))).toString()));
        return JiraProcess.start(home, database, all.toArray(String[]::new));
    }

    private static void importAgain(JiraProcess jira, String file) throws Exception {
        imported(jira, file);
    }

    private static int lines(JiraProcess jira, String file, String outcome) throws Exception {
        JsonNode report = jira.ask(REST + "/imports/" + imported(jira, file) + "/report").orElseThrow();
        int[] count = {0};
        report.path("lines").forEach(line -> count[0] += line.path("outcome").asText().equals(outcome) ? 1 : 0);
        return count[0];
    }

    private static String imported(JiraProcess jira, String file) throws Exception {
        String check = ended(jira, jira.call("admin", "POST", REST + "/imports?project=CUT", file));
        return ended(jira, jira.call("admin", "POST", REST + "/imports/" + check, ""));
    }

    /** Goes on with the one that was interrupted, if one was. */
    private byte[] takeOut(JiraProcess jira) throws Exception {
        JiraProcess.Reply started = jira.call("admin", "POST",
                REST + "/take-out?key=CUT" + (interrupted.isEmpty() ? "" : "&earlier=" + interrupted), "");
        done(started);
        interrupted = started.json().path("task").asText();
        String task = ended(jira, started);
        interrupted = "";
        return jira.download("admin", REST + "/take-out/" + task);
    }

    /** The id of the task that was started, once it is done. */
    private static String ended(JiraProcess jira, JiraProcess.Reply started) throws Exception {
        done(started);
        String task = started.json().path("task").asText();
        String[] state = {"QUEUED"};
        await(task).atMost(Duration.ofMinutes(2)).until(() -> {
            state[0] = jira.isAlive() ? jira.ask(REST + "/tasks/" + task).orElseThrow().path("state").asText() : "DIED";
            return !UNDER_WAY.contains(state[0]);
        });
        if (!jira.isAlive()) {
            throw new IOException("it died");
        }
        assertEquals("DONE", state[0]);
        return task;
    }

    private static void done(JiraProcess.Reply reply) {
        assertTrue(reply.toString(), reply.done());
    }

    private static void assertWhole(JdbcClient rows) {
        String ours = "(select id from jira_issue where project_id = (select id from jira_project where project_key = 'CUT'))";
        assertEquals("issues", ISSUES, count(rows, "select count(distinct summary) from jira_issue where id in " + ours));
        assertEquals("no issue twice", ISSUES, count(rows, "select count(*) from jira_issue where id in " + ours));
        assertEquals("comments", ISSUES, count(rows, "select count(*) from jira_comment where issue_id in " + ours));
        assertEquals("links", ISSUES - 1, count(rows, "select count(*) from jira_link where source_id in " + ours));
    }

    private static int count(JdbcClient rows, String sql) {
        return rows.sql(sql).query(Integer.class).single();
    }

    /** Decisions with a risk, each of which blocks the next. */
    private static String file() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode file = mapper.createObjectNode().put("format", 1).put("key", "OLD").put("name", "Old").put("address",
                "https://old.example.com").put("hidden", 0);
        file.putObject("people");
        ArrayNode issues = file.putArray("issues");
        for (int number = 1; number <= ISSUES; number++) {
            ObjectNode issue = issues.addObject().put("id", number).put("key", "OLD-" + number).put("type", "decision")
                    .put("summary", "Imported " + number).put("description", "").put("status", "Draft").put("phase", "DRAFT")
                    .put("created", "2026-11-02T08:00:00Z").put("updated", "2026-11-03T08:00:00Z");
            issue.putObject("fields");
            ArrayNode links = issue.putArray("links");
            if (number < ISSUES) {
                links.addObject().put("type", "Blocks").put("description", "blocks").put("outward", true).put("issue",
                        "OLD-" + (number + 1));
            }
            issue.put("hiddenLinks", 0);
            issue.putArray("records").addObject().put("id", number).putObject("values").put("kind", "risk").put("text", "Queues")
                    .put("state", "OPEN");
            issue.putArray("impact");
            issue.putArray("waivers");
            issue.putArray("gates");
        }
        return mapper.writeValueAsString(file);
    }
}
