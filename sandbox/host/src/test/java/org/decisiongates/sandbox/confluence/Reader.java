package org.decisiongates.sandbox.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.decisiongates.sandbox.host.RunningBox;

/** Somebody who uses a box over HTTP; keeps cookies, follows no redirects. */
final class Reader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TOKEN = Pattern.compile("name=\"atl_token\" value=\"([^\"]+)\"");

    private final String site;
    private final String authorization;
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).connectTimeout(Duration.ofSeconds(10)).build();

    private Reader(String site, String authorization) {
        this.site = site;
        this.authorization = authorization;
    }

    /** Somebody who authenticates with every request. */
    static Reader named(RunningBox box, String user) {
        return new Reader(box.baseUrl(), "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8)));
    }

    static Reader withToken(RunningBox box, String token) {
        return new Reader(box.baseUrl(), "Bearer " + token);
    }

    static Reader anonymous(RunningBox box) {
        return new Reader(box.baseUrl(), "");
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> json(String method, String path, String body) {
        return send(request(path).header("Content-Type", "application/json").method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    /** Sends a form with the token that a page of the site gave out. */
    HttpResponse<String> form(String tokenFrom, String path, String... fields) {
        Matcher token = TOKEN.matcher(get(tokenFrom).body());
        if (!token.find()) {
            throw new AssertionError("no token on " + tokenFrom);
        }
        return formWith(token.group(1), path, fields);
    }

    /** Sends a form as a foreign page would. */
    HttpResponse<String> formWithoutToken(String path, String... fields) {
        return formWith("", path, fields);
    }

    private HttpResponse<String> formWith(String token, String path, String... fields) {
        StringBuilder body = new StringBuilder("atl_token=").append(token);
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&').append(fields[i]).append('=').append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    static JsonNode read(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site + path)).timeout(Duration.ofSeconds(30));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
