package org.decisiongates.sandbox.jira;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.decisiongates.sandbox.jira.WiredJira.Reply;

/**
 * A program that moves issues and knows of the app no more than what is answered: it asks what is missing, supplies each field by what is
 * typed into it, each record by rows of its kind and a note by the comment, and makes the transition. What takes a choice among other
 * issues it leaves to people.
 */
final class RepairScript {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String LINE = "decisionGates: ";

    private final WiredJira wired;
    private final String login;
    /** What it types, by control. */
    private final Map<String, Object> values;
    /** What it records, by kind of rows. */
    private final Map<String, List<Map<String, String>>> rows;
    private final String comment;

    RepairScript(WiredJira wired, String login, Map<String, Object> values, Map<String, List<Map<String, String>>> rows, String comment) {
        this.wired = wired;
        this.login = login;
        this.values = values;
        this.rows = rows;
        this.comment = comment;
    }

    /** Why it had to supply what: rules by field, by kind of rows, or by {@code comment}; throws when the issue does not move. */
    Map<String, String> move(String key, int transition) throws Exception {
        Map<String, String> supplied = new LinkedHashMap<>();
        ObjectNode fields = MAPPER.createObjectNode();
        boolean commented = false;
        for (JsonNode rule : readiness(key, transition).path("rules")) {
            for (JsonNode finding : rule.path("missing").asBoolean() || rule.path("askedAtTransition").asBoolean() ? rule.path("findings")
                    : MAPPER.createArrayNode()) {
                String what = switch (finding.path("fix").asText()) {
                    case "FIELD" -> finding.path("field").asText();
                    case "RECORD" -> finding.path("rows").asText();
                    case "TRANSITION" -> "comment";
                    default -> throw new IllegalStateException("Only a person can supply this: " + finding);
                };
                switch (finding.path("fix").asText()) {
                    case "FIELD" -> fields.set(what, MAPPER.valueToTree(values.get(finding.path("control").asText())));
                    case "RECORD" -> record(key, what);
                    default -> commented = true;
                }
                supplied.put(what, rule.path("rule").asText());
            }
        }
        if (!fields.isEmpty()) {
            took(204, wired.call(login, "PUT", "/rest/api/2/issue/" + key, WiredJira.JSON,
                    MAPPER.writeValueAsString(Map.of("fields", fields))));
        }
        String state = readiness(key, transition).path("state").asText();
        if (!state.equals(commented ? "ASKED_AT_TRANSITION" : "READY")) {
            throw new IllegalStateException(state + " after " + supplied);
        }
        took(204, commented ? transition(key, transition, ",'update':{'comment':[{'add':{'body':'" + comment + "'}}]}")
                : transition(key, transition));
        return supplied;
    }

    private void record(String key, String kind) throws Exception {
        for (Map<String, String> row : rows.get(kind)) {
            took(201, wired.call(login, "POST", "/rest/decision-gates/1.0/issue/" + key + "/records/" + kind, WiredJira.JSON,
                    MAPPER.writeValueAsString(row)));
        }
    }

    private static void took(int status, Reply reply) {
        if (reply.status() != status) {
            throw new IllegalStateException(reply.status() + ": " + reply.body());
        }
    }

    Reply transition(String key, int transition) {
        return transition(key, transition, "");
    }

    private Reply transition(String key, int transition, String more) {
        return wired.post(login, "/rest/api/2/issue/" + key + "/transitions", "{'transition':{'id':'" + transition + "'}" + more + "}");
    }

    JsonNode readiness(String key, int transition) throws Exception {
        Reply reply = wired.get(login, "/rest/decision-gates/1.0/issue/" + key + "/readiness?transition=" + transition);
        if (reply.status() != 200) {
            throw new IllegalStateException(reply.status() + ": " + reply.body());
        }
        return reply.json().at("/transitions/0");
    }

    /** What a refusal says to programs, read out of nothing but its messages. */
    static JsonNode keysOf(Reply refusal) throws Exception {
        String messages = String.join(" | ", texts(refusal.json().path("errorMessages")));
        return MAPPER.readTree(messages.substring(messages.indexOf(LINE) + LINE.length()));
    }

    /** Rule, result, field, kind of rows and finding of everything that is missing, a text each. */
    static List<String> missing(JsonNode transition) {
        List<String> missing = new ArrayList<>();
        transition.path("rules").forEach(rule -> {
            if (rule.path("missing").asBoolean()) {
                rule.path("findings").forEach(finding -> missing.add(line(rule, finding)));
            }
        });
        return missing;
    }

    /** The same of a refusal. */
    static List<String> refused(JsonNode keys) {
        List<String> missing = new ArrayList<>();
        keys.path("missing").forEach(one -> missing.add(line(one, one)));
        return missing;
    }

    private static String line(JsonNode rule, JsonNode finding) {
        return rule.path("rule").asText() + " " + rule.path("result").asText() + " " + finding.path("field").asText("") + " "
                + finding.path("rows").asText("") + " " + finding.path("finding").asText();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
