package org.decisiongates.sandbox.jira.data;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** A link of an export, by keys. */
record ExportedLink(String type, String inward, String outward, String source, String destination) {

    static List<ExportedLink> of(JsonNode issue) {
        List<ExportedLink> links = new ArrayList<>();
        String key = issue.path("key").asText();
        for (JsonNode link : issue.path("fields").path("issuelinks")) {
            JsonNode type = link.path("type");
            boolean out = link.has("outwardIssue");
            String other = link.path(out ? "outwardIssue" : "inwardIssue").path("key").asText();
            if (!type.path("name").asText().isEmpty() && !other.isEmpty()) {
                links.add(new ExportedLink(type.path("name").asText(), type.path("inward").asText(type.path("name").asText()),
                        type.path("outward").asText(type.path("name").asText()), out ? key : other, out ? other : key));
            }
        }
        return links;
    }
}
