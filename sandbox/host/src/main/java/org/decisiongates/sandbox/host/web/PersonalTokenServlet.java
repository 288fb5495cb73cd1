package org.decisiongates.sandbox.host.web;

import java.io.IOException;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.sandbox.host.CurrentUser;

/** {@code /rest/pat/latest/tokens}: people make, list and revoke their own personal access tokens. */
public final class PersonalTokenServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final transient PersonalTokens tokens;
    private final transient CurrentUser currentUser;

    public PersonalTokenServlet(PersonalTokens tokens, CurrentUser currentUser) {
        this.tokens = tokens;
        this.currentUser = currentUser;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> user = user(response);
        if (user.isPresent()) {
            ArrayNode all = JSON.createArrayNode();
            tokens.of(user.get()).forEach(token -> all.addObject().put("id", token.id()).put("name", token.name()));
            send(response, 200, all);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> user = user(response);
        if (user.isEmpty()) {
            return;
        }
        String name = name(request);
        if (name.isBlank()) {
            Errors.send(response, 400, "A token needs a name: send {\"name\": \"...\"}.");
            return;
        }
        String text = tokens.create(user.get(), name);
        long id = tokens.of(user.get()).stream().mapToLong(PersonalTokens.Token::id).max().orElseThrow();
        send(response, 201, JSON.createObjectNode().put("id", id).put("name", name).put("rawToken", text));
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> user = user(response);
        if (user.isEmpty()) {
            return;
        }
        String id = Optional.ofNullable(request.getPathInfo()).orElse("").replaceFirst("^/", "");
        boolean gone = id.matches("\\d{1,18}") && tokens.revoke(user.get(), Long.parseLong(id));
        if (gone) {
            response.setStatus(204);
        } else {
            Errors.send(response, 404, "You have no such token.");
        }
    }

    private Optional<String> user(HttpServletResponse response) throws IOException {
        Optional<String> user = currentUser.key();
        if (user.isEmpty()) {
            Errors.send(response, 401, "Log in to manage your personal access tokens.");
        }
        return user;
    }

    private static String name(HttpServletRequest request) throws IOException {
        try {
            JsonNode body = JSON.readTree(request.getInputStream());
            return body == null ? "" : body.path("name").asText("");
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    private static void send(HttpServletResponse response, int status, JsonNode body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getOutputStream().write(JSON.writeValueAsBytes(body));
    }
}
