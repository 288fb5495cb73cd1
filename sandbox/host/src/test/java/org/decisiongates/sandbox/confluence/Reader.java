package org.decisiongates.sandbox.confluence;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.UnirestInstance;

import org.decisiongates.sandbox.host.RestClient;
import org.decisiongates.sandbox.host.RunningBox;

/** Somebody who uses a box over HTTP; keeps cookies, follows no redirects. */
final class Reader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TOKEN = Pattern.compile("name=\"atl_token\" value=\"([^\"]+)\"");

    private final UnirestInstance client;

    private Reader(RunningBox box) {
        client = RestClient.at(box.baseUrl());
        client.config().enableCookieManagement(true);
    }

    /** Somebody who authenticates with every request. */
    static Reader named(RunningBox box, String user) {
        Reader reader = new Reader(box);
        reader.client.config().setDefaultBasicAuth(user, user);
        return reader;
    }

    static Reader withToken(RunningBox box, String token) {
        Reader reader = new Reader(box);
        reader.client.config().setDefaultHeader("Authorization", "Bearer " + token);
        return reader;
    }

    static Reader anonymous(RunningBox box) {
        return new Reader(box);
    }

    HttpResponse<String> get(String path) {
        return client.get(path).asString();
    }

    HttpResponse<String> json(String method, String path, String body) {
        return client.request(method, path).header("Content-Type", "application/json").body(body).asString();
    }

    HttpResponse<String> delete(String path) {
        return client.delete(path).asString();
    }

    /** Sends a form with the token that a page of the site gave out. */
    HttpResponse<String> form(String tokenFrom, String path, String... fields) {
        Matcher token = TOKEN.matcher(get(tokenFrom).getBody());
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
        return client.post(path).header("Content-Type", "application/x-www-form-urlencoded").body(body.toString()).asString();
    }

    static JsonNode read(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.getBody());
        } catch (IOException e) {
            throw new AssertionError(answer.getBody(), e);
        }
    }
}
