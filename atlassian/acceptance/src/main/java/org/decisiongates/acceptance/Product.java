package org.decisiongates.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** One of the two products as one person sees it: requests with that person's token, or with none. */
final class Product {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).followRedirects(HttpClient.Redirect.NEVER).build();
    private final String base;
    private final Optional<String> token;

    Product(String base, Optional<String> token) {
        this.base = base.replaceFirst("/+$", "");
        this.token = token;
    }

    /** The same product for somebody else; empty for nobody logged in. */
    Product as(Optional<String> otherToken) {
        return new Product(base, otherToken);
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, Object body) {
        return send(json(path).POST(text(body)));
    }

    Answer put(String path, Object body) {
        return send(json(path).PUT(text(body)));
    }

    Answer delete(String path) {
        return send(request(path).header("X-Atlassian-Token", "no-check").DELETE());
    }

    /** A form as another site's page could have a browser send it: no token, no header of REST, that site as the origin. */
    Answer forge(String method, String path, String contentType, String body) {
        return send(request(path).header("Content-Type", contentType).header("Origin", "https://elsewhere.example")
                .header("User-Agent", "Mozilla/5.0 acceptance").method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json").header("X-Atlassian-Token", "no-check");
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT).header("Accept",
                "application/json, text/html;q=0.9");
        token.ifPresent(one -> request.header("Authorization", "Bearer " + one));
        return request;
    }

    private static HttpRequest.BodyPublisher text(Object body) {
        try {
            return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer send(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        try {
            HttpResponse<String> response = client.send(built, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(built.method() + " " + built.uri().getPath(), response.statusCode(), response.body());
        } catch (IOException e) {
            throw new KitException(built.method() + " " + built.uri() + " could not be sent: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KitException("interrupted while waiting for " + built.uri());
        }
    }

    /**
     * What came back.
     *
     * @param asked method and path, for messages
     */
    record Answer(String asked, int status, String body) {

        private static final int SHOWN = 200;

        boolean isOk() {
            return status / 100 == 2;
        }

        /** The body as JSON; missing when it is none. */
        JsonNode json() {
            try {
                JsonNode read = JSON.readTree(body);
                return read == null ? MissingNode.getInstance() : read;
            } catch (JsonProcessingException e) {
                return MissingNode.getInstance();
            }
        }

        /** The answer when it is a good one; else the run cannot go on this way. */
        Answer orFail() {
            if (!isOk()) {
                throw new KitException(toString());
            }
            return this;
        }

        @Override
        public String toString() {
            String shown = body.length() > SHOWN ? body.substring(0, SHOWN) + " …" : body;
            return asked + " answered " + status + (shown.isBlank() ? "" : ": " + shown.replaceAll("\\s+", " "));
        }
    }
}
