package org.decisiongates.sandbox.jira.data;

import java.io.IOException;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import kong.unirest.core.HttpRequestWithBody;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.UnirestException;
import kong.unirest.core.UnirestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.sandbox.host.RestClient;

/** What the people of the sample send over REST, each with their own rights. */
final class SampleRequests {

    private static final Logger LOG = LoggerFactory.getLogger(SampleRequests.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final UnirestInstance client;

    SampleRequests(String baseUrl) {
        this.client = RestClient.at(baseUrl);
    }

    /**
     * Sends it. A refusal is part of the story; what cannot be sent at all is not.
     *
     * @param body JSON; null for none
     * @return what was answered; empty of a refusal, and of an answer without a body
     */
    Optional<JsonNode> send(String user, String method, String path, String body) {
        HttpRequestWithBody request = client.request(method, path).basicAuth(user, user).header("Content-Type", "application/json")
                .header("X-Atlassian-Token", "no-check");
        try {
            HttpResponse<String> answer = (body == null ? request : request.body(body)).asString();
            LOG.info("sample: {} {} {} was answered {}", user, method, path, answer.getStatus());
            LOG.debug("{}", answer.getBody());
            return answer.isSuccess() && !answer.getBody().isEmpty() ? Optional.of(JSON.readTree(answer.getBody())) : Optional.empty();
        } catch (IOException | UnirestException e) {
            LOG.warn("sample: {} {} failed", method, path, e);
            return Optional.empty();
        }
    }
}
