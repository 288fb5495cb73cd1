package org.decisiongates.acceptance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** Issues of one project, made and moved over Jira's REST; fields go by the names people see. */
final class JiraIssues {

    private final Product jira;
    private final String project;
    private final Cleanup cleanup;

    JiraIssues(Product jira, String project, Cleanup cleanup) {
        this.jira = jira;
        this.project = project;
        this.cleanup = cleanup;
    }

    /** Id of the issue type with that name in the project. */
    String typeId(String name) {
        for (JsonNode type : jira.get(meta()).orFail().json().path("values")) {
            if (type.path("name").asText().equals(name)) {
                return type.path("id").asText();
            }
        }
        throw new KitException("the project " + project + " has no issue type " + name);
    }

    /** Ids by name of the fields that Jira asks for when an issue of the type is created. */
    Map<String, String> createFields(String typeId) {
        Map<String, String> ids = new LinkedHashMap<>();
        jira.get(meta() + "/" + typeId + "?maxResults=200").orFail().json().path("values")
                .forEach(field -> ids.put(field.path("name").asText(), field.path("fieldId").asText()));
        return ids;
    }

    private String meta() {
        return "/rest/api/2/issue/createmeta/" + project + "/issuetypes";
    }

    Product.Answer create(String typeId, String summary, Map<String, Object> more) {
        Map<String, Object> fields = new LinkedHashMap<>(more);
        fields.put("project", Map.of("key", project));
        fields.put("issuetype", Map.of("id", typeId));
        fields.put("summary", summary);
        Product.Answer answer = jira.post("/rest/api/2/issue", Map.of("fields", fields));
        if (answer.isOk()) {
            String key = answer.json().path("key").asText();
            cleanup.later("issue " + key, () -> jira.delete("/rest/api/2/issue/" + key));
        }
        return answer;
    }

    /** The transition of that name as Jira offers it now, with its fields. */
    JsonNode transition(String issue, String name) {
        for (JsonNode transition : jira.get("/rest/api/2/issue/" + issue + "/transitions?expand=transitions.fields").orFail().json()
                .path("transitions")) {
            if (transition.path("name").asText().equals(name)) {
                return transition;
            }
        }
        throw new KitException("issue " + issue + " offers no transition " + name);
    }

    Product.Answer move(String issue, JsonNode transition, Map<String, Object> fields) {
        return jira.post("/rest/api/2/issue/" + issue + "/transitions",
                Map.of("transition", Map.of("id", transition.path("id").asText()), "fields", fields));
    }

    /** Id of the field with that name on a transition's screen. */
    static String field(JsonNode transition, String name) {
        return transition.path("fields").properties().stream().filter(field -> field.getValue().path("name").asText().equals(name))
                .map(Map.Entry::getKey).findFirst()
                .orElseThrow(() -> new KitException(transition.path("name").asText() + " does not ask for " + name));
    }

    /** Fields of the transition's screen that must be chosen from a list, each with the first choice. */
    static Map<String, Object> firstChoices(JsonNode transition) {
        Map<String, Object> chosen = new LinkedHashMap<>();
        transition.path("fields").properties().forEach(field -> {
            JsonNode choices = field.getValue().path("allowedValues");
            if (field.getValue().path("required").asBoolean() && !choices.isEmpty()) {
                chosen.put(field.getKey(), Map.of("id", choices.get(0).path("id").asText()));
            }
        });
        return chosen;
    }

    /** What a field became last, by Jira's history: the stored value, not the words. */
    Optional<String> lastValue(String issue, String fieldName) {
        Optional<String> last = Optional.empty();
        for (JsonNode group : jira.get("/rest/api/2/issue/" + issue + "?expand=changelog&fields=summary").orFail().json()
                .path("changelog").path("histories")) {
            for (JsonNode item : group.path("items")) {
                if (item.path("field").asText().equals(fieldName)) {
                    last = Optional.of(item.path("to").asText(""));
                }
            }
        }
        return last;
    }
}
