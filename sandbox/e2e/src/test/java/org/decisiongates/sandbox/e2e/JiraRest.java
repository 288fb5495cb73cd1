package org.decisiongates.sandbox.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Jira's documented REST, for arranging what a test needs and looking up ids; what is under test goes through the browser. */
final class JiraRest {

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;
    private final String credentials;

    JiraRest(String base, String user) {
        this.base = base;
        this.credentials = "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    }

    JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET(), 200);
    }

    JsonNode search(String jql) {
        return get("/rest/api/2/search?maxResults=200&jql=" + URLEncoder.encode(jql, StandardCharsets.UTF_8));
    }

    JsonNode post(String path, Object body) {
        try {
            return send(HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/json").header("X-Atlassian-Token", "no-check")
                    .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))), 201, 200, 204);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode put(String path, Object body) {
        try {
            return send(HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/json").header("X-Atlassian-Token", "no-check")
                    .PUT(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))), 200, 204);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private JsonNode send(HttpRequest.Builder request, int... expected) {
        try {
            HttpResponse<String> answer = client.send(request.header("Authorization", credentials).header("X-Atlassian-Token", "no-check").build(),
                    HttpResponse.BodyHandlers.ofString());
            for (int status : expected) {
                if (answer.statusCode() == status) {
                    return answer.body().isEmpty() ? json.nullNode() : json.readTree(answer.body());
                }
            }
            throw new AssertionError(answer.request().uri() + " answered " + answer.statusCode() + ": " + answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
