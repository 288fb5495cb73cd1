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
 * typed into it, and makes the transition.
 */
final class RepairScript {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String LINE = "decisionGates: ";

    private final WiredJira wired;
    private final String login;
    /** What it types, by control. */
    private final Map<String, Object> values;

    RepairScript(WiredJira wired, String login, Map<String, Object> values) {
        this.wired = wired;
        this.login = login;
        this.values = values;
    }

    /** What it had to supply, by field; throws when the issue does not move. */
    Map<String, String> move(String key, int transition) throws Exception {
        Map<String, String> supplied = new LinkedHashMap<>();
        JsonNode before = readiness(key, transition);
        ObjectNode fields = MAPPER.createObjectNode();
        before.path("rules").forEach(rule -> {
            if (rule.path("missing").asBoolean()) {
                rule.path("findings").forEach(finding -> {
                    fields.set(finding.path("field").asText(), MAPPER.valueToTree(values.get(finding.path("control").asText())));
                    supplied.put(finding.path("field").asText(), rule.path("rule").asText());
                });
            }
        });
        Reply edited = wired.call(login, "PUT", "/rest/api/2/issue/" + key, WiredJira.JSON,
                MAPPER.writeValueAsString(Map.of("fields", fields)));
        if (edited.status() != 204) {
            throw new IllegalStateException("Jira does not take the fields: " + edited.body());
        }
        String state = readiness(key, transition).path("state").asText();
        Reply moved = transition(key, transition);
        if (!state.equals("READY") || moved.status() != 204) {
            throw new IllegalStateException(state + " and " + moved.status() + ": " + moved.body());
        }
        return supplied;
    }

    Reply transition(String key, int transition) {
        return wired.post(login, "/rest/api/2/issue/" + key + "/transitions", "{'transition':{'id':'" + transition + "'}}");
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

    /** Rule, result, field and finding of everything that is missing, a text each. */
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
                + finding.path("finding").asText();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
