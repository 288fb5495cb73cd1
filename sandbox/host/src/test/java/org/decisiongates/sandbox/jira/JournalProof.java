package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journal as it is stored, held against Jira's history as REST tells it and {@link ChangelogModel} words it. */
final class JournalProof {

    private final Asker jira;
    private final JdbcClient database;

    JournalProof(Asker jira, JdbcClient database) {
        this.jira = jira;
        this.database = database;
    }

    /** Answers a path of Jira's REST API as its administrator is answered; empty when there is no such thing. */
    interface Asker {
        Optional<JsonNode> ask(String path) throws Exception;
    }

    /** What one side has and the other has not. */
    record Difference(Set<String> missing, Set<String> surplus) {

        boolean isNone() {
            return missing.isEmpty() && surplus.isEmpty();
        }
    }

    /** Compares everything; gated types, of which the model knows nothing, are left out. */
    /** Waits until the journal is what the history is. */
    void await(Duration atMost) {
        Awaitility.await().atMost(atMost).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            Difference difference = difference();
            assertEquals("missing", Set.of(), difference.missing());
            assertEquals("nothing in Jira's history tells of", Set.of(), difference.surplus());
        });
    }

    Difference difference() throws Exception {
        List<JsonNode> issues = issues();
        Map<String, String> ids = issues.stream()
                .collect(Collectors.toMap(issue -> issue.path("key").asText(), issue -> issue.path("id").asText()));
        ChangelogModel model = new ChangelogModel(fieldIds(), key -> ids.getOrDefault(key, idOf(key)));
        Set<String> expected = new TreeSet<>();
        issues.forEach(issue -> expected.addAll(model.lines(issue)));
        Set<String> there = issues.stream().map(issue -> issue.path("id").asText()).collect(Collectors.toSet());
        List<String> journal = lines().stream().filter(line -> !line.contains("|GATED|"))
                // links that the sample brings without a history of theirs
                .filter(line -> !line.substring(0, line.indexOf('|')).matches("\\d+:correction-\\d+:(LINK|SUCCESSOR):.*")).toList();
        Set<String> missing = new TreeSet<>(expected);
        journal.forEach(missing::remove);
        Set<String> surplus = new TreeSet<>(journal);
        surplus.removeAll(expected);
        Set<String> ended = new HashSet<>();
        surplus.stream().filter(line -> line.contains(":gone:DELETED|")).forEach(line -> ended.add(line.substring(0, line.indexOf(':'))));
        // the history of what was deleted is gone; of those the journal must say so, and may say what was before
        Set<String> unended = surplus.stream().map(line -> line.substring(0, line.indexOf(':')))
                .filter(id -> !there.contains(id) && !ended.contains(id))
                .map(id -> id + ":gone:DELETED").collect(Collectors.toCollection(TreeSet::new));
        surplus.removeIf(line -> !there.contains(line.substring(0, line.indexOf(':'))));
        missing.addAll(unended);
        return new Difference(missing, surplus);
    }

    /** Names that the journal holds more than once; none as it should be. */
    Set<String> twice() {
        Set<String> once = new HashSet<>();
        return lines().stream().map(line -> line.substring(0, line.indexOf('|'))).filter(name -> !once.add(name))
                .collect(Collectors.toSet());
    }

    /** Everything in the journal, in the words of {@link ChangelogModel}. */
    List<String> lines() {
        return database.sql(
                "select \"CHANGE_KEY\", \"ISSUE_KEY\", \"PROJECT_ID\", \"ISSUE_KIND\", \"VALUE_BEFORE\", \"VALUE_AFTER\", \"ACTOR_KEY\", \"AT_MILLIS\" from \""
                        + table() + "\" where \"ITEM\" not in ('RELEASE', 'IMPACT', 'RECORD')")
                .query((row, number) -> {
                    List<String> values = new ArrayList<>();
                    for (int column = 1; column <= 8; column++) {
                        values.add(row.getString(column) == null ? "" : row.getString(column).replaceAll(";release-[a-z]+=[^;]*", ""));
                    }
                    return String.join("|", values);
                }).list();
    }

    /** The name of the journal's table. */
    String table() {
        return database.sql("select table_name from information_schema.tables where table_name like 'AO%ISSUE_CHANGE'").query(String.class)
                .single();
    }

    /** Ids of custom fields by name. */
    Map<String, String> fieldIds() throws Exception {
        Map<String, String> ids = new HashMap<>();
        jira.ask("/rest/api/2/field").orElseThrow().forEach(field -> ids.put(field.path("name").asText(), field.path("id").asText()));
        return ids;
    }

    private String idOf(String key) {
        try {
            return jira.ask("/rest/api/2/issue/" + key + "?fields=summary").map(issue -> issue.path("id").asText()).orElse(null);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<JsonNode> issues() throws Exception {
        List<JsonNode> all = new ArrayList<>();
        int total = 1;
        while (all.size() < total) {
            JsonNode page = jira
                    .ask("/rest/api/2/search?jql=issuetype+in+(Decision,Blocker)+order+by+key&expand=changelog&maxResults=500&startAt="
                            + all.size())
                    .orElseThrow();
            page.path("issues").forEach(all::add);
            total = page.path("total").asInt();
        }
        return all;
    }
}
