package org.decisiongates.sandbox.confluence.rest;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;

/** One REST call: its parameters, its body and who makes it. */
record Call(HttpServletRequest request, Optional<String> caller) {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 5 * 1024 * 1024;

    String text(String parameter) {
        String value = request.getParameter(parameter);
        return value == null ? "" : value;
    }

    /** A number within bounds; the initial one when it is missing. */
    int number(String parameter, int initial, int most) throws Failure {
        String value = text(parameter);
        if (value.isEmpty()) {
            return initial;
        }
        if (!value.matches("\\d{1,9}")) {
            throw new Failure(400, "Parameter " + parameter + " must be a whole number, not '" + value + "'.");
        }
        return Math.min(Integer.parseInt(value), most);
    }

    /** What the caller wants expanded. */
    Set<String> expand() {
        return Arrays.stream(text("expand").split(",")).map(String::strip).filter(part -> !part.isEmpty()).collect(Collectors.toSet());
    }

    /** The JSON object of the body. */
    JsonNode body() throws Failure, IOException {
        String type = request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
        if (!type.startsWith("application/json")) {
            throw new Failure(415, "Send the content as application/json.");
        }
        byte[] bytes = request.getInputStream().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new Failure(413, "The request is larger than " + LARGEST + " bytes.");
        }
        try {
            JsonNode body = JSON.readTree(bytes);
            if (body == null || !body.isObject()) {
                throw new Failure(400, "Could not read JSON: an object is expected.");
            }
            return body;
        } catch (JsonProcessingException e) {
            throw new Failure(400, "Could not read JSON: " + e.getOriginalMessage());
        }
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }
}
