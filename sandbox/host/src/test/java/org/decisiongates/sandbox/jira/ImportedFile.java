package org.decisiongates.sandbox.jira;

import static org.awaitility.Awaitility.await;
import static org.decisiongates.sandbox.jira.WiredJira.assertStatus;
import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A file that the built jar has imported.
 *
 * @param plan   what it said it would do
 * @param report what it said it had done
 */
record ImportedFile(JsonNode plan, JsonNode report) {

    static final String IMPORTS = "/rest/decision-gates/1.0/imports";
    private static final String TASKS = "/rest/decision-gates/1.0/tasks/";

    /** Has a file checked and imported as the administrator, and waits for both. @param people the mapping, JSON */
    static ImportedFile of(WiredJira wired, String file, String project, String people) throws Exception {
        String check = started(wired, IMPORTS + "?project=" + project, file);
        JsonNode plan = wired.get("admin", IMPORTS + "/" + check).json();
        String done = started(wired, IMPORTS + "/" + check, people);
        WiredJira.Reply report = wired.get("admin", IMPORTS + "/" + done + "/report");
        assertStatus("report", 200, report);
        return new ImportedFile(plan, report.json());
    }

    private static String started(WiredJira wired, String path, String body) throws Exception {
        WiredJira.Reply started = wired.call("admin", "POST", path, WiredJira.JSON, body);
        assertStatus(path + started.body(), 201, started);
        String task = started.json().path("task").asText();
        await().atMost(Duration.ofMinutes(5)).until(() -> wired.get("admin", TASKS + task).json().path("state").asText(),
                state -> !state.equals("QUEUED") && !state.equals("RUNNING"));
        assertEquals("DONE", wired.get("admin", TASKS + task).json().path("state").asText());
        return task;
    }

    /** Keys there by keys here. */
    Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        report.path("lines").forEach(line -> keys.put(line.path("to").asText(), line.path("from").asText()));
        return keys;
    }

    /** What is different of all issues, in the order of the file. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        report.path("lines").forEach(line -> line.path("notes").forEach(note -> notes.add(note.asText())));
        return notes;
    }

    /** How many issues of the file came to this. */
    long count(String outcome) {
        long[] count = {0};
        report.path("lines").forEach(line -> count[0] += line.path("outcome").asText().equals(outcome) ? 1 : 0);
        return count[0];
    }
}
