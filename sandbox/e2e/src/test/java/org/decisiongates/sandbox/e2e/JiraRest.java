package org.decisiongates.sandbox.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import kong.unirest.core.HttpRequest;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.Unirest;
import kong.unirest.core.UnirestInstance;

/** Jira's documented REST, for arranging what a test needs and looking up ids; what is under test goes through the browser. */
final class JiraRest {

    private final ObjectMapper json = new ObjectMapper();
    private final UnirestInstance client = Unirest.spawnInstance();

    JiraRest(String base, String user) {
        // a call that carries a session beside its password would have to be a confirmed one (ADR-0035)
        client.config().defaultBaseUrl(base).followRedirects(false).enableCookieManagement(false).setDefaultBasicAuth(user, user)
                .setDefaultHeader("X-Atlassian-Token", "no-check");
    }

    JsonNode get(String path) {
        return send(client.get(path), 200);
    }

    JsonNode search(String jql) {
        return get("/rest/api/2/search?maxResults=200&jql=" + URLEncoder.encode(jql, StandardCharsets.UTF_8));
    }

    JsonNode post(String path, Object body) {
        return send(client.post(path).header("Content-Type", "application/json").body(written(body)), 201, 200, 204);
    }

    JsonNode put(String path, Object body) {
        return send(client.put(path).header("Content-Type", "application/json").body(written(body)), 200, 204);
    }

    void delete(String path) {
        send(client.delete(path), 204);
    }

    /** That many days after the day it is in Jira. */
    String inDays(int days) {
        return LocalDate.parse(get("/rest/api/2/serverInfo").get("serverTime").asText().substring(0, 10)).plusDays(days).toString();
    }

    /** The id of the custom field with this name. */
    String field(String name) {
        for (JsonNode field : get("/rest/api/2/field")) {
            if (field.get("name").asText().equals(name)) {
                return field.get("id").asText();
            }
        }
        throw new AssertionError("no field named " + name);
    }

    private String written(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode send(HttpRequest<?> request, int... expected) {
        HttpResponse<String> answer = request.asString();
        if (IntStream.of(expected).noneMatch(status -> status == answer.getStatus())) {
            throw new AssertionError(request.getUrl() + " answered " + answer.getStatus() + ": " + answer.getBody());
        }
        try {
            return answer.getBody().isEmpty() ? json.nullNode() : json.readTree(answer.getBody());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
