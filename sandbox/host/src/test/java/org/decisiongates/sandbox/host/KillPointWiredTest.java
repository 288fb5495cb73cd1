package org.decisiongates.sandbox.host;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import kong.unirest.core.RequestBodyEntity;
import kong.unirest.core.UnirestException;
import org.junit.ClassRule;
import org.junit.Test;

/** A Jira process dies at a named moment; the database, which is not its own, tells what was stored by then. */
public class KillPointWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    @Test
    public void keepsWhatWasCommittedAndNothingElse() throws Exception {
        String database = SharedPostgres.newDatabase();
        assertEquals(0, issuesAfterDyingAt(database, "before-commit:1:insert into jira_issue "));
        assertEquals(1, issuesAfterDyingAt(database, "after-commit:1:INSERT INTO jira_issue "));
        assertEquals(1, issuesAfterDyingAt(database, "after-statement:1:insert into jira_issue "));
        assertEquals(1, issuesAfterDyingAt(database, "before-statement:1:insert into jira_issue "));
    }

    @Test
    public void explainsAPointItDoesNotKnow() {
        for (String wrong : List.of("now", "before-commit:0:x", "before-lunch:1:x", "before-commit:1")) {
            assertTrue(
                    assertThrows(IllegalArgumentException.class, () -> KillPoint.parse(wrong)).getMessage().contains("before-statement"));
        }
    }

    /** How many issues there are, seen from outside, after a process tried to create one and died. */
    private static long issuesAfterDyingAt(String database, String point) throws Exception {
        Process jira = launch("--product", "jira", "--home", BOXES.folder().toString(), "--db-url", database, "--kill", point);
        try {
            String base = awaitReady(jira);
            RequestBodyEntity create = RestClient.at(base).post("/rest/api/2/issue").header("Content-Type", "application/json")
                    .basicAuth("admin", "admin")
                    .body("{\"fields\":{\"project\":{\"key\":\"RISK\"},\"issuetype\":{\"name\":\"Task\"},\"summary\":\"Dies\"}}");
            assertThrows(UnirestException.class, create::asString);
            assertTrue(jira.waitFor(30, TimeUnit.SECONDS));
            assertEquals(KillPoint.STATUS, jira.exitValue());
        } finally {
            jira.destroyForcibly();
        }
        try (Connection connection = DriverManager.getConnection(database);
                ResultSet rows = connection.createStatement().executeQuery("select count(*) from jira_issue where summary = 'Dies'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String awaitReady(Process process) throws Exception {
        StringBuilder seen = new StringBuilder();
        BufferedReader reader = process.inputReader();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            seen.append(line).append('\n');
            if (line.startsWith("ready jira ")) {
                new Thread(() -> reader.lines().forEach(rest -> {}), "drain").start();
                return line.substring("ready jira ".length());
            }
        }
        throw new AssertionError("it never was ready:\n" + seen);
    }

    private static Process launch(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "--add-opens", "java.base/java.lang=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), Launcher.class.getName()));
        command.addAll(TestTime.arguments());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
