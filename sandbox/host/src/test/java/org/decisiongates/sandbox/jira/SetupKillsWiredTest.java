package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.ClassRule;
import org.junit.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Proofs;
import org.decisiongates.sandbox.host.SharedPostgres;

/**
 * Jira is killed again and again while a project is enabled, gets its sample and is taken back. Whatever was under way is asked for once
 * more after the next start: it ends as it does undisturbed, nothing is there twice, and nothing is left over. {@code -Dkills=40} kills
 * that often, as {@code -Dproofs} does; without it twice. What fails at each single statement is in {@link EnablingWiredTest}.
 */
public class SetupKillsWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final String WRITES = "(insert into|update|delete from) (jira_|sandbox_setting)";
    private static final String PROJECT = "/rest/decision-gates/1.0/projects/CUT";
    private static final String NEW = """
            {"key":"CUT","name":"Interrupted","projectTypeKey":"business","lead":"admin",
            "projectTemplateKey":"com.atlassian.jira-core-project-templates:jira-core-project-management"}""";
    private static final List<String> STEPS = List.of("/enable", "/sample", "/undo");
    /** A round of all steps writes less than that. */
    private static final int MOST_WRITES = 60;

    private List<String> before;
    private List<String> enabled;
    private int step;

    @Test
    public void endsAsUndisturbedHoweverOftenJiraIsKilled() throws Exception {
        int kills = Proofs.number("kills", 2, 40);
        Path home = BOXES.folder();
        String database = SharedPostgres.newDatabase();
        JdbcClient rows = JdbcClient.create(new DriverManagerDataSource(database));
        try (JiraProcess first = JiraProcess.start(home, database)) {
            done(first.call("admin", "POST", "/rest/api/2/project", NEW));
            before = schemes(rows);
            done(first.call("admin", "POST", PROJECT + "/enable", "{}"));
            enabled = schemes(rows);
        }
        assertNotEquals(before, enabled);
        for (int kill = 0; kill < kills; kill++) {
            String point = (kill % 2 == 0 ? "after-commit:" : "before-commit:") + (3 + kill * 7 % MOST_WRITES) + ":" + WRITES;
            try (JiraProcess jira = JiraProcess.start(home, database, "--kill", point)) {
                goOnUntilItDies(jira, rows);
                assertTrue(point, jira.diesWithin(Duration.ofSeconds(30)));
            }
        }
        try (JiraProcess last = JiraProcess.start(home, database)) {
            do {
                take(last, rows);
            } while (step != 0);
        }
    }

    private void goOnUntilItDies(JiraProcess jira, JdbcClient rows) throws Exception {
        for (int steps = 0; steps < MOST_WRITES; steps++) {
            try {
                take(jira, rows);
            } catch (IOException died) {
                return;
            }
        }
    }

    /** Takes the step that was under way, or the next one. */
    private void take(JiraProcess jira, JdbcClient rows) throws Exception {
        done(jira.call("admin", "POST", PROJECT + STEPS.get(step), "{}"));
        JsonNode plan = jira.ask(PROJECT + "/set-up-plan").orElseThrow();
        int issues = jira.ask("/rest/api/2/search?jql=project=CUT&maxResults=0").orElseThrow().path("total").asInt();
        boolean undone = STEPS.get(step).equals("/undo");
        assertEquals(plan.toString(), !undone, plan.path("enabled").asBoolean());
        assertEquals("the sample, once", STEPS.get(step).equals("/sample") ? 2 : 0, issues);
        assertEquals(STEPS.get(step), undone ? before : enabled, schemes(rows));
        step = (step + 1) % STEPS.size();
    }

    private static void done(JiraProcess.Reply reply) {
        assertTrue(reply.toString(), reply.done());
    }

    /** What is in the schemes of all projects. */
    private static List<String> schemes(JdbcClient rows) {
        return rows.sql("select 'types ' || scheme_id || ' ' || issue_type from jira_type_scheme_item union all"
                + " select 'screens ' || scheme_id || ' ' || issue_type || ' ' || screen_scheme_id"
                + " from jira_type_screen_scheme_item union all"
                + " select 'workflows ' || scheme_id || ' ' || issue_type || ' ' || workflow from jira_workflow_scheme_item order by 1")
                .query(String.class).list();
    }
}
